import { readFileSync } from "node:fs";
import { DataFileError } from "../census/errors.js";
import { shownPath } from "../census/shown-path.js";

/**
 * A data file as text, without a byte order mark.
 *
 * Errors: DataFileError when it is absent, cannot be read, is empty or is not UTF-8
 */
export function readText(path: string): string {
  const shown = shownPath(path);
  const text = decode(readBytes(path), shown);
  if (text.trim() === "") throw new DataFileError(`${shown}: expected data, found an empty file.`);
  return text;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const found = code === "ENOENT" ? "no such file" : `a file that cannot be read (${code ?? "unknown"})`;
    throw new DataFileError(`${shownPath(path)}: expected a data file, found ${found}.`);
  }
}

function decode(bytes: Buffer, shown: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new DataFileError(
      `${shown}: expected text in UTF-8, found other bytes. Save the file again as UTF-8.`,
    );
  }
}
