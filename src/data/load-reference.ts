import { join } from "node:path";
import { z } from "zod";
import { DataFileError } from "../census/errors.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import { shownPath } from "../census/shown-path.js";
import { maybeDay, note, text } from "./cells.js";
import { DATA_PACKAGE_FILE, loadDataPackage, requireSameBytes } from "./load-data-package.js";
import { PUBLISHED_TABLES } from "./published-tables.js";
import { readTable, type TableForm } from "./read-table.js";

/** Where statements on other services lie, from the project's folder. */
export const REFERENCE_FOLDER = join("data", "reference", "2026-11");

const PLATFORMS = {
  row: z.object({
    platform: text,
    capability: text,
    verdict: PUBLISHED_TABLES["platform-capabilities"].row.shape.verdict,
    detail: note,
    source: note,
    checked: maybeDay,
  }),
  key: ["platform", "capability"],
} as const satisfies TableForm;

/** One statement on what a platform can count. */
export type PlatformStatement = z.output<typeof PLATFORMS.row>;

/**
 * What platforms let one count, one statement a row.
 *
 * Missing: an empty source or day of checking is ""
 * Errors:  DataFileError with file, line and column, what was expected and what was found
 */
export function loadReference(
  folder: string = join(PROJECT_ROOT, REFERENCE_FOLDER),
): readonly PlatformStatement[] {
  const resource = loadDataPackage(folder).get("platforms");
  if (resource === undefined) {
    throw new DataFileError(
      `${shownPath(join(folder, DATA_PACKAGE_FILE))}: expected a resource named platforms, found none.`,
    );
  }
  const rows = readTable(resource.file, PLATFORMS);
  requireSameBytes(resource);
  return rows;
}
