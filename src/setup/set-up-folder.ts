import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isRunning } from "./process-tree.js";

/** The set-up's own folder inside the project, not committed. Deleting it costs one slow start. */
export function setUpFolder(root: string, ...path: string[]): string {
  return join(root, ".setup", ...path);
}

/** A new empty folder inside the set-up's own, for whoever asks to remove. Those of processes that were killed go. */
export function temporaryFolder(root: string): string {
  const parent = setUpFolder(root, "temporary");
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const pid = Number(/^run-(\d+)-/.exec(name)?.[1]);
    if (Number.isInteger(pid) && !isRunning(pid))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(parent, `run-${process.pid}-`));
}

/**
 * Writes a file so that nobody ever reads half of it; its folder is made when missing.
 *
 * Errors: those of the file system; the file is as it was
 */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  try {
    writeFileSync(partial, text);
    renameSync(partial, path);
  } catch (error) {
    removeIfPossible(partial);
    throw error;
  }
}

/** The error that is on its way says what is wrong with the disk. */
function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It stays.
  }
}
