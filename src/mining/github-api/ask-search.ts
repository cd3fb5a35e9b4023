import type { Clock } from "../../census/clock.js";
import type { FailurePage, Rest } from "../../census/outcome.js";
import { secretBlanker } from "../../config/blank-secrets.js";
import type { Secret } from "../../config/secret.js";
import {
  type Answer,
  type FetchOptions,
  fetchAnswer,
  NoAnswerError,
  RedirectError,
} from "../../http/fetch-answer.js";
import { shortReason } from "../../http/kept-words.js";
import { apiHeaders, maybeWrongToken } from "./api-access.js";
import { parseApiAnswer, type Reply } from "./api-answer.js";
import { maybeUsedUpRest } from "./rate-limit.js";

/** Letters that one character of a token takes at most, however it is written: `\\u{0041}`. */
const LONGEST_CHARACTER = 10;

/** Answers are a few kilobytes: more than this is no answer to a search for one result. */
const MOST_BYTES = 1_000_000;
const MOST_REDIRECTS = 5;

export interface AskOptions extends Pick<FetchOptions, "fetch" | "timeoutMs" | "signal" | "cost"> {
  readonly token: Secret;
  readonly clock: Clock;
}

/** What one search was answered. `page` is kept where there is no number, `rest` where the limit is used up. */
export interface Asked {
  readonly reply: Reply;
  readonly page?: FailurePage;
  readonly rest?: Rest;
}

/** Asks one search once. Errors: RateLimitError where the service asks to wait; AbortError */
export async function askSearch(address: string, options: AskOptions): Promise<Asked> {
  const { token, clock } = options;
  const wrongToken = maybeWrongToken(token);
  if (wrongToken) return { reply: wrongToken };
  try {
    const answer = await fetchAnswer(address, {
      ...options,
      service: "GitHub",
      headers: apiHeaders(token),
      mostBytes: MOST_BYTES,
      mostRedirects: MOST_REDIRECTS,
    });
    return asked(answer, parseApiAnswer(answer, clock.now()), options);
  } catch (error) {
    if (error instanceof NoAnswerError) {
      return { reply: { kind: "failed", reason: error.message, mayHelpToAskAgain: true } };
    }
    if (error instanceof RedirectError) return { reply: sentAway(error.message) };
    throw error;
  }
}

function asked(answer: Answer, reply: Reply, { token, clock }: AskOptions): Asked {
  const rest = maybeUsedUpRest(answer.headers, clock.now());
  if (reply.kind === "counted") return { reply, ...(rest && { rest }) };
  const blank = secretBlanker([token.reveal()]);
  const hidden = { ...reply, reason: shortReason(blank(reply.reason)) };
  return answer.text === "" ? { reply: hidden } : { reply: hidden, page: { html: pageOf(answer, token) } };
}

/** A body that was cut can end within the token, written in whatever way. */
function pageOf({ text, isCut }: Answer, token: Secret): string {
  const blank = secretBlanker([token.reveal()]);
  return isCut ? blank(text).slice(0, -token.reveal().length * LONGEST_CHARACTER) : blank(text);
}

function sentAway(message: string): Reply {
  return {
    kind: "blocked",
    reason: `${message}: the token is not sent along`,
    advice: "Check GITHUB_API_URL: it must be the address that answers itself.",
  };
}
