import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countShownByGitHub, exactCount, NOT_MEASURED } from "../../src/census/count.js";
import { openStudy } from "../../src/data/open-study.js";
import { frameOf, rowsOf } from "../../src/frames/data-frame.js";
import { sharesByTool } from "../../src/frames/shares-by-tool.js";
import { TOTAL_COLUMNS, totalsByTool } from "../../src/frames/totals-by-tool.js";

interface Share {
  readonly tool: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const sharesOf = (counts: readonly (typeof NOT_MEASURED)[]) =>
  rowsOf<Share>(
    sharesByTool(
      frameOf(
        TOTAL_COLUMNS,
        counts.map((count, i) => ({ tool: `tool ${i}`, ...count })),
      ),
    ),
  );

describe("shares by tool", () => {
  test("carry the ends: smallest beside the others' largest, largest beside their smallest", () => {
    expect(sharesOf([countShownByGitHub(1_000), exactCount(500)])).toEqual([
      { tool: "tool 0", share: 1_000 / 1_500, low: 950 / 1_450, high: 1_049 / 1_549 },
      { tool: "tool 1", share: 500 / 1_500, low: 500 / 1_549, high: 500 / 1_450 },
    ]);
  });

  test("leave out what was not measured, which stays NaN", () => {
    expect(sharesOf([exactCount(5), NOT_MEASURED])).toEqual([
      { tool: "tool 0", share: 1, low: 1, high: 1 },
      { tool: "tool 1", share: Number.NaN, low: Number.NaN, high: Number.NaN },
    ]);
  });

  test("are NaN where nothing was measured, or nothing found", () => {
    const missing = { share: Number.NaN, low: Number.NaN, high: Number.NaN };
    expect(sharesOf([NOT_MEASURED])).toEqual([{ tool: "tool 0", ...missing }]);
    expect(sharesOf([exactCount(0)])).toEqual([{ tool: "tool 0", ...missing }]);
    expect(sharesOf([])).toEqual([]);
  });

  test("of a lower bound reach up to the whole", () => {
    const bound = { value: 5, low: 5, high: Number.POSITIVE_INFINITY, reading: "at least" } as const;
    expect(sharesOf([bound, exactCount(5)])).toEqual([
      { tool: "tool 0", share: 0.5, low: 0.5, high: 1 },
      { tool: "tool 1", share: 0.5, low: 0, high: 0.5 },
    ]);
  });

  test("sum to 1 over the tools measured, and each lies between its ends", () => {
    const counts = fc.array(fc.nat(2_000_000).map(countShownByGitHub), { minLength: 1, maxLength: 8 });
    const law = fc.property(counts, (tools) => {
      fc.pre(tools.some((count) => count.value > 0));
      const shares = sharesOf(tools);
      expect(shares.reduce((sum, row) => sum + row.share, 0)).toBeCloseTo(1, 9);
      for (const { share, low, high } of shares) {
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }
    });
    fc.assert(law, { numRuns: 60 });
  });

  test("of the study hold", () => {
    const shares = rowsOf<Share>(sharesByTool(totalsByTool(openStudy().github)));
    expect(shares.map((row) => (100 * row.share).toFixed(2))).toEqual([
      "0.26",
      "1.59",
      "21.82",
      "5.17",
      "71.17",
    ]);
  });
});
