import { DataFileError } from "../census/errors.js";
import { type BrokenLine, parseLine } from "./journal-line.js";
import type { JournalRecord } from "./journal-records.js";

const END_OF_LINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const RUN_VARIABLE = "CENSUS_RUN";

/** What a journal holds. */
export interface ParsedJournal {
  readonly records: readonly JournalRecord[];
  /** Length of the whole lines: what lies behind is the rest of a write that was cut short. */
  readonly wholeBytes: number;
}

/**
 * The records in a journal's bytes.
 *
 * A last line without its end, or cut short, is left out: a process was killed, or a disk was full, while it wrote.
 *
 * Errors: DataFileError with the line where any other line is broken or was changed, or the journal does not begin as
 *         one; `shown` is the file's name for it
 */
export function parseJournal(bytes: Uint8Array, shown: string): ParsedJournal {
  const lines = wholeLines(bytes);
  const records: JournalRecord[] = [];
  let wholeBytes = 0;
  for (const [place, line] of lines.entries()) {
    const record = parseLine(line);
    if ("found" in record) {
      const isLast = place === lines.length - 1;
      if (record.isCutShort && isLast && maybeOtherForm(bytes) === undefined) break;
      throw brokenLine(record, { place, shown, bytes });
    }
    requireOwn(record, records[0], `${shown}, line ${place + 1}`);
    records.push(record);
    wholeBytes += line.length + 1;
  }
  return { records, wholeBytes };
}

function wholeLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let to = bytes.indexOf(END_OF_LINE); to >= 0; to = bytes.indexOf(END_OF_LINE, from)) {
    lines.push(bytes.subarray(from, to));
    from = to + 1;
  }
  return lines;
}

interface Place {
  /** Of the line, from 0. */
  readonly place: number;
  readonly shown: string;
  /** Of the whole file. */
  readonly bytes: Uint8Array;
}

function brokenLine({ found }: BrokenLine, { place, shown, bytes }: Place): DataFileError {
  const form = maybeOtherForm(bytes);
  const what = form === undefined ? found : `a file that another program converted (${form})`;
  const advice =
    form !== undefined || place === 0
      ? `Put a copy of it back, or begin another run with ${RUN_VARIABLE}.`
      : "Put a copy of it back, or delete this line: what it held is asked again.";
  return new DataFileError(
    `${shown}, line ${place + 1}: expected a record as this program wrote it, found ${what}. ` +
      `The file was left as it is. ${advice}`,
  );
}

/** Forms that editors and other tools give a text; this program never does. */
function maybeOtherForm(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 3)).toString("hex");
  if (start.startsWith("fffe") || start.startsWith("feff")) return "to UTF-16";
  if (start === "efbbbf") return "with a byte order mark";
  const end = bytes.indexOf(END_OF_LINE);
  return end > 0 && bytes[end - 1] === CARRIAGE_RETURN ? "with the line ends of Windows" : undefined;
}

/** Numbers of two services in one run would pass for those of one. */
function requireOwn(record: JournalRecord, first: JournalRecord | undefined, place: string): void {
  const start = first ?? record;
  const expected = (what: string, found: string) =>
    new DataFileError(
      `${place}: expected ${what}, found ${found}. The file was left as it is: put a copy of it back, or begin another run with ${RUN_VARIABLE}.`,
    );
  if (start.kind !== "run") throw expected("the beginning of a run", `a record of the kind "${start.kind}"`);
  if (record.kind !== "run") return;
  if (record.source !== start.source || record.service !== start.service) {
    throw expected(
      `${start.source} at ${start.service}, as in line 1`,
      `${record.source} at ${record.service}`,
    );
  }
}
