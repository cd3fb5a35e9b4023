import { checkedRows, type Frame, frameOf, type RowOf } from "./data-frame.js";
import { NORMALISED_COLUMNS } from "./normalised-pages.js";

/**
 * The companies' tools that are over the threshold, or that the interval of their count may put over it.
 *
 * Input:   normalised pages: company, tool, textShare, kept, certain
 * Returns: the rows of tools that are over the threshold or not certain to be under it: companies in order of first
 *          appearance, each one's tools by textShare, the largest first
 * Missing: a tool whose texts were not measured has no row
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, spreadsheet of the landscape
 */
export function overThreshold(normalised: Frame): Frame {
  const all = checkedRows(normalised, NORMALISED_COLUMNS);
  const companies = [...new Set(all.map((row) => row.company))];
  const rows = companies.flatMap((company) =>
    all
      .filter((row) => row.company === company && mayBeOver(row))
      .toSorted((a, b) => b.textShare - a.textShare),
  );
  return frameOf(NORMALISED_COLUMNS, rows);
}

function mayBeOver({ kept, certain }: RowOf<typeof NORMALISED_COLUMNS>): boolean {
  return kept === 1 || (kept === 0 && !certain);
}
