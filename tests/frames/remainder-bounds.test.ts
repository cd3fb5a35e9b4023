import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { rowsOf } from "../../src/frames/data-frame.js";
import { remainderBounds } from "../../src/frames/remainder-bounds.js";
import { githubTable } from "./tables.js";

interface Bounds {
  readonly tool: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly possible: boolean;
}

describe("bounds of the remainder", () => {
  test("lie between no overlap and all within the largest query", () => {
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 100 },
      { tool: "A", purposes: "metric", shown: 30 },
      { tool: "A", purposes: "logging", shown: 20 },
    ]);
    expect(rowsOf(remainderBounds(github))).toEqual([
      { tool: "A", share: 0.5, low: 0.5, high: 0.7, possible: true },
    ]);
  });

  test("show a subtraction that takes a query off twice as impossible", () => {
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 100 },
      { tool: "A", purposes: "metric logging", shown: 30 },
    ]);
    expect(rowsOf(remainderBounds(github))).toEqual([
      { tool: "A", share: 0.4, low: 0.7, high: 0.7, possible: false },
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
    const missing = { share: Number.NaN, low: Number.NaN, high: Number.NaN, possible: false };
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
  });
});
