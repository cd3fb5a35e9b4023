import { join } from "node:path";
import { DataFileError } from "../census/errors.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import { shownPath } from "../census/shown-path.js";
import { DATA_PACKAGE_FILE, loadDataPackage, requireSameBytes } from "./load-data-package.js";
import { PUBLISHED_TABLES, type PublishedTable, type RowOfTable } from "./published-tables.js";
import { readTable } from "./read-table.js";

/** Where the published study lies, from the project's folder. */
export const PUBLISHED_FOLDER = join("data", "published", "2025-01");

/** The rows of a published data set, by table; the columns are those of its files. */
export type PublishedData = { readonly [Name in PublishedTable]: readonly RowOfTable<Name>[] };

/**
 * The published data set, each table checked.
 *
 * Missing: an empty cell of a number column is NaN, never 0
 * Errors:  DataFileError with file, line and column, what was expected and what was found
 */
export function loadPublished(folder: string = join(PROJECT_ROOT, PUBLISHED_FOLDER)): PublishedData {
  const files = loadDataPackage(folder);
  const tables = Object.entries(PUBLISHED_TABLES).map(([name, form]) => {
    const resource = files.get(name);
    if (resource !== undefined) {
      const rows = readTable(resource.file, form);
      requireSameBytes(resource);
      return [name, rows];
    }
    const shown = shownPath(join(folder, DATA_PACKAGE_FILE));
    throw new DataFileError(
      `${shown}: expected a resource named ${name}, found ${[...files.keys()].join(", ")}.`,
    );
  });
  return Object.fromEntries(tables) as PublishedData;
}
