import * as fs from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import type { FileSystem } from "../collect/file-system.js";
import { saveWhole } from "../collect/write-bytes.js";
import type { CountedPages } from "../data/counted-pages.js";
import type { RunPlace } from "../data/find-run.js";
import { loadPagesIn } from "../data/load-pages.js";
import { loadReviewIn, REVIEW_FILE } from "../data/load-review.js";
import { delimiterIn } from "../data/read-table.js";
import { readText } from "../data/read-text.js";
import { REVIEW_FIELDS, REVIEW_FORM, type ReviewRow } from "../data/review-row.js";
import { harmlessAddress, harmlessTitle } from "./harmless-text.js";

export interface ReviewUpdate {
  readonly path: string;
  /** Results that were new to the sheet. */
  readonly added: number;
  readonly rows: readonly ReviewRow[];
}

/**
 * Brings a run's `google/review.csv` up to date: one row for each of the first results of each search.
 *
 * What is in the sheet stays, marks and notes and all; results that are new to it come behind, and are told apart by
 * search and address. The file is written whole, only where something is new, with the separator that it had.
 *
 * Returns: undefined where the run has no searches for pages
 * Errors:  DataFileError where the sheet cannot be read: it then stays as it is. RunError where the disk refuses
 */
export function updateReview(place: RunPlace, files: FileSystem = fs): ReviewUpdate | undefined {
  const searches = loadPagesIn(place);
  if (searches === undefined) return undefined;
  const path = join(place.folder, REVIEW_FILE);
  const before = loadReviewIn(place);
  const rows = withResults(before ?? [], searches);
  const added = rows.length - (before?.length ?? 0);
  if (added > 0) saveWhole(files, path, sheetText(rows, before === undefined ? "," : delimiterAt(path)));
  return { path, added, rows };
}

/** The rows of a sheet, and behind them the results that they lack. */
function withResults(rows: readonly ReviewRow[], searches: readonly CountedPages[]): readonly ReviewRow[] {
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  for (const row of searches.flatMap(resultsOf)) {
    if (!known.has(keyOf(row))) known.set(keyOf(row), row);
  }
  return [...known.values()];
}

function resultsOf({ company, tool, place, search, readings }: CountedPages): ReviewRow[] {
  return readings.flatMap(({ pages }) =>
    pages.map(({ title, address }, index) => ({
      ...{ company, tool, place, search },
      rank: index + 1,
      title: harmlessTitle(title),
      address: harmlessAddress(address),
      relevant: "" as const,
      note: "",
    })),
  );
}

function keyOf({ search, address }: ReviewRow): string {
  return JSON.stringify([search, address]);
}

/** With a byte order mark, by which spreadsheet programs know UTF-8. */
function sheetText(rows: readonly ReviewRow[], delimiter: string): string {
  return stringify([...rows], {
    header: true,
    columns: [...REVIEW_FIELDS],
    delimiter,
    bom: true,
    escape_formulas: true,
  });
}

function delimiterAt(path: string): string {
  return delimiterIn(readText(path), REVIEW_FORM.delimiters);
}
