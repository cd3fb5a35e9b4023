import { type Count, isMeasured } from "../census/count.js";
import type { Place } from "../census/page-search.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { pageCounts } from "./google-by-company.js";
import { LANDSCAPE_THRESHOLD } from "./landscape-of.js";
import { type ShareRange, shareRange } from "./share-range.js";
import { GOOGLE_COLUMNS } from "./study-data.js";

export const NORMALISED_COLUMNS = {
  ...GOOGLE_COLUMNS,
  textShare: "number",
  textShareLow: "number",
  textShareHigh: "number",
  titleShare: "number",
  titleShareLow: "number",
  titleShareHigh: "number",
  kept: "number",
  certain: "flag",
} as const;

/**
 * Pages of every company and tool, divided by the company's largest count, text and title each.
 *
 * Input:   one row a company and tool: the columns of Google's pages
 * Returns: the same rows with textShare, titleShare (of the largest count that was measured at the company, 0–1), each
 *          with Low and High; kept (1 where textShare is over the study's threshold of 0.05, 0 where not); certain (the
 *          whole interval lies on that side of it)
 * Missing: NaN where not measured, or where all of the company's counts are 0; certain is then false
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, spreadsheet of the landscape; titles are divided as texts are, where the sheet divided them by 150
 */
export function normalisedPages(google: Frame): Frame {
  const rows = checkedRows(google, GOOGLE_COLUMNS).map((row) => ({ row, counts: pageCounts(row) }));
  const normalised = rows.map(({ row, counts }) => {
    const others = rows.filter((other) => other.row.company === row.company && other.row !== row);
    const of = (place: Place) =>
      shareOfLargest(
        counts[place],
        others.map((other) => other.counts[place]),
      );
    const [text, title] = [of("text"), of("title")];
    return {
      ...row,
      textShare: text.share,
      textShareLow: text.low,
      textShareHigh: text.high,
      titleShare: title.share,
      titleShareLow: title.low,
      titleShareHigh: title.high,
      kept: Number.isNaN(text.share) ? Number.NaN : Number(text.share > LANDSCAPE_THRESHOLD),
      certain: text.low > LANDSCAPE_THRESHOLD || text.high <= LANDSCAPE_THRESHOLD,
    };
  });
  return frameOf(NORMALISED_COLUMNS, normalised);
}

function shareOfLargest(count: Count, others: readonly Count[]): ShareRange {
  const measured = others.filter(isMeasured);
  const largest = (end: "value" | "low" | "high") => Math.max(0, ...measured.map((other) => other[end]));
  const rest = { value: largest("value"), low: largest("low"), high: largest("high") };
  return shareRange(count, rest, Math.max);
}
