import type { Rest } from "./outcome.js";

/** One thing that is wrong with what the person wrote, and where. */
export interface Finding {
  /** File and path inside it, such as `conf.json: mining.queries[3].purpose`. */
  readonly place: string;
  /** Position in the file, counted from 1; absent where there is none (a missing entry, a variable). */
  readonly line?: number;
  readonly column?: number;
  /** What was found, as text; absent where nothing was. Never a secret. */
  readonly value?: string;
  readonly expected: string;
}

/** One finding as one line: place, position, what is expected and what was found. */
export function findingText({ place, line, column, value, expected }: Finding): string {
  const position = line === undefined ? "" : ` (line ${line}, column ${column ?? 1})`;
  const found = value === undefined ? "" : `, found ${value}`;
  return `${place}${position}: expected ${expected}${found}`;
}

/** The configuration or the settings are wrong: nothing has been asked yet, and nothing will be. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
  readonly findings: readonly Finding[];

  constructor(summary: string, findings: readonly Finding[]) {
    super([summary, ...findings.map((finding) => `  - ${findingText(finding)}`)].join("\n"));
    this.findings = findings;
  }
}

/** A data file is absent, broken or not of the form that its description gives: nothing is drawn from it. */
export class DataFileError extends Error {
  override readonly name = "DataFileError";
}

/** A frame lacks a column, or a column holds what it should not: nothing is computed from it. */
export class DataShapeError extends Error {
  override readonly name = "DataShapeError";
}

/** Something that the project needs is not on this machine and could not be fetched. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

/** A notebook did not run through, or said something on stderr: its saved copy is left as it was. */
export class NotebookError extends Error {
  override readonly name = "NotebookError";
}

/** The service asks to wait: the run waits as told, and the query costs no attempt. */
export class RateLimitError extends Error {
  override readonly name = "RateLimitError";
  readonly rest: Rest;

  constructor(rest: Rest) {
    super(rest.reason);
    this.rest = rest;
  }
}

/** The quota is used up: nothing more is asked of this source before `until`, and the run stops, to be taken up again then. */
export class QuotaError extends Error {
  override readonly name = "QuotaError";
  readonly until: Date;

  /** Input: reason, a sentence */
  constructor(reason: string, until: Date) {
    super(reason);
    this.until = until;
  }
}

/** A run cannot start or go on, and nothing of it is lost: its folder is taken, of another source, or cannot be written. */
export class RunError extends Error {
  override readonly name = "RunError";
}
