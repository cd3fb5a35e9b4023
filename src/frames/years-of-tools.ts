import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { YEAR_COLUMNS } from "./study-data.js";

export const TOOL_YEAR_COLUMNS = {
  tool: "text",
  by: "text",
  year: "number",
  low: "number",
  high: "number",
  differs: "flag",
  repositoryYear: "number",
} as const;

/**
 * When each tool appeared, with the range over the study's three records of it.
 *
 * Input:   one row a tool: tool, by, reportYear, timelineYear, sheetYear (NaN where a record lacks it), repositoryYear
 * Returns: one row a tool: tool, by (company, open source), year (the report's), low, high, differs (records disagree),
 *          repositoryYear (no record of the study's: a company's tool is older than its repository)
 * Missing: year is NaN where the report has none; low and high are NaN where no record has one; repositoryYear is NaN where
 *          the repository was not asked for
 * Errors:  DataShapeError when a column is absent
 * Source:  study 2025, table of years, timeline, spreadsheet
 */
export function yearsOfTools(years: Frame): Frame {
  const rows = checkedRows(years, YEAR_COLUMNS).map((row) => {
    const { tool, by, reportYear, timelineYear, sheetYear, repositoryYear } = row;
    const known = [reportYear, timelineYear, sheetYear].filter((year) => !Number.isNaN(year));
    const low = known.length === 0 ? Number.NaN : Math.min(...known);
    const high = known.length === 0 ? Number.NaN : Math.max(...known);
    return { tool, by, year: reportYear, low, high, differs: low < high, repositoryYear };
  });
  return frameOf(TOOL_YEAR_COLUMNS, rows);
}
