import type { Count } from "../census/count.js";
import type { Place } from "../census/page-search.js";
import { COUNT_COLUMNS, countOf } from "./count-columns.js";
import { checkedRows, type Frame, frameOf, type RowOf } from "./data-frame.js";
import { GOOGLE_COLUMNS } from "./study-data.js";

export const PAGE_COLUMNS = {
  company: "text",
  tool: "text",
  kind: "text",
  place: "text",
  ...COUNT_COLUMNS,
} as const;

/**
 * Pages that name a company and a tool, in the text and in the title: one count a row.
 *
 * Input:   one row a company and tool: company, tool, kind, text, textLow, textHigh, textReading, title, titleLow,
 *          titleHigh, titleReading (pages; NaN when not measured)
 * Returns: two rows a company and tool: company, tool, kind (own, public, other's), place (text, title),
 *          value, low, high (pages), reading
 * Missing: NaN stays NaN, and its reading is "not measured"
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, "companies and public tools", "custom tools"
 */
export function googleByCompany(google: Frame): Frame {
  const pages = checkedRows(google, GOOGLE_COLUMNS).flatMap((row) => {
    const { company, tool, kind } = row;
    const { text, title } = pageCounts(row);
    return [
      { company, tool, kind, place: "text", ...text },
      { company, tool, kind, place: "title", ...title },
    ];
  });
  return frameOf(PAGE_COLUMNS, pages);
}

/** The two counts of a row of Google's pages. */
export function pageCounts(row: RowOf<typeof GOOGLE_COLUMNS>): Readonly<Record<Place, Count>> {
  const { text, textLow, textHigh, textReading, title, titleLow, titleHigh, titleReading } = row;
  return {
    text: countOf({ value: text, low: textLow, high: textHigh, reading: textReading }),
    title: countOf({ value: title, low: titleLow, high: titleHigh, reading: titleReading }),
  };
}
