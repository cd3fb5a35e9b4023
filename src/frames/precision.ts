import { wilsonInterval } from "../census/wilson-interval.js";
import { checkedRows, type Frame, frameOf, type RowOf } from "./data-frame.js";
import { REVIEW_COLUMNS } from "./study-data.js";

export const PRECISION_COLUMNS = {
  reviewer: "text",
  company: "text",
  tool: "text",
  reviewed: "number",
  relevant: "number",
  share: "number",
  low: "number",
  high: "number",
  waiting: "number",
} as const;

/**
 * How many of the things that a person looked up were relevant.
 *
 * What was looked up differs by reviewer (pairs of company and tool in the study, pages in a run's review.csv), so
 * reviewers are never added up.
 *
 * Input:   one row a review: company, tool, relevant (1, 0, NaN where nobody looked yet), reviewer
 * Returns: for each reviewer a row for all (company and tool ""), for each company (tool ""), and for each company and
 *          tool: reviewer, company, tool, reviewed, relevant (pairs or pages), share, low, high (0–1; Wilson's interval,
 *          95 %), waiting (listed and not looked at)
 * Missing: share is NaN where nothing was reviewed; low is then 0 and high 1
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, spreadsheet, "found in use by hand"
 */
export function precision(reviews: Frame): Frame {
  const all = checkedRows(reviews, REVIEW_COLUMNS);
  const groups = [wholeOf, companyOf, pairOf].flatMap((groupOf) => {
    const keys = all.map((row) => JSON.stringify(groupOf(row)));
    return [...new Set(keys)].map((key) => {
      const rows = all.filter((_, index) => keys[index] === key);
      return { ...groupOf(rows[0] as Row), ...tally(rows) };
    });
  });
  const reviewers = [...new Set(all.map((row) => row.reviewer))];
  const rows = reviewers.flatMap((reviewer) => groups.filter((group) => group.reviewer === reviewer));
  return frameOf(PRECISION_COLUMNS, rows);
}

type Row = RowOf<typeof REVIEW_COLUMNS>;

const wholeOf = ({ reviewer }: Row) => ({ reviewer, company: "", tool: "" });
const companyOf = ({ reviewer, company }: Row) => ({ reviewer, company, tool: "" });
const pairOf = ({ reviewer, company, tool }: Row) => ({ reviewer, company, tool });

function tally(rows: readonly Row[]) {
  const reviewed = rows.filter((row) => !Number.isNaN(row.relevant));
  const relevant = reviewed.filter((row) => row.relevant === 1).length;
  return {
    reviewed: reviewed.length,
    relevant,
    share: relevant / reviewed.length,
    ...wilsonInterval(relevant, reviewed.length),
    waiting: rows.length - reviewed.length,
  };
}
