import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DataFileError } from "../census/errors.js";
import { PRACTICE_FOLDER, RUNS_FOLDER } from "../census/run-files.js";
import { shownPath } from "../census/shown-path.js";

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
