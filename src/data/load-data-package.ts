import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DataFileError } from "../census/errors.js";
import { shownPath } from "../census/shown-path.js";
import { readText } from "./read-text.js";

const DESCRIPTION = z.object({
  resources: z.array(
    z.object({ name: z.string(), path: z.string(), hash: z.string().startsWith("sha256:").optional() }),
  ),
});

/** One file of a data set, as its description gives it. */
export interface Resource {
  readonly file: string;
  /** `sha256:` and the hash of the file's bytes; absent where the description gives none. */
  readonly hash?: string | undefined;
}

/** The description of a data set, in the Frictionless form. */
export const DATA_PACKAGE_FILE = "datapackage.json";

/**
 * The files of a data set: from the name of each resource in its datapackage.json to the file and its hash.
 *
 * Errors: DataFileError when datapackage.json is absent or broken, or names a file that is absent or outside the folder
 */
export function loadDataPackage(folder: string): ReadonlyMap<string, Resource> {
  const path = join(folder, DATA_PACKAGE_FILE);
  const shown = shownPath(path);
  const parsed = DESCRIPTION.safeParse(parseJson(readText(path), shown));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new DataFileError(`${shown}: expected resources with name and path; ${faults.join("; ")}.`);
  }
  const files = parsed.data.resources.map(
    ({ name, path: file, hash }) => [name, { file: join(folder, file), hash }] as const,
  );
  const outside = parsed.data.resources.find((resource) => /^([/\\]|[a-z]:)|\.\./i.test(resource.path));
  if (outside !== undefined) {
    throw new DataFileError(`${shown}: expected paths inside the folder, found ${outside.path}.`);
  }
  const absent = files
    .filter(([, { file }]) => !existsSync(file))
    .map(([name, { file }]) => `${file} (${name})`);
  if (absent.length > 0) {
    throw new DataFileError(
      `${shown}: expected every file that it names, found none at ${absent.map(shownPath).join(", ")}.`,
    );
  }
  return new Map(files);
}

/**
 * Holds a file against the hash of its description: a file cut short at a line's end looks whole otherwise.
 *
 * Errors: DataFileError when they differ
 */
export function requireSameBytes({ file, hash }: Resource): void {
  if (hash === undefined) return;
  const found = `sha256:${createHash("sha256").update(readFileSync(file)).digest("hex")}`;
  if (found === hash) return;
  throw new DataFileError(
    `${shownPath(file)}: expected the bytes whose hash ${DATA_PACKAGE_FILE} gives, ${hash}, found ${found}. ` +
      "Restore the file (git checkout), or, where the change is meant, write the new hash into the description.",
  );
}

/** Errors: DataFileError when the text is no JSON. */
export function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const fault = error instanceof RangeError ? "it is nested too deeply" : (error as Error).message;
    throw new DataFileError(`${shown}: expected JSON, found a fault: ${fault}.`);
  }
}
