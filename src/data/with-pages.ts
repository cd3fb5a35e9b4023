import { PRACTICE, SAMPLE_PAGES } from "../census/practice.js";
import type { StudyData } from "../frames/study-data.js";
import { companyOptionsOf } from "./company-options.js";
import type { CountedPages } from "./counted-pages.js";
import { daysText } from "./days-text.js";
import type { RunPlace } from "./find-run.js";
import { loadPagesIn } from "./load-pages.js";
import { loadReviewIn } from "./load-review.js";
import { googleFrame, pageReadingsFrame } from "./page-frames.js";
import { withReviews } from "./with-reviews.js";

/** A study with a run's searches for pages in the place of its own, where the run has any. Errors: of {@link loadPagesIn} */
export function withPages(study: StudyData, place: RunPlace): StudyData {
  const searches = loadPagesIn(place);
  if (searches === undefined) return study;
  const isPractice = searches.some((search) => search.isPractice);
  const label = isPractice ? `${PRACTICE} run ${study.name}` : `run ${study.name}`;
  const countedBy = countedByText(searches, isPractice);
  return withReviews(
    {
      ...study,
      label: study.github === study.publishedGithub ? label : study.label,
      google: googleFrame(searches),
      pageReadings: pageReadingsFrame(searches),
      companyOptions: companyOptionsOf(searches, study),
      sourceOf: { ...study.sourceOf, google: label, pageReadings: label },
      countedByOf: { ...study.countedByOf, google: countedBy, pageReadings: countedBy },
    },
    { rows: loadReviewIn(place), label, isPractice },
  );
}

/** Who was asked, and when: `Google result totals by google-cse, 2026-11-25`. */
function countedByText(searches: readonly CountedPages[], isPractice: boolean): string {
  const sources = [...new Set(searches.flatMap(({ source }) => source ?? []))];
  const asked = sources.length === 0 ? "from elsewhere" : `by ${sources.join(" and ")}`;
  const totals = isPractice ? SAMPLE_PAGES : `Google result totals ${asked}`;
  return `${totals}, ${daysText(searches.map(({ time }) => time))}`;
}
