import { DataFileError, RunError } from "../census/errors.js";
import { REVIEW_FILE_NAME } from "../data/load-review.js";
import { openStudy } from "../data/open-study.js";
import type { ReviewRow } from "../data/review-row.js";
import { withReviews } from "../data/with-reviews.js";
import { rowsOf } from "../frames/data-frame.js";
import { precision } from "../frames/precision.js";
import { updateReview } from "../review/update-review.js";
import type { PartRun } from "../sources/census-part.js";
import { markdownText } from "./markdown-text.js";
import { tellTerminal } from "./terminal.js";

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
 * A sheet that a person broke, or holds open, is told of and stays as it is: it keeps nothing from being asked.
 *
 * Input: run undefined where nothing is searched
 */
export function reviewOf(run: PartRun | undefined, isPractice: boolean): ReviewView {
  if (run === undefined) return viewOf("There is no sheet: nothing was searched.");
  try {
    const { rows } = updateReview({ folder: run.whole.folder, isPractice }) ?? { rows: [] };
    return viewOf(aboutText(rows, run), { rows, label: `run ${run.name}`, isPractice });
  } catch (error) {
    if (!FOR_THE_PERSON.includes((error as Error).name)) throw error;
    const message = `The review sheet was not read, and stays as it is. ${(error as Error).message}`;
    tellTerminal(message);
    return viewOf(`**${markdownText(message)}** Mend it, then run this cell again.`);
  }
}

/** A sheet that cannot be read, or written. */
const FOR_THE_PERSON: readonly string[] = [DataFileError.name, RunError.name];

function viewOf(about: string, ofRun?: Parameters<typeof withReviews>[1]): ReviewView {
  const { reviews } = ofRun === undefined ? openStudy() : withReviews(openStudy(), ofRun);
  const rows = rowsOf<{ company: string; tool: string; reviewed: number }>(precision(reviews));
  return {
    about,
    precision: rows
      .filter(({ company, tool, reviewed }) => tool === "" && (reviewed > 0 || company === ""))
      .map((row) => ({ ...row, company: row.company === "" ? "all" : row.company })),
  };
}

function aboutText(rows: readonly ReviewRow[], { place }: PartRun): string {
  const marked = rows.filter(({ relevant }) => relevant !== "").length;
  const pages = rows.length === 1 ? "1 page" : `${rows.length} pages`;
  return `**\`${place}/${REVIEW_FILE_NAME}\`** lists ${pages}; ${marked} of them ${marked === 1 ? "is" : "are"} marked.`;
}
