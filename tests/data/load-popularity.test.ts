import { describe, expect, test } from "vitest";
import { exactCount, NOT_MEASURED } from "../../src/census/count.js";
import { DataFileError } from "../../src/census/errors.js";
import { loadPopularityIn } from "../../src/data/load-popularity.js";
import { folderWith } from "./folder.js";
import { repositoryRow } from "./popularity-run.js";

function loaded(rows: unknown) {
  return loadPopularityIn(folderWith({ "popularity/output.json": JSON.stringify(rows) }));
}

describe("the stars of a run", () => {
  test("are given with what came with them", () => {
    expect(loaded([repositoryRow()])).toEqual([
      {
        tool: "W&B",
        repository: "wandb/wandb",
        count: exactCount(10_355),
        fullName: "wandb/wandb",
        forks: 700,
        created: "2017-03-24T05:46:23Z",
        archived: false,
        time: "2026-11-25T10:00:00.000Z",
        practice: false,
      },
    ]);
  });

  test("are those of the last reading that says something of the repository", () => {
    const evidence = (forks: number) => ({
      repository: { fullName: "a/b", forks, created: "2020-01-01T00:00:00Z", archived: true },
    });
    const readings = [{ evidence: evidence(1) }, { evidence: evidence(2) }, {}];
    expect(loaded([repositoryRow({ readings })])?.[0]).toMatchObject({ fullName: "a/b", forks: 2 });
  });

  test("may be missing, and are then not measured, never 0", () => {
    const row = {
      tool: "CML",
      repository: "iterative/cml",
      number: null,
      reading: "not measured",
      readings: [],
    };
    expect(loaded([row])).toEqual([
      { tool: "CML", repository: "iterative/cml", count: NOT_MEASURED, practice: false },
    ]);
  });

  test("may be a range where repeats differ", () => {
    const row = repositoryRow({ number: 10, low: 10, high: 12, reading: "estimate" });
    expect(loaded([row])?.[0]?.count).toEqual({ value: 10, low: 10, high: 12, reading: "estimate" });
  });

  test("say whether they are practice", () => {
    expect(loaded([repositoryRow({ practice: true })])?.[0]?.practice).toBe(true);
  });

  test("are undefined where the run counted none", () => {
    expect(loadPopularityIn(folderWith())).toBeUndefined();
  });
});

describe("a broken file is told with its place", () => {
  test.each([
    ["no list", {}, /the whole file: expected a list of entries/],
    ["an empty list", [], /the whole file: expected at least one entry/],
    [
      "stars in words",
      [repositoryRow({ number: "many" })],
      /entry 1, number: expected a whole number of stars from 0 up/,
    ],
    [
      "a name without an owner",
      [repositoryRow({ repository: "cml" })],
      /entry 1, repository: expected a name as/,
    ],
    [
      "a negative number of forks",
      [repositoryRow({}, { forks: -1 })],
      /entry 1, readings, 1, evidence, repository, forks/,
    ],
    [
      "a day in the place of a time",
      [repositoryRow({}, { created: "2017" })],
      /created: expected a time such as/,
    ],
    [
      "a number outside of its ends",
      [repositoryRow({ low: 10_356 })],
      /entry 1: expected low <= number <= high/,
    ],
    ["a number that was not measured", [repositoryRow({ reading: "not measured" })], /entry 1: expected/],
    ["no number with a reading", [repositoryRow({ number: null })], /entry 1: expected/],
    [
      "a tool under two names",
      [repositoryRow(), repositoryRow({ tool: "Wandb", repository: "a/b" })],
      /the whole file: expected each tool once/,
    ],
  ])("%s", (_, rows, message) => {
    expect(() => loaded(rows)).toThrow(DataFileError);
    expect(() => loaded(rows)).toThrow(message);
  });

  test("no JSON, and nothing at all", () => {
    expect(() => loadPopularityIn(folderWith({ "popularity/output.json": "{" }))).toThrow(/expected JSON/);
    expect(() => loadPopularityIn(folderWith({ "popularity/output.json": "" }))).toThrow(/an empty file/);
  });
});
