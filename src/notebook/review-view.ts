import { openStudy } from "../data/open-study.js";
import { withReviews } from "../data/with-reviews.js";
import { rowsOf } from "../frames/data-frame.js";
import { precision } from "../frames/precision.js";
import { REVIEW_FILE_NAME } from "../review/load-review.js";
import type { ReviewRow } from "../review/review-row.js";
import { updateReview } from "../review/update-review.js";
import type { PartRun } from "../sources/census-part.js";

/** What people said of the pages that were found. */
export interface ReviewView {
  /** Where the sheet is, and how much of it is marked. */
  readonly about: string;
  /** One row a reviewer and company, and one for all of a reviewer's: as the frame has them, without the pairs. */
  readonly precision: readonly object[];
}

/**
 * Brings the review sheet of a run up to date, and reads what was marked, beside the marks of the published study.
 *
 * Input:  run undefined where nothing is searched
 * Errors: DataFileError where the sheet or the run's results cannot be read: they stay as they are
 */
export function reviewOf(run: PartRun | undefined, isPractice: boolean): ReviewView {
  const update = run && updateReview({ folder: run.whole.folder, isPractice });
  const label = run === undefined ? "" : `run ${run.name}`;
  const { reviews } = withReviews(openStudy(), { rows: update?.rows, label, isPractice });
  const rows = rowsOf<{ company: string; tool: string; reviewed: number }>(precision(reviews));
  return {
    about: update === undefined ? "There is no sheet: nothing was searched." : aboutText(update.rows, run),
    precision: rows
      .filter(({ company, tool, reviewed }) => tool === "" && (reviewed > 0 || company === ""))
      .map((row) => ({ ...row, company: row.company === "" ? "all" : row.company })),
  };
}

function aboutText(rows: readonly ReviewRow[], run: PartRun | undefined): string {
  const marked = rows.filter(({ relevant }) => relevant !== "").length;
  return `**\`${run?.place}/${REVIEW_FILE_NAME}\`** lists ${rows.length} pages; ${marked} of them are marked.`;
}
