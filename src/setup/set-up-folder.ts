import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The set-up's own folder inside the project, not committed. Deleting it costs one slow start. */
export function setUpFolder(root: string, ...path: string[]): string {
  return join(root, ".setup", ...path);
}

/** A new empty folder inside the set-up's own, for whoever asks to remove. */
export function temporaryFolder(root: string): string {
  const parent = setUpFolder(root, "temporary");
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, "run-"));
}

/** Writes a file so that nobody ever reads half of it; its folder is made when missing. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, text);
  renameSync(partial, path);
}
