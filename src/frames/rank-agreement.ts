import { isMeasured } from "../census/count.js";
import { rankCorrelation } from "../census/rank-correlation.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { pageCounts } from "./google-by-company.js";
import { GOOGLE_COLUMNS } from "./study-data.js";

export const AGREEMENT_COLUMNS = { company: "text", tools: "number", rho: "number" } as const;

/** What the last row is called: the pairs of all companies in one. */
export const ALL_COMPANIES = "all companies";

/**
 * Whether texts and titles put a company's tools in the same order: Spearman's rank correlation.
 *
 * The order is that of the values; intervals that overlap could turn it.
 *
 * Input:   one row a company and tool: the columns of Google's pages
 * Returns: one row a company, then one for the pairs of all of them in one order: company, tools (measured in both the
 *          text and the title), rho (-1 to 1: 1 the same order, 0 none, -1 the reverse)
 * Missing: rho is NaN for fewer than three tools, or where all have as many pages in the text, or in the title
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  Spearman 1904; the comparison is this project's own
 */
export function rankAgreement(google: Frame): Frame {
  const all = checkedRows(google, GOOGLE_COLUMNS).flatMap((row) => {
    const { text, title } = pageCounts(row);
    return { company: row.company, isBoth: isMeasured(text) && isMeasured(title), text, title };
  });
  const rowOf = (company: string, rows: typeof all) => {
    const pairs = rows.filter((row) => row.isBoth).map((row) => [row.text.value, row.title.value] as const);
    return { company, tools: pairs.length, rho: rankCorrelation(pairs) };
  };
  const companies = [...new Set(all.map((row) => row.company))];
  const rows = companies.map((company) =>
    rowOf(
      company,
      all.filter((row) => row.company === company),
    ),
  );
  return frameOf(AGREEMENT_COLUMNS, rows.length === 0 ? [] : [...rows, rowOf(ALL_COMPANIES, all)]);
}
