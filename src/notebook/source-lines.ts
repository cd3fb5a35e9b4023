import type { Sources } from "../figures/figures-of.js";
import type { StudyData, StudyFrames } from "../frames/study-data.js";

const PUBLISHED_SOURCE = "study 2025 (RIMEL, Université Côte d'Azur)";

/** How each frame was measured, for source lines. */
const METHODS: Readonly<Partial<Record<keyof StudyFrames, string>>> = {
  google: "Google result totals, end of 2024",
  landscape: "Google result totals, end of 2024",
  found: "looked up by hand",
  reviews: "looked up by hand",
  years: "table, timeline and spreadsheet",
  stars: "GitHub stars, end of 2024",
};

/** The source line of each frame: whose it is, and who counted it when. */
export function sourcesOf({ sourceOf, countedBy, countedByOf }: StudyData): Sources {
  const published = sourceOf.reported;
  const lines = (Object.keys(sourceOf) as (keyof StudyFrames)[]).map((frame) => {
    const origin = sourceOf[frame].replace(published, PUBLISHED_SOURCE);
    const method = frame === "github" ? countedBy : (countedByOf[frame] ?? METHODS[frame]);
    return [frame, `${origin}${method === undefined ? "" : `, ${method}`}`];
  });
  return Object.fromEntries(lines) as Sources;
}
