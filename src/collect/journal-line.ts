import { createHash } from "node:crypto";
import { maybeJson } from "../census/json.js";
import { JOURNAL_RECORD, type JournalRecord } from "./journal-records.js";

/** A record's JSON without its last bracket, the checksum, and the bracket. */
const LINE = /^(\{.*),"sum":"([0-9a-f]{16})"\}$/s;

/** A line that is no record: `found` says what it is instead, `isCutShort` that it may be the rest of a broken write. */
export interface BrokenLine {
  readonly found: string;
  readonly isCutShort: boolean;
}

/**
 * A record as one line, with its checksum and the end of line.
 *
 * Errors: TypeError where it is no record that could be read back: nothing such must reach the disk
 */
export function lineOf(record: JournalRecord): string {
  const json = JSON.stringify(record, (_key, value) => (value === Number.POSITIVE_INFINITY ? null : value));
  const maybeFault = faultOf(JSON.parse(json));
  if (maybeFault !== undefined) throw new TypeError(`A record of the journal is wrong: ${maybeFault}`);
  return `${json.slice(0, -1)},"sum":"${sumOf(json)}"}\n`;
}

/** The record in a line's bytes, without its end of line. */
export function parseLine(bytes: Uint8Array): JournalRecord | BrokenLine {
  const text = maybeText(bytes);
  const value = text === undefined ? undefined : maybeJson(text);
  if (text === undefined || value === undefined || value === null) {
    return { found: "a line that is cut short or damaged", isCutShort: true };
  }
  const [, start, sum] = LINE.exec(text) ?? [];
  if (start === undefined || sum !== sumOf(`${start}}`)) {
    return { found: "a line that was changed: its checksum does not fit", isCutShort: false };
  }
  const parsed = JOURNAL_RECORD.safeParse(value);
  return parsed.success ? parsed.data : { found: faultOf(value) ?? "something else", isCutShort: false };
}

/** The first 16 digits of the SHA-256 of the record's JSON. */
function sumOf(json: string): string {
  return createHash("sha256").update(json).digest("hex").slice(0, 16);
}

function faultOf(value: unknown): string | undefined {
  const [issue] = JOURNAL_RECORD.safeParse(value).error?.issues ?? [];
  return issue && `${issue.path.join(".") || "the line"} is not ${issue.message}`;
}

function maybeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
