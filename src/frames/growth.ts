import { type Count, isMeasured } from "../census/count.js";
import { countOf } from "./count-columns.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { GITHUB_COLUMNS } from "./study-data.js";

export const GROWTH_COLUMNS = {
  row: "number",
  tool: "text",
  query: "text",
  purposes: "text",
  before: "number",
  beforeLow: "number",
  beforeHigh: "number",
  after: "number",
  afterLow: "number",
  afterHigh: "number",
  ratio: "number",
  ratioLow: "number",
  ratioHigh: "number",
} as const;

/**
 * How counts changed from one collection to a later one, for the queries that both asked.
 *
 * Queries are the same where tool, text and extensions (in any order) are.
 *
 * Input:   twice one row a query: tool, query, extensions, value, low, high (files; NaN when not measured), reading
 * Returns: one row a shared query, in the order of the earlier collection: row (its number there), tool, query, purposes, before, beforeLow, beforeHigh,
 *          after, afterLow, afterHigh (files), ratio, ratioLow, ratioHigh (after / before)
 * Missing: a query that only one collection asked has no row; the ratio is NaN where either was not measured, or the
 *          earlier count is 0
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 */
export function growth(published: Frame, run: Frame): Frame {
  const later = new Map(checkedRows(run, GITHUB_COLUMNS).map((row) => [keyOf(row), row]));
  const rows = checkedRows(published, GITHUB_COLUMNS).flatMap((row) => {
    const match = later.get(keyOf(row));
    return match === undefined ? [] : [changeOf(row, countOf(row), countOf(match))];
  });
  return frameOf(GROWTH_COLUMNS, rows);
}

interface Question {
  readonly row: number;
  readonly tool: string;
  readonly query: string;
  readonly extensions: string;
  readonly purposes: string;
}

function keyOf({ tool, query, extensions }: Omit<Question, "row" | "purposes">): string {
  return JSON.stringify([tool, query, extensions.split(" ").toSorted()]);
}

function changeOf({ row, tool, query, purposes }: Question, before: Count, after: Count) {
  const isKnown = isMeasured(before) && isMeasured(after) && before.value > 0;
  return {
    row,
    tool,
    query,
    purposes,
    before: before.value,
    beforeLow: before.low,
    beforeHigh: before.high,
    after: after.value,
    afterLow: after.low,
    afterHigh: after.high,
    ratio: isKnown ? after.value / before.value : Number.NaN,
    ratioLow: isKnown ? after.low / before.high : Number.NaN,
    // Where the earlier count can have been 0, no upper end is known.
    ratioHigh: isKnown ? (before.low > 0 ? after.high / before.low : Number.POSITIVE_INFINITY) : Number.NaN,
  };
}
