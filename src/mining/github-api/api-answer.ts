import { type Count, exactCount } from "../../census/count.js";
import { RateLimitError } from "../../census/errors.js";
import type { Blocked, Failed, Unreadable } from "../../census/outcome.js";
import type { Answer } from "../../http/fetch-answer.js";
import { type ApiDocument, documentOf, quotedMessage, saysWrong } from "./api-document.js";
import { maybeRefusedRest } from "./rate-limit.js";

/** A number, or why there is none, before it is known what the asking cost. */
export type Reply =
  | { readonly kind: "counted"; readonly count: Count }
  | Pick<Failed, "kind" | "reason" | "mayHelpToAskAgain">
  | Pick<Blocked, "kind" | "reason" | "advice">
  | Pick<Unreadable, "kind" | "reason">;

export const OTHER_FORM =
  "GitHub's answer has another form than the one that this version knows: no number is taken from it";

/**
 * What an answer of the interface for programs says.
 *
 * Missing: a number that is absent, or that something else in the answer contradicts, is never 0
 * Errors:  RateLimitError where the service asks to wait
 */
export function parseApiAnswer(answer: Answer, now: Date): Reply {
  const document = documentOf(answer.text);
  const { status } = answer;
  if (status === 200) return answer.isCut ? unreadable("GitHub's answer is far too long") : found(document);
  const rest = maybeRefusedRest(answer, document, now);
  if (rest) throw new RateLimitError(rest);
  if (status >= 500 || status === 408) return failed(`GitHub has trouble (status ${status})`, true);
  return refused(status, quotedMessage(document));
}

function found(document: ApiDocument | undefined): Reply {
  if (document === undefined)
    return unreadable("GitHub's answer is no JSON document: no number is taken from it");
  const { total_count: total, incomplete_results: isIncomplete, items } = document;
  if (saysWrong(document)) {
    return failed(`GitHub answered, and says that something is wrong${quotedMessage(document)}`, true);
  }
  const listed = items ?? [];
  if (total === undefined || isIncomplete === undefined || !Array.isArray(listed))
    return unreadable(OTHER_FORM);
  if (total < listed.length) return unreadable("GitHub's answer holds more files than it says it counted");
  if (!isIncomplete) return { kind: "counted", count: exactCount(total) };
  return total === 0
    ? failed("GitHub stopped searching before it found anything", true)
    : {
        kind: "counted",
        count: { value: total, low: total, high: Number.POSITIVE_INFINITY, reading: "at least" },
      };
}

function refused(status: number, message: string): Reply {
  switch (status) {
    case 401:
      return {
        kind: "blocked",
        reason: `GitHub does not accept the token${message}`,
        advice: "Make a new token in GitHub's settings and put it into .env as GITHUB_TOKEN.",
      };
    case 403:
      return {
        kind: "blocked",
        reason: `GitHub refuses the search${message}`,
        advice: "Look at what the message asks for; a token of an organisation may need its consent.",
      };
    case 404:
      return {
        kind: "blocked",
        reason: `this address knows no code search${message}`,
        advice:
          "Check GITHUB_API_URL: https://api.github.com for GitHub itself, https://HOST/api/v3 for a server of your own.",
      };
    case 400:
    case 422:
      return failed(`GitHub does not take this query${message}`, false);
    default:
      return unreadable(`GitHub gave an answer that this version does not know (status ${status})${message}`);
  }
}

function failed(reason: string, mayHelpToAskAgain: boolean): Reply {
  return { kind: "failed", reason, mayHelpToAskAgain };
}

function unreadable(reason: string): Reply {
  return { kind: "unreadable", reason };
}
