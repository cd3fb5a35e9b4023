import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { PAGE_READING_COLUMNS } from "./study-data.js";

export const CORRECTED_COLUMNS = {
  company: "text",
  tool: "text",
  name: "text",
  place: "text",
  search: "text",
  correction: "text",
  isApplied: "flag",
  readings: "number",
} as const;

/**
 * The searches whose answer came with another spelling: what was counted may be another query.
 *
 * Input:   one row a reading: company, tool, name, place, search, correction ("" where none), isApplied
 * Returns: one row a search and correction: company, tool, name, place, search, correction (the other text), isApplied (the
 *          number is the other text's; else it was only suggested), readings (answers that came with it)
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  this project's own
 */
export function correctedSearches(pageReadings: Frame): Frame {
  const rows = checkedRows(pageReadings, PAGE_READING_COLUMNS)
    .filter((row) => row.correction !== "")
    .map(({ company, tool, name, place, search, correction, isApplied }) => ({
      ...{ company, tool, name, place, search, correction, isApplied },
    }));
  const keys = rows.map((row) => JSON.stringify(row));
  const distinct = rows.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
  return frameOf(
    CORRECTED_COLUMNS,
    distinct.map((row) => ({ ...row, readings: keys.filter((key) => key === JSON.stringify(row)).length })),
  );
}
