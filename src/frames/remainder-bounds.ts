import { type Count, isMeasured, sumOfCounts } from "../census/count.js";
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
  unbounded: "text",
} as const;

/** Why the range of a remainder has no upper end. */
export const ELSEWHERE = "these searches look into files that the global search does not";
export const LARGER = "a search finds more files than the global search";
export const INCOMPLETE = "the count of any use is only a lower bound";

/** Room for the error of floating point numbers, nothing else. */
const EPSILON = 1e-9;

/**
 * Between what bounds the files of a tool that no purpose explains can lie, whatever the overlap of the queries.
 *
 * Fewest remain where no file matches two queries. Most remain where every file of the smaller queries is among the
 * largest's; that holds only if every file of a purpose is also among the files of any use, and `unbounded` says where
 * it does not. Counts are taken as exact, but for lower bounds. Each query counts once here, where the study's subtraction takes it off once
 * for each of its purposes.
 *
 * Input:   one row a query: tool, extensions, purposes, value, low, high (files; NaN when not measured), reading
 * Returns: one row a tool: tool, share (the study's subtraction), low, high (0–1 of the tool's global count; high under
 *          the assumption), possible (whether share lies within; false as well where it is NaN), unbounded (why the
 *          assumption cannot be made; "" where it can)
 * Missing: NaN where no global query, or no other, was measured; a query that was not measured, or is only a lower bound,
 *          could explain all that the others leave, so `low` is 0 then; `high` is NaN where the counts contradict the assumption
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 */
export function remainderBounds(github: Frame): Frame {
  const rows = checkedRows(github, GITHUB_COLUMNS);
  const others = checkedRows(partsOfUse(countsByPurpose(github)), PART_COLUMNS).filter(
    (row) => row.part === "others",
  );
  const bounds = others.map(({ tool, share }) => {
    const { low, high, unbounded } = boundsOf(rows.filter((row) => row.tool === tool));
    const possible = share >= low - EPSILON && !(share > high + EPSILON);
    return { tool, share, low, high, possible, unbounded };
  });
  return frameOf(REMAINDER_COLUMNS, bounds);
}

type Query = RowOf<typeof GITHUB_COLUMNS>;

function boundsOf(queries: readonly Query[]): { low: number; high: number; unbounded: string } {
  const global = queries.filter(isGlobal);
  const others = queries.filter((row) => !isGlobal(row));
  const whole = completeSum(global.map(countOf));
  const measured = others.filter(isMeasured);
  if (measured.length === 0 || !isMeasured(whole) || whole.value === 0)
    return { low: Number.NaN, high: Number.NaN, unbounded: "" };
  const counts = measured.map(countOf);
  const largest = Math.max(...counts.map((count) => count.value));
  const isOpen = measured.length < others.length || counts.some(({ high }) => !Number.isFinite(high));
  const most = isOpen ? whole.value : sumOfCounts(counts).value;
  const isLarger = counts.some((count) => count.low > whole.high);
  return {
    low: Math.max(0, whole.value - most) / whole.value,
    high: isLarger ? Number.NaN : Math.max(0, whole.value - largest) / whole.value,
    unbounded: looksElsewhere(measured, global) ? ELSEWHERE : isLarger ? LARGER : incomplete(whole),
  };
}

function isGlobal({ purposes }: Query): boolean {
  return purposes.split(" ").includes("global");
}

function looksElsewhere(parts: readonly Query[], global: readonly Query[]): boolean {
  const known = new Set(global.flatMap((row) => row.extensions.split(" ")));
  return parts.some((row) => row.extensions.split(" ").some((extension) => !known.has(extension)));
}

function incomplete({ high }: Count): string {
  return Number.isFinite(high) ? "" : INCOMPLETE;
}
