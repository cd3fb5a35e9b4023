import { dirname } from "node:path";
import { onDisk } from "../census/disk-error.js";
import { makeFolders } from "../census/make-folder.js";
import type { FileSystem } from "./file-system.js";

/** Writes all bytes, in as many pieces as the system takes them, and waits until they are on the disk itself. */
export function writeBytes(files: FileSystem, file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += files.writeSync(file, bytes, written);
  files.fsyncSync(file);
}

/**
 * Writes a file so that nobody ever reads half of it, even where the process is killed meanwhile.
 *
 * Errors: RunError where the disk refuses: the file is as it was
 */
export function saveWhole(files: FileSystem, path: string, content: string | Uint8Array): void {
  const partial = `${path}.partial`;
  onDisk(path, () => {
    try {
      writeNew(files, partial, content, "w");
      files.renameSync(partial, path);
    } catch (error) {
      removeIfPossible(files, partial);
      throw error;
    }
    keepName(files, path);
  });
}

/** Writes a file that is not there yet (flag `wx`), or anew (`w`), and leaves none behind where that fails. */
export function writeNew(
  files: FileSystem,
  path: string,
  content: string | Uint8Array,
  flag: "w" | "wx",
): void {
  const file = files.openSync(path, flag);
  try {
    writeBytes(files, file, Buffer.from(content));
  } catch (error) {
    removeIfPossible(files, path);
    throw error;
  } finally {
    files.closeSync(file);
  }
}

/** The error that is on its way says what is wrong. */
function removeIfPossible(files: FileSystem, path: string): void {
  try {
    files.rmSync(path, { force: true });
  } catch {
    // It stays.
  }
}

/** Makes a file's name as lasting as its bytes, where the system knows how: not on Windows. */
export function keepName(files: FileSystem, path: string): void {
  try {
    const folder = files.openSync(dirname(path), "r");
    try {
      files.fsyncSync(folder);
    } finally {
      files.closeSync(folder);
    }
  } catch {
    // The name then lasts as soon as the system gets to it.
  }
}

/** Makes a folder and those above it, where they are missing, as lasting as what will be in it. */
export function makeFolder(files: FileSystem, folder: string): void {
  const first = makeFolders(folder, { files });
  if (first === undefined) return;
  for (let at = folder; at.length >= first.length; at = dirname(at)) keepName(files, at);
}
