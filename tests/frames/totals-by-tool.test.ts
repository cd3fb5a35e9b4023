import { expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { frameOf, rowsOf } from "../../src/frames/data-frame.js";
import { totalsByTool } from "../../src/frames/totals-by-tool.js";
import { githubTable, MISSING } from "./tables.js";

test("sums the global queries of each tool, with their ends, in order of first appearance", () => {
  const github = githubTable([
    { tool: "B", purposes: "metric", shown: 7 },
    { tool: "A", purposes: "global", shown: 10 },
    { tool: "B", purposes: "global logging", shown: 1_100 },
    { tool: "B", purposes: "global", shown: 3 },
  ]);
  expect(rowsOf(totalsByTool(github))).toEqual([
    { tool: "B", value: 1_103, low: 1_053, high: 1_152, reading: "rounded" },
    { tool: "A", value: 10, low: 10, high: 10, reading: "exact" },
  ]);
});

test("a tool without a global query, or with one that was not measured, is not measured and never 0", () => {
  const github = githubTable([
    { tool: "A", purposes: "metric", shown: 7 },
    { tool: "B", purposes: "global" },
  ]);
  expect(rowsOf(totalsByTool(github))).toEqual([
    { tool: "A", ...MISSING },
    { tool: "B", ...MISSING },
  ]);
});

test("a count of 0 is 0", () => {
  const [row] = rowsOf<{ value: number; reading: string }>(
    totalsByTool(githubTable([{ tool: "A", purposes: "global", shown: 0 }])),
  );
  expect(row).toMatchObject({ value: 0, reading: "exact" });
});

test("no queries give no tools", () => {
  expect(rowsOf(totalsByTool(githubTable([])))).toEqual([]);
});

test("a frame without the purposes is refused", () => {
  expect(() => totalsByTool(frameOf({ tool: "text" }, [{ tool: "A" }]))).toThrow(
    "lacks row, query, extensions, purposes",
  );
});

test("the study's totals hold", () => {
  const totals = rowsOf<{ tool: string; value: number }>(totalsByTool(openStudy().github));
  expect(totals.map((row) => [row.tool, row.value])).toEqual([
    ["cml", 720],
    ["ClearML", 4_400],
    ["MLflow", 60_400],
    ["Kubeflow", 14_300],
    ["Wandb", 197_000],
  ]);
  expect(totals.reduce((sum, row) => sum + row.value, 0)).toBe(276_820);
});
