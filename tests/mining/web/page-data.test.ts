import { describe, expect, it } from "vitest";
import { readPageData } from "../../../src/mining/web/page-data.js";
import { newShape, oldShape, searchFields } from "./scenario-server.js";

const read = (value: unknown, isOfSearch = true) =>
  readPageData([{ text: typeof value === "string" ? value : JSON.stringify(value), isOfSearch }]);

describe("a search page's data", () => {
  it.each([
    ["new", newShape()],
    ["old", oldShape()],
  ])("are read in the %s form", (_, value) => {
    expect(read(value)).toEqual({
      kind: "search",
      search: {
        count: 720,
        isWhole: true,
        lacksPages: false,
        listsFiles: true,
        errors: [],
        isSignedIn: true,
        isSignedOut: false,
        isLimited: false,
        hiddenOrganisationCount: 0,
      },
    });
  });

  it("are of no known form where they are nested without end, and no error", () => {
    const deep = `{"payload":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
    expect(read(deep)).toEqual({ kind: "unknown" });
    expect(read(deep, false)).toEqual({ kind: "absent" });
  });

  it("are read among scripts of other parts of the page", () => {
    const other = { text: '{"payload":{"locale":"en"}}', isOfSearch: false };
    const broken = { text: "{", isOfSearch: false };
    const search = { text: JSON.stringify(newShape()), isOfSearch: true };
    expect(readPageData([other, broken, search])).toMatchObject({ kind: "search" });
    expect(readPageData([other, broken])).toEqual({ kind: "absent" });
    expect(readPageData([])).toEqual({ kind: "absent" });
  });

  it.each([
    ["a count that is a text", newShape({ result_count: "720" })],
    ["a count that is no whole number", newShape({ result_count: 7.2 })],
    ["a negative count", newShape({ result_count: -1 })],
    ["errors that are no list", newShape({ errors: {} })],
    ["another kind of search", newShape({ type: "repositories" })],
    ["no count and no reason", newShape({ result_count: null })],
    ["a count elsewhere", { payload: { other: { result_count: 3 } } }],
    ["no JSON", "{"],
    ["nothing", "null"],
    ["an unknown form", { answer: [] }],
  ])("are of an unknown form with %s", (_, value) => {
    expect(read(value)).toEqual({ kind: "unknown" });
  });

  it("are of an unknown form where two of them differ", () => {
    const texts = [newShape(), newShape({ result_count: 3 })].map((value) => ({
      text: JSON.stringify(value),
      isOfSearch: true,
    }));
    expect(readPageData(texts)).toEqual({ kind: "unknown" });
  });

  it("tell what is wrong with a search", () => {
    expect(read(newShape({ errors: ["a", { message: "b", type: "T" }, { message: "c" }] }))).toMatchObject({
      search: {
        errors: [
          { message: "a", type: "" },
          { message: "b", type: "T" },
          { message: "c", type: "" },
        ],
      },
    });
    expect(read(newShape({ page_count: null }))).toMatchObject({
      search: { lacksPages: true, isWhole: false },
    });
    const { page_count: _, ...withoutPages } = searchFields();
    expect(read({ payload: withoutPages })).toMatchObject({ search: { lacksPages: false, isWhole: false } });
    const none = { result_count: 0, page_count: 0, results: [] };
    expect(read(newShape(none))).toMatchObject({ search: { listsFiles: false } });
    expect(read(newShape({ ...none, page_count: 1 }))).toMatchObject({ search: { listsFiles: false } });
    expect(read(newShape({ ...none, page_count: 2 }))).toMatchObject({ search: { listsFiles: true } });
    expect(read(newShape({ ...none, results: [{}] }))).toMatchObject({ search: { listsFiles: true } });
    expect(read(newShape({ logged_in: undefined }))).toMatchObject({ search: { isSignedIn: false } });
    expect(read(newShape({ logged_in: false }))).toMatchObject({ search: { isSignedOut: true } });
    expect(read({ payload: { logged_in: false } })).toMatchObject({ search: { isSignedOut: true } });
    expect(read(newShape({ warn_limited_results: true }))).toMatchObject({ search: { isLimited: true } });
    expect(read(newShape({ protected_org_logins: ["a", "b"] }))).toMatchObject({
      search: { hiddenOrganisationCount: 2 },
    });
  });
});
