import type { Counted, NotGiven, Outcome, Rest } from "../census/outcome.js";
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
  wanted: Wanted<unknown>,
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
    ...evidenceOf(outcome),
    ...(rest && { rest }),
    ...(outcome.isPractice && { isPractice: true }),
  };
}

/** The record of an answer without a number. */
export function notGivenRecord(wanted: Wanted<unknown>, outcome: NotGiven): RecordOf<"not given"> {
  return {
    kind: "not given",
    ...asking(wanted, outcome),
    reason: outcome.reason,
    ...evidenceOf(outcome),
    ...(outcome.isPractice && { isPractice: true }),
  };
}

/** The record of an asking without an answer. Input: the names of the pages that were kept */
export function failureRecord(
  wanted: Wanted<unknown>,
  outcome: Exclude<Outcome, Counted | NotGiven>,
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

function evidenceOf({ evidence }: Pick<Counted, "evidence">): Pick<RecordOf<"reading">, "evidence"> {
  if (evidence === undefined) return {};
  const { pages, ...rest } = evidence;
  return { evidence: { ...rest, ...(pages && { pages: [...pages] }) } };
}

function asking(wanted: Wanted<unknown>, outcome: Outcome) {
  const { text, address, time, tookMs, requests, bytes } = outcome;
  if (text !== wanted.text) throw new TypeError(`The source sent ${text} where it meant ${wanted.text}.`);
  return { repeat: wanted.repeat, text, address, time, tookMs: Math.max(0, tookMs), requests, bytes };
}
