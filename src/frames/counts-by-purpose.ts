import { PURPOSES } from "../census/purpose.js";
import { COUNT_COLUMNS, completeSum, countOf } from "./count-columns.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { GITHUB_COLUMNS } from "./study-data.js";

export const PURPOSE_COLUMNS = { tool: "text", purpose: "text", ...COUNT_COLUMNS } as const;

/**
 * Files by tool and purpose: the count of each query is added to every purpose of the query.
 *
 * A file that matches two queries of a purpose is counted twice, as the study did.
 *
 * Input:   one row a query: tool, purposes, value, low, high (files; NaN when not measured), reading
 * Returns: one row a tool and purpose, every tool with all four purposes, tools in order of first appearance:
 *          tool, purpose, value, low, high (files), reading
 * Missing: a purpose without a measured query: NaN, "not measured", never 0; with some measured: "at least" their sum
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, "purposes"
 */
export function countsByPurpose(github: Frame): Frame {
  const rows = checkedRows(github, GITHUB_COLUMNS);
  const tools = [...new Set(rows.map((row) => row.tool))];
  const grid = tools.flatMap((tool) => PURPOSES.map((purpose) => ({ tool, purpose })));
  const sums = grid.map(({ tool, purpose }) => {
    const queries = rows.filter((row) => row.tool === tool && row.purposes.split(" ").includes(purpose));
    return { tool, purpose, ...completeSum(queries.map(countOf)) };
  });
  return frameOf(PURPOSE_COLUMNS, sums);
}
