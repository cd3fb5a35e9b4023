import { isMeasured, sumOfCounts } from "../census/count.js";
import { completeSum, countOf } from "./count-columns.js";
import { countsByPurpose } from "./counts-by-purpose.js";
import { checkedRows, type Frame, frameOf, type RowOf } from "./data-frame.js";
import { PART_COLUMNS, partsOfUse } from "./parts-of-use.js";
import { GITHUB_COLUMNS } from "./study-data.js";

export const REMAINDER_COLUMNS = {
  tool: "text",
  share: "number",
  low: "number",
  high: "number",
  possible: "flag",
} as const;

/** Room for the error of floating point numbers, nothing else. */
const EPSILON = 1e-9;

/**
 * Between what bounds the files of a tool that no purpose explains must lie, whatever the overlap of the queries.
 *
 * Fewest remain where no file matches two queries, most where every file of the smaller queries is among the largest's.
 * Counts are taken as exact, and the files of each query as files of the tool. Each query counts once here, where the
 * study's subtraction takes it off once for each of its purposes.
 *
 * Input:   one row a query: tool, purposes, value, low, high (files; NaN when not measured), reading
 * Returns: one row a tool: tool, share (the study's subtraction), low, high (0–1 of the tool's global count),
 *          possible (whether share lies within; false as well where it is NaN)
 * Missing: NaN where no global query, or no other, was measured; a query that was not measured could explain all that
 *          the others leave, so `low` is 0 then
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 */
export function remainderBounds(github: Frame): Frame {
  const rows = checkedRows(github, GITHUB_COLUMNS);
  const others = checkedRows(partsOfUse(countsByPurpose(github)), PART_COLUMNS).filter(
    (row) => row.part === "others",
  );
  const bounds = others.map(({ tool, share }) => {
    const { low, high } = boundsOf(rows.filter((row) => row.tool === tool));
    return { tool, share, low, high, possible: share >= low - EPSILON && share <= high + EPSILON };
  });
  return frameOf(REMAINDER_COLUMNS, bounds);
}

function boundsOf(queries: readonly RowOf<typeof GITHUB_COLUMNS>[]): { low: number; high: number } {
  const isGlobal = (row: { readonly purposes: string }) => row.purposes.split(" ").includes("global");
  const whole = completeSum(queries.filter(isGlobal).map(countOf)).value;
  const parts = queries.filter((row) => !isGlobal(row)).map(countOf);
  const measured = parts.filter(isMeasured);
  if (measured.length === 0 || whole === 0) return { low: Number.NaN, high: Number.NaN };
  const largest = Math.max(...measured.map((part) => part.value));
  const most = measured.length < parts.length ? whole : sumOfCounts(measured).value;
  return { low: Math.max(0, whole - most) / whole, high: Math.max(0, whole - largest) / whole };
}
