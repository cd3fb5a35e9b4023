import { RateLimitError } from "../../census/errors.js";
import type { Asking, FailurePage, Outcome } from "../../census/outcome.js";
import { secretBlanker } from "../../config/blank-secrets.js";
import type { Privacy } from "./failure-page.js";
import { abortError, PageError } from "./page-error.js";
import { failedForNow, type Verdict } from "./verdict.js";

/** How an asking ended, and the page as it was where it did not end well. */
export interface Ended {
  readonly verdict: Verdict;
  readonly page?: FailurePage | undefined;
}

/**
 * What an error of the browser or the network means for the query: it is nobody's answer.
 *
 * Errors: AbortError where the asking was stopped; what is unexpected goes on, as it is the program's own
 */
export function verdictOfError(error: unknown, signal: AbortSignal): Verdict {
  if (signal.aborted) throw abortError();
  if (error instanceof PageError) return failedForNow(error.message);
  if (error instanceof Error && error.name === "SetupError") {
    return { kind: "blocked", reason: "There is no browser to ask with.", advice: error.message };
  }
  throw error;
}

/** A reason can quote the whole of a page. */
const LONGEST_REASON = 300;

/**
 * A reason can quote the site, and the site what it was given. Blanked first, then put on one line and cut: a secret
 * that is cut or whose blanks were folded would be found no more.
 *
 * What the site says stands in “quotation marks”: before them the words are ours, and a name in them is a mere word.
 */
export function withoutSecrets(verdict: Verdict, { secrets, names = [] }: Privacy): Verdict {
  if (!("reason" in verdict)) return verdict;
  const { own, quoted } = partsOf(verdict.reason);
  const shown = `${secretBlanker(secrets)(own)}${secretBlanker([...secrets, ...names])(quoted)}`;
  return { ...verdict, reason: shortLine(shown) };
}

function partsOf(reason: string): { own: string; quoted: string } {
  const at = reason.indexOf("“");
  return at < 0 ? { own: reason, quoted: "" } : { own: reason.slice(0, at), quoted: reason.slice(at) };
}

function shortLine(text: string): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, " ").trim();
  return line.length <= LONGEST_REASON ? line : `${line.slice(0, LONGEST_REASON)}…`;
}

/** Errors: RateLimitError where the site asks to wait */
export function outcomeOf({ verdict, page }: Ended, asking: Asking): Outcome {
  if (verdict.kind === "slow down") throw new RateLimitError(verdict.rest);
  if (verdict.kind === "signed out")
    throw new Error("Being signed out is answered by signing in, not an outcome.");
  if (verdict.kind === "counted") return { ...asking, ...verdict };
  return { ...asking, ...verdict, ...(page === undefined ? {} : { page }) };
}
