import { DataShapeError } from "../census/errors.js";
import { CORRECTIONS } from "./corrections.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { SLIP_COLUMNS, type StudyData } from "./study-data.js";

export const SLIP_TABLE_COLUMNS = {
  id: "text",
  what: "text",
  asPublished: "text",
  corrected: "text",
  explanation: "text",
  place: "text",
} as const;

/**
 * The slips of the published material, each beside what the published data give instead, whichever run is looked at.
 *
 * Returns: one row a slip: id, what, asPublished, corrected (computed), explanation, place (in the published material)
 * Errors:  DataShapeError for a slip that nothing here corrects, or whose data are absent
 * Source:  study 2025, report, spreadsheet and saved notebook
 */
export function slipsOf(study: StudyData): Frame {
  const rows = checkedRows(study.slips, SLIP_COLUMNS).map((row) => {
    const correction = CORRECTIONS[row.id];
    if (correction !== undefined) return { ...row, corrected: correction(study) };
    const known = Object.keys(CORRECTIONS).join(", ");
    throw new DataShapeError(`Expected a slip that can be corrected (${known}), found "${row.id}".`);
  });
  return frameOf(SLIP_TABLE_COLUMNS, rows);
}
