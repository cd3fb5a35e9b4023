import { DataShapeError } from "../census/errors.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { FOUND_COLUMNS, LANDSCAPE_COLUMNS } from "./study-data.js";

export const COMPANY_LANDSCAPE_COLUMNS = {
  tool: "text",
  text: "number",
  title: "number",
  textShare: "number",
  titleShare: "number",
  titleRatio: "number",
  kept: "number",
  found: "number",
} as const;

/** A tool is kept where its text count, divided by the company's largest, is over this. Source: study 2025, spreadsheet. */
export const LANDSCAPE_THRESHOLD = 0.05;

/** By what the study divided titles, for both companies. Source: study 2025, spreadsheet. */
const STUDY_TITLE_DIVISOR = 150;

/**
 * One company against the landscape of tools: normalised text and title counts, and what was found by hand.
 *
 * Input:   landscape: company, tool, text, title (pages; NaN when not tried); found: company, tool, found (1, 0)
 * Returns: one row a tool that was tried at the company: tool, text, title (pages), textShare (of the company's largest
 *          text count), titleShare (of 150, as the study did: can be over 1), titleRatio (of the company's largest title
 *          count), kept (1 where textShare is over the threshold, 0 where not), found (1, 0)
 * Missing: NaN where not tried, or not looked up; the threshold says nothing of what was not tried
 * Errors:  DataShapeError when a column is absent, or the landscape does not hold the company
 * Source:  study 2025, spreadsheet of the landscape
 */
export function landscapeOf(landscape: Frame, found: Frame, company: string): Frame {
  const all = checkedRows(landscape, LANDSCAPE_COLUMNS);
  requireCompany(
    all.map((row) => row.company),
    company,
  );
  const tried = all.filter((row) => row.company === company && !(isAbsent(row.text) && isAbsent(row.title)));
  const foundAt = new Map(
    checkedRows(found, FOUND_COLUMNS)
      .filter((row) => row.company === company)
      .map((row) => [row.tool, row.found]),
  );
  const largestText = largest(tried.map((row) => row.text));
  const largestTitle = largest(tried.map((row) => row.title));
  const rows = tried.map(({ tool, text, title }) => ({
    tool,
    text,
    title,
    textShare: text / largestText,
    titleShare: title / STUDY_TITLE_DIVISOR,
    titleRatio: title / largestTitle,
    kept: isAbsent(text / largestText) ? Number.NaN : Number(text / largestText > LANDSCAPE_THRESHOLD),
    found: foundAt.get(tool) ?? Number.NaN,
  }));
  return frameOf(COMPANY_LANDSCAPE_COLUMNS, rows);
}

function requireCompany(companies: readonly string[], company: string): void {
  if (companies.length === 0 || companies.includes(company)) return;
  const known = [...new Set(companies)].join(", ");
  throw new DataShapeError(`The landscape does not hold ${company}: expected one of ${known}.`);
}

function isAbsent(count: number): boolean {
  return Number.isNaN(count);
}

/** NaN where nothing was tried or all is 0: nothing can be divided by it. */
function largest(counts: readonly number[]): number {
  const highest = Math.max(0, ...counts.filter((count) => !isAbsent(count)));
  return highest === 0 ? Number.NaN : highest;
}
