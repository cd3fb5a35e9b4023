import { COUNT_COLUMNS, completeSum, countOf } from "./count-columns.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { GITHUB_COLUMNS } from "./study-data.js";

export const TOTAL_COLUMNS = { tool: "text", ...COUNT_COLUMNS } as const;

/**
 * Files that use each tool at all: the sum of its global queries.
 *
 * Input:   one row a query: tool, purposes, value, low, high (files; NaN when not measured), reading
 * Returns: one row a tool, in order of first appearance: tool, value, low, high (files), reading
 * Missing: a tool without a measured global query: NaN, "not measured"; with some measured: "at least" their sum
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, "total usage"
 */
export function totalsByTool(github: Frame): Frame {
  const rows = checkedRows(github, GITHUB_COLUMNS);
  const tools = [...new Set(rows.map((row) => row.tool))];
  const totals = tools.map((tool) => {
    const uses = rows.filter((row) => row.tool === tool && row.purposes.split(" ").includes("global"));
    return { tool, ...completeSum(uses.map(countOf)) };
  });
  return frameOf(TOTAL_COLUMNS, totals);
}
