import type { Clock } from "../census/clock.js";
import { QuotaError, RateLimitError } from "../census/errors.js";
import { secretBlanker } from "../config/blank-secrets.js";
import {
  type Answer,
  type FetchOptions,
  fetchAnswer,
  NoAnswerError,
  RedirectError,
} from "../http/fetch-answer.js";
import { maybeKeptPage } from "../http/kept-words.js";
import { blankWords } from "./blank-words.js";
import { blocked, failed, type PageReply } from "./page-reply.js";

/** Ten results are some kilobytes; all that stands on a page of Google's may be a megabyte. */
const MOST_BYTES = 5_000_000;

/** Sends the one request of an asking. */
export type Send = (
  address: string,
  request: Pick<FetchOptions, "method" | "headers" | "body">,
) => Promise<Answer>;

/** What tells the services apart that search for pages. */
export interface PageService {
  /** Who answers, as messages call it. */
  readonly calledName: string;
  /** What must be in nothing that is kept, in whatever way it is written. */
  readonly secrets: readonly string[];
  /** Sends exactly one request, by `send`. */
  ask(text: string, send: Send): Promise<Answer>;
  parse(answer: Answer, text: string, now: Date): PageReply;
}

export interface AskOptions extends Pick<FetchOptions, "fetch" | "timeoutMs" | "signal" | "cost"> {
  readonly clock: Clock;
}

/** How an asking ended, before it is known what it cost. */
export type PageReading = Exclude<PageReply, { readonly kind: "rest" | "quota" }>;

/**
 * Asks one text once, by one request, which is never repeated and never follows a redirect.
 *
 * Errors: RateLimitError, QuotaError; the reason of the signal when it is aborted
 */
export async function askPages(
  text: string,
  service: PageService,
  options: AskOptions,
): Promise<PageReading> {
  const blank = secretBlanker(service.secrets);
  try {
    const answer = await service.ask(text, sender(service, options));
    const reply = service.parse(answer, text, options.clock.now());
    return readingOf(blankWords(reply, blank), answer, blank);
  } catch (error) {
    const reply = maybeUnanswered(error);
    if (reply === undefined) throw error;
    return readingOf(blankWords(reply, blank));
  }
}

function sender({ calledName }: PageService, { clock: _, ...options }: AskOptions): Send {
  const limits = { service: calledName, mostBytes: MOST_BYTES, mostRedirects: 0 };
  return (address, request) => fetchAnswer(address, { ...options, ...limits, ...request });
}

function maybeUnanswered(error: unknown): PageReply | undefined {
  if (error instanceof NoAnswerError) return failed(error.message, true);
  if (!(error instanceof RedirectError)) return undefined;
  return blocked(
    `${error.message}: it is not followed, since a secret would go along`,
    "Check the address of the service: it must be the one that answers itself.",
  );
}

function readingOf(reply: PageReply, answer?: Answer, blank?: (text: string) => string): PageReading {
  switch (reply.kind) {
    case "rest":
      throw new RateLimitError(reply.rest);
    case "quota":
      throw new QuotaError(reply.reason, reply.until);
    case "counted":
    case "not given":
      return answer?.headers.has("x-census-practice") ? { ...reply, isPractice: true } : reply;
    default: {
      const page = answer && blank && maybeKeptPage(answer, blank);
      return { ...reply, ...(page && { page }) };
    }
  }
}
