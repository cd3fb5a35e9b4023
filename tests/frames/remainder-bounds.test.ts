import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { rowsOf } from "../../src/frames/data-frame.js";
import { ELSEWHERE, INCOMPLETE, LARGER, remainderBounds } from "../../src/frames/remainder-bounds.js";
import { githubTable } from "./tables.js";

interface Bounds {
  readonly tool: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly possible: boolean;
  readonly unbounded: string;
}

describe("bounds of the remainder", () => {
  test("lie between no overlap and all within the largest query", () => {
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 100 },
      { tool: "A", purposes: "metric", shown: 30 },
      { tool: "A", purposes: "logging", shown: 20 },
    ]);
    expect(rowsOf(remainderBounds(github))).toEqual([
      { tool: "A", share: 0.5, low: 0.5, high: 0.7, possible: true, unbounded: "" },
    ]);
  });

  test("show a subtraction that takes a query off twice as impossible", () => {
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 100 },
      { tool: "A", purposes: "metric logging", shown: 30 },
    ]);
    expect(rowsOf(remainderBounds(github))).toEqual([
      { tool: "A", share: 0.4, low: 0.7, high: 0.7, possible: false, unbounded: "" },
    ]);
  });

  test("start at 0 where a query was not measured", () => {
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 100 },
      { tool: "A", purposes: "metric", shown: 30 },
      { tool: "A", purposes: "logging" },
    ]);
    expect(rowsOf<Bounds>(remainderBounds(github))[0]).toMatchObject({ low: 0, high: 0.7 });
  });

  test("are NaN where nothing was measured", () => {
    const missing = { share: Number.NaN, low: Number.NaN, high: Number.NaN, possible: false, unbounded: "" };
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 100 },
      { tool: "B", purposes: "metric", shown: 5 },
      { tool: "C", purposes: "global" },
    ]);
    expect(rowsOf(remainderBounds(github))).toEqual(["A", "B", "C"].map((tool) => ({ tool, ...missing })));
    expect(rowsOf(remainderBounds(githubTable([])))).toEqual([]);
  });

  test("hold the true remainder of any files", () => {
    const files = fc.array(fc.subarray(["metric", "logging", "tuning"]), { minLength: 1, maxLength: 30 });
    const law = fc.property(files, (uses) => {
      const queries = ["metric", "logging", "tuning"].map((purposes) => ({
        tool: "A",
        purposes,
        shown: uses.filter((use) => use.includes(purposes)).length,
      }));
      const github = githubTable([{ tool: "A", purposes: "global", shown: uses.length }, ...queries]);
      const truth = uses.filter((use) => use.length === 0).length / uses.length;
      const [row] = rowsOf<Bounds>(remainderBounds(github));
      expect(row?.low).toBeLessThanOrEqual(truth + 1e-12);
      expect(row?.high).toBeGreaterThanOrEqual(truth - 1e-12);
    });
    fc.assert(law, { numRuns: 60 });
  });

  test("leave all open that a lower bound leaves open", () => {
    const atLeast = { value: 100, low: 100, high: Number.POSITIVE_INFINITY, reading: "at least" } as const;
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 900 },
      { tool: "A", purposes: "metric", count: atLeast },
      { tool: "B", purposes: "global", count: atLeast },
      { tool: "B", purposes: "metric", shown: 40 },
    ]);
    const [a, b] = rowsOf<Bounds>(remainderBounds(github));
    expect(a).toMatchObject({ low: 0, high: 800 / 900, unbounded: "" });
    expect(b).toMatchObject({ low: 0.6, unbounded: INCOMPLETE });
  });

  test("have no upper end where a search looks into files that the global search does not", () => {
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 100, extensions: "yml yaml" },
      { tool: "A", purposes: "metric", shown: 30, extensions: "yaml sh" },
    ]);
    expect(rowsOf<Bounds>(remainderBounds(github))[0]).toMatchObject({ low: 0.7, unbounded: ELSEWHERE });
  });

  test("look at the extensions of all global searches together", () => {
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 60, extensions: "yml" },
      { tool: "A", purposes: "global", shown: 40, extensions: "yaml" },
      { tool: "A", purposes: "metric", shown: 30, extensions: "yaml yml" },
    ]);
    expect(rowsOf<Bounds>(remainderBounds(github))[0]).toMatchObject({ high: 0.7, unbounded: "" });
  });

  test("have no range where a search finds more files than the global one", () => {
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 4 },
      { tool: "A", purposes: "metric", shown: 6 },
    ]);
    expect(rowsOf(remainderBounds(github))).toEqual([
      { tool: "A", share: -0.5, low: 0, high: Number.NaN, possible: false, unbounded: LARGER },
    ]);
  });

  test("of practice, where three of four files hold six finds, and one elsewhere, are none", () => {
    const github = githubTable([
      { tool: "cml", purposes: "global", shown: 4, extensions: "yml yaml" },
      { tool: "cml", purposes: "metric", shown: 5, extensions: "yml yaml sh" },
      { tool: "cml", purposes: "metric", shown: 1, extensions: "yml yaml sh" },
    ]);
    const [row] = rowsOf<Bounds>(remainderBounds(github));
    expect(row).toMatchObject({ low: 0, high: Number.NaN, unbounded: ELSEWHERE });
  });

  test("have no upper end where a global search has no count", () => {
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 100 },
      { tool: "A", purposes: "global" },
      { tool: "A", purposes: "metric", shown: 30 },
    ]);
    expect(rowsOf<Bounds>(remainderBounds(github))[0]).toMatchObject({ low: 0.7, unbounded: INCOMPLETE });
  });

  test("of the study make two of its remainders impossible", () => {
    const rows = rowsOf<Bounds>(remainderBounds(openStudy().github));
    const percent = (share: number) => (100 * share).toFixed(1);
    expect(rows.map((row) => [row.tool, percent(row.low), percent(row.high), row.possible])).toEqual([
      ["cml", "57.9", "59.0", true],
      ["ClearML", "69.0", "75.0", false],
      ["MLflow", "44.9", "81.6", true],
      ["Kubeflow", "98.3", "98.3", false],
      ["Wandb", "39.4", "52.8", true],
    ]);
    const unbounded = rows.filter((row) => row.unbounded !== "");
    expect(unbounded.map((row) => [row.tool, row.unbounded])).toEqual([
      ["cml", ELSEWHERE],
      ["Kubeflow", ELSEWHERE],
    ]);
  });
});
