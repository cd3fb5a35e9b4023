import { join } from "node:path";

/** Where collections of real services go, and where those of practice go; in the project's folder. */
export const RUNS_FOLDER = join("data", "runs");
export const PRACTICE_FOLDER = join("data", "practice");

/** The file of a run's counts, in its folder. */
export const RESULT_FILE = "output.json";

/** Of a run's searches for pages, and of its repositories, in its folder; a run may have only some of the three. */
export const PAGES_FOLDER = "google";
export const PAGES_FILE = join(PAGES_FOLDER, RESULT_FILE);
export const POPULARITY_FOLDER = "popularity";
export const POPULARITY_FILE = join(POPULARITY_FOLDER, RESULT_FILE);
