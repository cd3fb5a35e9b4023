import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { YEAR_COLUMNS } from "./study-data.js";

export const TOOL_YEAR_COLUMNS = {
  tool: "text",
  by: "text",
  year: "number",
  low: "number",
  high: "number",
  differs: "flag",
} as const;

/**
 * When each tool appeared, with the range over the study's three records of it.
 *
 * Input:   one row a tool: tool, by, reportYear, timelineYear, sheetYear (NaN where a record lacks it)
 * Returns: one row a tool: tool, by (company, open source), year (the report's), low, high, differs (records disagree)
 * Missing: year is NaN where the report has none; low and high are NaN where no record has one
 * Errors:  DataShapeError when a column is absent
 * Source:  study 2025, table of years, timeline, spreadsheet
 */
export function yearsOfTools(years: Frame): Frame {
  const rows = checkedRows(years, YEAR_COLUMNS).map(({ tool, by, reportYear, timelineYear, sheetYear }) => {
    const known = [reportYear, timelineYear, sheetYear].filter((year) => !Number.isNaN(year));
    const low = known.length === 0 ? Number.NaN : Math.min(...known);
    const high = known.length === 0 ? Number.NaN : Math.max(...known);
    return { tool, by, year: reportYear, low, high, differs: low < high };
  });
  return frameOf(TOOL_YEAR_COLUMNS, rows);
}
