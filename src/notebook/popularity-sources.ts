import { PRACTICE, SAMPLE_REPOSITORIES } from "../census/practice.js";
import type { Sources } from "../figures/figures-of.js";
import { rowsOf } from "../frames/data-frame.js";
import type { StudyData } from "../frames/study-data.js";

const RECORDS = "study 2025 (RIMEL, Université Côte d'Azur), table, timeline and spreadsheet";

/**
 * The source lines of the stars and of the years, where a run brought stars; nothing where they are the study's.
 *
 * A line that begins with "practice" marks its figure: made-up years of repositories mark the whole timeline.
 */
export function popularitySources({ sourceOf, stars }: StudyData): Partial<Pick<Sources, "stars" | "years">> {
  if (sourceOf.stars === sourceOf.companies) return {};
  const isPractice = sourceOf.stars.startsWith(PRACTICE);
  const answers = isPractice ? SAMPLE_REPOSITORIES : "GitHub's answers on repositories";
  const line = [`${sourceOf.stars}, ${answers}`, ...daysOf(stars)].join(", ");
  return { stars: line, years: isPractice ? `${line}; ${RECORDS}` : `${RECORDS}; ${line}` };
}

type Stars = StudyData["stars"];

/** The day, or the first and last of the days. */
function daysOf(stars: Stars): string[] {
  const asked = rowsOf<{ asked: string }>(stars).map((row) => row.asked);
  const days = [...new Set(asked)].filter(Boolean).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? [] : [first === last ? first : `${first} to ${last}`];
}
