import type { Counted, Outcome, Rest } from "../census/outcome.js";
import type { RecordOf } from "./journal-records.js";
import type { Wanted } from "./remaining.js";

/** A rest as a journal keeps it. Input: ms, from which time on */
export function restOf(rest: Rest, ms: number, from: Date): NonNullable<RecordOf<"reading">["rest"]> {
  const { toldMs, reason } = rest;
  const isTold = toldMs !== undefined && Number.isFinite(toldMs) && toldMs >= 0;
  return { until: new Date(from.getTime() + ms).toISOString(), reason, ...(isTold && { toldMs }) };
}

/** The record of a number. Errors: TypeError where the source sent another text than it said it would */
export function readingRecord(
  wanted: Wanted,
  outcome: Counted,
  rest: RecordOf<"reading">["rest"],
): RecordOf<"reading"> {
  const { value, low, high, reading } = outcome.count;
  if (reading === "not measured") throw new TypeError("A count that was not measured is no reading.");
  return {
    kind: "reading",
    ...asking(wanted, outcome),
    count: { value, low, high, reading },
    readFrom: [...outcome.readFrom],
    remarks: [...outcome.remarks],
    ...(rest && { rest }),
    ...(outcome.isPractice && { isPractice: true }),
  };
}

/** The record of an asking without a number. Input: the names of the pages that were kept */
export function failureRecord(
  wanted: Wanted,
  outcome: Exclude<Outcome, Counted>,
  pages: string[],
): RecordOf<"failure"> {
  return {
    kind: "failure",
    outcome: outcome.kind,
    ...asking(wanted, outcome),
    reason: outcome.reason,
    ...(outcome.kind === "blocked" && { advice: outcome.advice }),
    pages,
  };
}

function asking(wanted: Wanted, outcome: Outcome) {
  const { text, address, time, tookMs, requests, bytes } = outcome;
  if (text !== wanted.text) throw new TypeError(`The source sent ${text} where it meant ${wanted.text}.`);
  return { repeat: wanted.repeat, text, address, time, tookMs: Math.max(0, tookMs), requests, bytes };
}
