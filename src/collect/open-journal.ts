import nodeFiles from "node:fs";
import { join } from "node:path";
import { diskError, onDisk } from "../census/disk-error.js";
import { shownPath } from "../census/shown-path.js";
import type { FileSystem } from "./file-system.js";
import { lineOf } from "./journal-line.js";
import type { JournalRecord } from "./journal-records.js";
import { parseJournal } from "./parse-journal.js";
import { keepName, writeBytes } from "./write-bytes.js";

export const JOURNAL_FILE = "journal.jsonl";

/** All that happened in a run, one record a line; only ever written at its end. */
export interface Journal {
  readonly records: readonly JournalRecord[];
  /** What was mended when it was opened, a sentence; absent where nothing was. */
  readonly remark?: string;
  /**
   * Writes records. They are on the disk itself when this returns.
   *
   * Errors: RunError where the disk refuses: none of these records is kept, all earlier ones are
   */
  append(...records: readonly JournalRecord[]): void;
  close(): void;
}

/**
 * Opens a journal, or begins one, and cuts off what a write left that was cut short.
 *
 * Errors: DataFileError where it is broken (the file stays as it is); RunError where the disk refuses
 */
export function openJournal(files: FileSystem, path: string): Journal {
  const bytes = onDisk(path, () => maybeBytes(files, path)) ?? new Uint8Array();
  const { records, wholeBytes } = parseJournal(bytes, shownPath(path));
  const file = onDisk(path, () => files.openSync(path, "a"));
  const cutBytes = bytes.length - wholeBytes;
  try {
    onDisk(path, () => {
      if (cutBytes > 0) cutBack(files, file, wholeBytes);
    });
  } catch (error) {
    files.closeSync(file);
    throw error;
  }
  keepName(files, path);
  return {
    ...journalOf(files, { path, file, records: [...records], wholeBytes }),
    ...(cutBytes > 0 && { remark: cutRemark(path, cutBytes) }),
  };
}

/**
 * The records of a run, whoever holds it now; none where there is no such run. Nothing is written.
 *
 * Errors: DataFileError where its journal is broken; RunError where the disk refuses
 */
export function loadJournal(folder: string, files: FileSystem = nodeFiles): readonly JournalRecord[] {
  const path = join(folder, JOURNAL_FILE);
  const bytes = onDisk(path, () => maybeBytes(files, path)) ?? new Uint8Array();
  return parseJournal(bytes, shownPath(path)).records;
}

interface OpenFile {
  readonly path: string;
  readonly file: number;
  readonly records: JournalRecord[];
  wholeBytes: number;
}

function journalOf(files: FileSystem, open: OpenFile): Journal {
  let broken: unknown;
  let isClosed = false;
  return {
    records: open.records,
    append(...records) {
      if (broken !== undefined) throw broken;
      if (isClosed) throw new Error("The journal is closed.");
      const bytes = Buffer.from(records.map(lineOf).join(""));
      try {
        writeBytes(files, open.file, bytes);
      } catch (error) {
        broken = diskError(error, open.path);
        cutBackIfPossible(files, open);
        throw broken;
      }
      open.wholeBytes += bytes.length;
      open.records.push(...records);
    },
    close() {
      if (!isClosed) files.closeSync(open.file);
      isClosed = true;
    },
  };
}

function cutBack(files: FileSystem, file: number, wholeBytes: number): void {
  files.ftruncateSync(file, wholeBytes);
  files.fsyncSync(file);
}

/** Where it is not, the next opening cuts: half a record at the end is known as such. */
function cutBackIfPossible(files: FileSystem, { file, wholeBytes }: OpenFile): void {
  try {
    cutBack(files, file, wholeBytes);
  } catch {
    // The error that is on its way says what to do.
  }
}

function cutRemark(path: string, bytes: number): string {
  return `${shownPath(path)}: the last record was cut short (${bytes} bytes) and was taken off; what it held is asked again.`;
}

function maybeBytes(files: FileSystem, path: string): Uint8Array | undefined {
  try {
    return files.readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
