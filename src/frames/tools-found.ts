import { checkedRows, type Frame, frameOf, type RowOf } from "./data-frame.js";
import { NORMALISED_COLUMNS } from "./normalised-pages.js";

export const TOOLS_FOUND_COLUMNS = {
  company: "text",
  tools: "text",
  found: "number",
  low: "number",
  high: "number",
  measured: "number",
} as const;

/**
 * The tools that are over the threshold at each company, those with most pages first.
 *
 * Input:   normalised pages: company, tool, textShare, kept, certain
 * Returns: one row a company, in order of first appearance: company, tools (as text, by share), found (their number), low
 *          and high (the number if every count were at the end that is worst, or best, for the tool), measured (tools)
 * Missing: a company whose texts were not measured: tools "", found, low and high NaN, measured 0
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, spreadsheet of the landscape
 */
export function toolsFound(normalised: Frame): Frame {
  const all = checkedRows(normalised, NORMALISED_COLUMNS);
  const companies = [...new Set(all.map((row) => row.company))];
  return frameOf(
    TOOLS_FOUND_COLUMNS,
    companies.map((company) => foundAt(all.filter((row) => row.company === company))),
  );
}

type Row = RowOf<typeof NORMALISED_COLUMNS>;

function foundAt(rows: readonly Row[]): RowOf<typeof TOOLS_FOUND_COLUMNS> {
  const company = rows[0]?.company ?? "";
  const measured = rows.filter((row) => !Number.isNaN(row.kept));
  if (measured.length === 0) {
    const none = Number.NaN;
    return { company, tools: "", found: none, low: none, high: none, measured: 0 };
  }
  const found = measured.filter((row) => row.kept === 1).toSorted((a, b) => b.textShare - a.textShare);
  return {
    company,
    tools: found.map((row) => row.tool).join(", "),
    found: found.length,
    low: found.filter((row) => row.certain).length,
    high: measured.filter((row) => row.kept === 1 || !row.certain).length,
    measured: measured.length,
  };
}
