import { COUNT_COLUMNS, countOf } from "./count-columns.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";
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
 * Input:   one row a company and tool: company, tool, kind, text, textLow, textHigh, title, titleLow, titleHigh
 *          (pages; NaN when not measured), reading
 * Returns: two rows a company and tool: company, tool, kind (own, public), place (text, title),
 *          value, low, high (pages), reading
 * Missing: NaN stays NaN, and its reading is "not measured"
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, "companies and public tools", "custom tools"
 */
export function googleByCompany(google: Frame): Frame {
  const pages = checkedRows(google, GOOGLE_COLUMNS).flatMap((row) => {
    const { company, tool, kind, reading } = row;
    const text = countOf({ value: row.text, low: row.textLow, high: row.textHigh, reading });
    const title = countOf({ value: row.title, low: row.titleLow, high: row.titleHigh, reading });
    return [
      { company, tool, kind, place: "text", ...text },
      { company, tool, kind, place: "title", ...title },
    ];
  });
  return frameOf(PAGE_COLUMNS, pages);
}
