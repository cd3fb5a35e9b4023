import type { FailurePage } from "../census/outcome.js";
import type { Answer } from "./fetch-answer.js";

/** In characters: services quote the whole query, and more. */
const LONGEST_REASON = 400;

/** A reason of a length that one reads. Input: without secrets, since a part of one that is cut would stay */
export function shortReason(reason: string): string {
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
}

/** An answer as it is kept. Missing: undefined where it is empty, or was cut, which can be within a secret */
export function maybeKeptPage(
  { text, isCut }: Pick<Answer, "text" | "isCut">,
  blank: (text: string) => string,
): FailurePage | undefined {
  return text === "" || isCut ? undefined : { html: blank(text) };
}
