import { isMeasured } from "../census/count.js";
import { countOf } from "./count-columns.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { STAR_COLUMNS } from "./study-data.js";

/**
 * Stars of the candidate tools, most popular first; equal ones stay in the order of the input.
 *
 * Input:   one row a tool: tool, value, low, high (stars; NaN when not measured), reading, forks, createdYear (NaN when not
 *          known), archived, repository, asked ("" when not known)
 * Returns: the same rows
 * Missing: tools that were not measured come last
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, choice of tools
 */
export function popularity(stars: Frame): Frame {
  const rows = checkedRows(stars, STAR_COLUMNS).map((row) => ({ ...row, ...countOf(row) }));
  const rank = (row: { readonly value: number }) => (isMeasured(row) ? row.value : -1);
  return frameOf(
    STAR_COLUMNS,
    rows.toSorted((a, b) => rank(b) - rank(a)),
  );
}
