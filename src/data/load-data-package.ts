import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DataFileError } from "../census/errors.js";
import { readText, shownPath } from "./read-text.js";

const DESCRIPTION = z.object({ resources: z.array(z.object({ name: z.string(), path: z.string() })) });

/** The description of a data set, in the Frictionless form. */
export const DATA_PACKAGE_FILE = "datapackage.json";

/**
 * The files of a data set: from the name of each resource in its datapackage.json to the file's path.
 *
 * Errors: DataFileError when datapackage.json is absent or broken, or names a file that is absent or outside the folder
 */
export function loadDataPackage(folder: string): ReadonlyMap<string, string> {
  const path = join(folder, DATA_PACKAGE_FILE);
  const shown = shownPath(path);
  const parsed = DESCRIPTION.safeParse(parseJson(readText(path), shown));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new DataFileError(`${shown}: expected resources with name and path; ${faults.join("; ")}.`);
  }
  const files = parsed.data.resources.map(({ name, path: file }) => [name, join(folder, file)] as const);
  const outside = parsed.data.resources.find((resource) => /^([/\\]|[a-z]:)|\.\./i.test(resource.path));
  if (outside !== undefined) {
    throw new DataFileError(`${shown}: expected paths inside the folder, found ${outside.path}.`);
  }
  const absent = files.filter(([, file]) => !existsSync(file)).map(([name, file]) => `${file} (${name})`);
  if (absent.length > 0) {
    throw new DataFileError(
      `${shown}: expected every file that it names, found none at ${absent.map(shownPath).join(", ")}.`,
    );
  }
  return new Map(files);
}

/** Errors: DataFileError when the text is no JSON. */
export function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DataFileError(`${shown}: expected JSON, found a fault: ${(error as Error).message}.`);
  }
}
