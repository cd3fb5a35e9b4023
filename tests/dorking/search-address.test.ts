import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchAddress } from "../../src/dorking/search-address.js";

describe("the address of a Google search", () => {
  it("holds the text and neither key nor engine", () => {
    expect(searchAddress("allintitle: Netflix W&B")).toBe(
      "https://customsearch.googleapis.com/customsearch/v1?q=allintitle%3A%20Netflix%20W%26B",
    );
  });

  it("gives the text back when it is decoded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(new URL(searchAddress(text)).searchParams.get("q")).toBe(text);
      }),
    );
  });
});
