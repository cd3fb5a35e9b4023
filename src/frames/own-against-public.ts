import { type Count, isMeasured } from "../census/count.js";
import { PLACES } from "../census/page-search.js";
import { COUNT_COLUMNS, completeSum, countOf } from "./count-columns.js";
import { checkedRows, type Frame, frameOf, type RowOf } from "./data-frame.js";
import { PAGE_COLUMNS } from "./google-by-company.js";
import { shareRange } from "./share-range.js";

export const OWN_PUBLIC_COLUMNS = {
  company: "text",
  place: "text",
  ownTool: "text",
  ...COUNT_COLUMNS,
  publicValue: "number",
  publicLow: "number",
  publicHigh: "number",
  publicReading: "text",
  share: "number",
  shareLow: "number",
  shareHigh: "number",
  note: "text",
} as const;

type Row = RowOf<typeof PAGE_COLUMNS>;

/**
 * A company's own tool against the public ones, on the pages that name the company.
 *
 * A page that names two tools is in the counts of both, so the public tools' sum is one of counts, not of pages.
 *
 * Input:   one row a company, tool and place: company, tool, kind, place, value, low, high (pages), reading
 * Returns: one row a company and place, title before text: company, place, ownTool, value, low, high, reading (pages with
 *          the own tool), publicValue, publicLow, publicHigh, publicReading (the public tools' together; other companies'
 *          own tools have no part), share, shareLow, shareHigh (the own tool's in both, 0–1), note (why there is no share,
 *          or "")
 * Missing: NaN and a note where a company has no own tool, or its tool or all public ones were not measured. Where some
 *          public tool was not, their sum is a lower bound and shareLow is 0
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, "custom tools"
 */
export function ownAgainstPublic(pages: Frame): Frame {
  const all = checkedRows(pages, PAGE_COLUMNS);
  const companies = [...new Set(all.map((row) => row.company))];
  const rows = companies.flatMap((company) =>
    PLACES.map((place) => ({
      company,
      place,
      ...comparison(all.filter((row) => row.company === company && row.place === place)),
    })),
  );
  return frameOf(OWN_PUBLIC_COLUMNS, rows);
}

function comparison(rows: readonly Row[]) {
  const own = rows.filter((row) => row.kind === "own");
  const publicTools = rows.filter((row) => row.kind === "public");
  const [count, others] = [completeSum(own.map(countOf)), completeSum(publicTools.map(countOf))];
  const { share, low, high } = shareRange(count, others);
  return {
    ownTool: own.map((row) => row.tool).join(", "),
    ...count,
    publicValue: others.value,
    publicLow: others.low,
    publicHigh: others.high,
    publicReading: others.reading,
    share,
    shareLow: low,
    shareHigh: high,
    note: noteOf({ hasOwn: own.length > 0, count, others }),
  };
}

interface Compared {
  readonly hasOwn: boolean;
  readonly count: Count;
  readonly others: Count;
}

function noteOf({ hasOwn, count, others }: Compared): string {
  if (!hasOwn) return "no own tool";
  if (!isMeasured(count)) return "own tool not measured";
  if (!isMeasured(others)) return "no public tool measured";
  return count.value + others.value === 0 ? "no pages" : "";
}
