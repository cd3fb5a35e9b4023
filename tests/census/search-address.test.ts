import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchAddress } from "../../src/census/search-address.js";
import { searchText } from "../../src/census/search-text.js";

describe("the address of a code search", () => {
  it("is the search page of GitHub with the text encoded", () => {
    expect(searchAddress({ query: "cml check create", extensions: ["yml", "sh"] })).toBe(
      "https://github.com/search?q=%22cml%20check%20create%22%20(path%3A*.yml%20OR%20path%3A*.sh)&type=code",
    );
  });

  it("can be that of another server", () => {
    expect(searchAddress({ query: "/a/", extensions: ["py"] }, "http://127.0.0.1:8080")).toMatch(
      /^http:\/\/127\.0\.0\.1:8080\/search\?q=/,
    );
  });

  it("gives the text back when it is decoded, whatever the query holds", () => {
    const queries = fc.record({
      query: fc.oneof(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.string({ minLength: 1 }).map((text) => `/${text}/`),
      ),
      extensions: fc.array(fc.stringMatching(/^[a-z0-9][a-z0-9_+-]{0,6}$/), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(queries, (query) => {
        const { searchParams } = new URL(searchAddress(query));
        expect(searchParams.get("q")).toBe(searchText(query));
        expect(searchParams.get("type")).toBe("code");
      }),
    );
  });

  it("quotes a phrase so that its escapes undone give the phrase", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (phrase) => {
        fc.pre(!phrase.startsWith("/"));
        const text = searchText({ query: phrase, extensions: ["py"] });
        const inside = text.slice(1, -'" path:*.py'.length);
        expect(inside.replaceAll(/\\(["\\])/g, "$1")).toBe(phrase);
        expect(inside.replaceAll(/\\["\\]/g, "")).not.toContain('"');
      }),
    );
  });
});
