import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadPagesIn } from "../../src/data/load-pages.js";
import { folderWith } from "./folder.js";
import { pageAnswer, pageRow } from "./page-rows.js";

const load = (content: unknown, isPractice = false) => {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return loadPagesIn({ folder: folderWith({ "google/output.json": text }), isPractice });
};

describe("the searches for pages of a run", () => {
  test("are undefined where it has none", () => {
    expect(loadPagesIn({ folder: join(folderWith(), "none"), isPractice: false })).toBeUndefined();
  });

  test("come with their readings, results and corrections", () => {
    const page = { title: "A page", address: "https://a.example/" };
    const correction = { text: "allintitle: Netflix ML flow", isApplied: false };
    const answers = [
      pageAnswer({ evidence: { pages: [page], correction } }),
      pageAnswer({ repeat: 2, number: null, low: undefined, high: undefined, reading: "not measured" }),
    ];
    const [row] = load([pageRow({ readings: answers })]) ?? [];
    expect(row).toMatchObject({
      company: "Netflix",
      kind: "public",
      source: "google-cse",
      isPractice: false,
    });
    expect(row?.count).toEqual({ value: 3, low: 3, high: 3, reading: "estimate" });
    expect(row?.readings[0]).toMatchObject({ repeat: 1, pages: [page], correction });
    expect(row?.readings[1]).toMatchObject({ repeat: 2, pages: [], count: { value: Number.NaN } });
  });

  test("keep null as not measured, and a lower bound without an end", () => {
    const missing = { number: null, low: undefined, high: undefined, reading: "not measured" };
    const open = { number: 5, low: 5, high: undefined, reading: "at least", place: "text" };
    const rows = load([pageRow(missing), pageRow(open)]) ?? [];
    expect(rows.map(({ count }) => [count.value, count.high])).toEqual([
      [Number.NaN, Number.NaN],
      [5, Number.POSITIVE_INFINITY],
    ]);
  });

  test("are practice where the folder, the row or the service says so", () => {
    expect(load([pageRow()], true)?.[0]?.isPractice).toBe(true);
    expect(load([pageRow({ practice: true })])?.[0]?.isPractice).toBe(true);
    expect(load([pageRow({ service: "practice" })])?.[0]?.isPractice).toBe(true);
  });
});

describe("the searches for pages are refused where the file", () => {
  test.each([
    ["is no JSON", "[", "expected JSON"],
    ["is empty", [], "the whole file: expected at least one entry"],
    [
      "names another place",
      [pageRow({ place: "link" })],
      'entry 1, place: expected one of title, text, found "link"',
    ],
    [
      "names another kind",
      [pageRow({ kind: "mine" })],
      "entry 1, kind: expected one of own, public, other's",
    ],
    ["has a negative number", [pageRow({ number: -1 })], "entry 1, number: expected a whole number of pages"],
    [
      "has ends that do not hold it",
      [pageRow({ low: 9 })],
      "entry 1: expected low <= number <= high, found low 9",
    ],
    [
      "has a reading whose ends do not hold it",
      [pageRow({ readings: [pageAnswer(), pageAnswer({ high: 1 })] })],
      "entry 1, readings, 2: expected low <= number <= high",
    ],
    [
      "holds a search twice",
      [pageRow(), pageRow()],
      "entry 2: expected another company, tool, name or place than entry 1",
    ],
    [
      "spells a tool in two ways",
      [pageRow(), pageRow({ tool: "MLFlow", place: "text" })],
      'entry 2: expected the tool\'s name as before, "MLflow", found "MLFlow"',
    ],
    [
      "tells of a tool in two ways",
      [pageRow(), pageRow({ kind: "own", place: "text" })],
      'entry 2: expected the tool\'s kind as before, "public", found "own"',
    ],
  ])("%s", (_case, content, message) => {
    const error = expect.objectContaining({
      name: "DataFileError",
      message: expect.stringContaining(message),
    });
    expect(() => load(content)).toThrow(error);
  });
});
