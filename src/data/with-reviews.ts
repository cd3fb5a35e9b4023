import { checkedRows, frameOf } from "../frames/data-frame.js";
import { REVIEW_COLUMNS, type StudyData } from "../frames/study-data.js";
import type { ReviewRow } from "./review-row.js";

interface RunReviews {
  /** Undefined where the run has no sheet. */
  readonly rows: readonly ReviewRow[] | undefined;
  /** What the run is called. */
  readonly label: string;
  readonly isPractice: boolean;
}

const RELEVANT: Readonly<Record<ReviewRow["relevant"], number>> = { yes: 1, no: 0, "": Number.NaN };

/** A study with a run's reviews of pages behind its own reviews of pairs. */
export function withReviews(study: StudyData, { rows, label, isPractice }: RunReviews): StudyData {
  if (rows === undefined) return study;
  const reviewer = isPractice ? "review.csv, practice pages" : "review.csv, pages";
  const reviews = [
    ...checkedRows(study.reviews, REVIEW_COLUMNS),
    ...rows.map((row) => ({ ...row, relevant: RELEVANT[row.relevant], reviewer })),
  ];
  return {
    ...study,
    reviews: frameOf(REVIEW_COLUMNS, reviews),
    sourceOf: { ...study.sourceOf, reviews: `${study.sourceOf.reviews}; ${label}` },
  };
}
