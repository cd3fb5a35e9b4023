import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DataFileError } from "../census/errors.js";
import { shownPath } from "../census/shown-path.js";

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

export interface RunPlace {
  readonly folder: string;
  readonly isPractice: boolean;
}

/**
 * The folder of a run: of a real one, else of a practice run of that name.
 *
 * Errors: DataFileError when there is neither; it names those that there are
 */
export function findRun(name: string, root: string): RunPlace {
  for (const [parent, isPractice] of [
    [RUNS_FOLDER, false],
    [PRACTICE_FOLDER, true],
  ] as const) {
    if (foldersIn(join(root, parent)).includes(name)) return { folder: join(root, parent, name), isPractice };
  }
  const runs = foldersIn(join(root, RUNS_FOLDER));
  const practice = foldersIn(join(root, PRACTICE_FOLDER)).map((run) => `${run} (practice)`);
  const known = [...runs, ...practice];
  const found = known.length === 0 ? "there is no run yet" : `the runs are ${known.join(", ")}`;
  throw new DataFileError(`There is no run "${name}" in ${shownPath(join(root, RUNS_FOLDER))}: ${found}.`);
}

function foldersIn(folder: string): string[] {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
