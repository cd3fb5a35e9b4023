import { existsSync } from "node:fs";
import { join } from "node:path";
import { PAGES_FOLDER } from "../census/run-files.js";
import type { RunPlace } from "./find-run.js";
import { readTable } from "./read-table.js";
import { REVIEW_FORM, type ReviewRow } from "./review-row.js";

export const REVIEW_FILE_NAME = "review.csv";

/** The sheet of a run, from its folder. */
export const REVIEW_FILE = join(PAGES_FOLDER, REVIEW_FILE_NAME);

/**
 * The sheet in which a person says which of the first results of a run are relevant, also as a spreadsheet program saved it.
 *
 * Missing: undefined where there is none yet
 * Errors:  DataFileError with line and column: no UTF-8, other columns, a mark that is neither yes nor no, a page twice
 */
export function loadReviewIn({ folder }: Pick<RunPlace, "folder">): readonly ReviewRow[] | undefined {
  const path = join(folder, REVIEW_FILE);
  return existsSync(path) ? readTable(path, REVIEW_FORM) : undefined;
}
