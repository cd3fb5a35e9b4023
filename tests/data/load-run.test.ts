import { describe, expect, test } from "vitest";
import { countShownByGitHub, exactCount, NOT_MEASURED } from "../../src/census/count.js";
import { findRun } from "../../src/data/find-run.js";
import { loadRunIn } from "../../src/data/load-run.js";
import { folderWith } from "./folder.js";

const ENTRY = { tool: "A", query: "import a", extensions: ["py", "ipynb"], purpose: "global" };

const rootWith = (content: unknown) =>
  folderWith({
    "data/runs/first/output.json": typeof content === "string" ? content : JSON.stringify(content),
  });
const loadRun = (name: string, root: string) => loadRunIn(findRun(name, root));
const load = (...entries: readonly object[]) => loadRun("first", rootWith(entries));

describe("a run", () => {
  test("takes extensions and purpose as a text or a list", () => {
    const counts = load(
      { ...ENTRY, number: 5 },
      { ...ENTRY, extensions: "sh", purpose: ["metric", "logging"], number: 0 },
    );
    expect(counts).toEqual([
      {
        tool: "A",
        query: "import a",
        extensions: ["py", "ipynb"],
        purposes: ["global"],
        count: exactCount(5),
      },
      {
        tool: "A",
        query: "import a",
        extensions: ["sh"],
        purposes: ["metric", "logging"],
        count: exactCount(0),
      },
    ]);
  });

  test.each([
    ["a number that GitHub's page abbreviated", { number: 1_100 }, countShownByGitHub(1_100)],
    ["a number that no page can have abbreviated", { number: 1_090 }, exactCount(1_090)],
    ["a large one with all its digits", { number: 201_714 }, exactCount(201_714)],
    ["a number that is said to be exact", { number: 1_100, reading: "exact" }, exactCount(1_100)],
    [
      "ends of its own",
      { number: 1_100, low: 1_000, high: 1_200, reading: "estimate" },
      { value: 1_100, low: 1_000, high: 1_200, reading: "estimate" },
    ],
    [
      "a lower bound",
      { number: 5, reading: "at least" },
      { value: 5, low: 5, high: Number.POSITIVE_INFINITY, reading: "at least" },
    ],
    [
      "an upper bound",
      { number: 5, reading: "at most", low: null },
      { value: 5, low: 0, high: 5, reading: "at most" },
    ],
    ["null", { number: null }, NOT_MEASURED],
    ["no number", {}, NOT_MEASURED],
  ])("reads %s", (_case, cells, count) => {
    expect(load({ ...ENTRY, ...cells })[0]?.count).toEqual(count);
  });
});

describe("a practice run", () => {
  const practised = [{ ...ENTRY, number: 5 }];
  const practiceRoot = (folder: string, content: object) =>
    folderWith({ [`data/${folder}/first/output.json`]: JSON.stringify(content) });

  test("is found where there is no other of that name, and says that it is practice", () => {
    expect(loadRun("first", practiceRoot("practice", practised))[0]).toMatchObject({ service: "practice" });
  });

  test("stays practice where its file is put among the real ones", () => {
    const root = practiceRoot("runs", [
      { ...ENTRY, number: 5, practice: true, service: "https://github.com" },
    ]);
    expect(loadRun("first", root)[0]).toMatchObject({ service: "practice" });
  });

  test("gives way to a real run of its name, and is named among those that there are", () => {
    const root = folderWith({
      "data/runs/first/output.json": JSON.stringify(practised),
      "data/practice/first/output.json": JSON.stringify([{ ...ENTRY, number: 7 }]),
      "data/practice/other/output.json": "[]",
    });
    expect(loadRun("first", root)[0]?.count.value).toBe(5);
    expect(() => loadRun("second", root)).toThrow(
      /the runs are first, first \(practice\), other \(practice\)/,
    );
  });
});

describe("a run is refused where", () => {
  test("there is none of that name: those that there are are named", () => {
    const root = folderWith({
      "data/runs/b/output.json": "[]",
      "data/runs/a/output.json": "[]",
      "data/runs/c.txt": "",
    });
    const error = expect.objectContaining({
      name: "DataFileError",
      message: expect.stringMatching(/^There is no run "second" in .*: the runs are a, b\.$/),
    });
    expect(() => loadRun("second", root)).toThrow(error);
  });

  test("there is no run at all", () => {
    expect(() => loadRun("first", folderWith())).toThrow("there is no run yet");
  });

  test.each(["../first", "first/../first", "."])("its name is a path: %s", (name) => {
    expect(() => loadRun(name, rootWith([{ ...ENTRY, number: 1 }]))).toThrow(`There is no run "${name}"`);
  });

  test("it holds no result file", () => {
    const root = folderWith({ "data/runs/first/journal.jsonl": "" });
    expect(() => loadRun("first", root)).toThrow(/output\.json: expected a data file, found no such file/);
  });

  test.each([
    ["is no JSON", "[", "expected JSON"],
    ["is empty", [], "the whole file: expected at least one entry"],
    [
      "holds a number as text",
      [{ ...ENTRY, number: "1.1k" }],
      'entry 1, number: expected a whole number of files from 0 up, or null where not measured, found "1.1k"',
    ],
    [
      "holds a negative number",
      [
        { ...ENTRY, number: 1 },
        { ...ENTRY, number: -1 },
      ],
      "entry 2, number: expected",
    ],
    [
      "lacks the tool",
      [{ query: "q", extensions: "py", purpose: "global" }],
      "entry 1, tool: expected a text that is not blank, found nothing",
    ],
    [
      "has an unknown purpose",
      [{ ...ENTRY, purpose: "fun" }],
      'entry 1, purpose: expected one of global, logging, metric, tuning, or a list of them, found "fun"',
    ],
    [
      "has ends that do not hold the number",
      [{ ...ENTRY, number: 5, low: 6, high: 7 }],
      "low <= number <= high, found low 6, number 5, high 7",
    ],
    [
      "has a search twice, in another order of extensions",
      [
        { ...ENTRY, number: 5 },
        { ...ENTRY, extensions: ["ipynb", "py"], number: 5 },
      ],
      "entry 2: expected another tool, query or extensions than entry 1, found an equal entry",
    ],
    [
      "spells a tool in two ways",
      [
        { ...ENTRY, number: 5 },
        { ...ENTRY, tool: "a", query: "from a", number: 5 },
      ],
      'entry 2: expected the tool\'s name as before, "A", found "a"',
    ],
    [
      "has half an interval",
      [{ ...ENTRY, number: 5_000, high: 6_000 }],
      "entry 1: expected both low and high",
    ],
    [
      "is exact with an interval",
      [{ ...ENTRY, number: 10, low: 1, high: 99, reading: "exact" }],
      "entry 1: expected equal low and high for an exact number, found 1 and 99",
    ],
    [
      "has a number that was not measured",
      [{ ...ENTRY, number: 10, reading: "not measured" }],
      'entry 1: expected a number with its reading, or null with "not measured"',
    ],
    [
      "has ends without a number",
      [{ ...ENTRY, number: null, low: 1, high: 2 }],
      "entry 1: expected no low and high",
    ],
    ["has a star in an extension", [{ ...ENTRY, extensions: ["*.py"] }], "an extension without dot or star"],
    [
      "has a reading that needs ends",
      [{ ...ENTRY, number: 5, reading: "estimate" }],
      "entry 1: expected both low and high, found {}",
    ],
  ])("its file %s", (_case, content, message) => {
    expect(() => loadRun("first", rootWith(content))).toThrow(message);
  });
});
