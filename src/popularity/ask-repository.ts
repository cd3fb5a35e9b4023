import type { Clock } from "../census/clock.js";
import { RateLimitError } from "../census/errors.js";
import type { FailurePage, Rest } from "../census/outcome.js";
import type { Secret } from "../config/secret.js";
import {
  type Answer,
  type FetchOptions,
  fetchAnswer,
  NoAnswerError,
  RedirectError,
} from "../http/fetch-answer.js";
import { apiHeaders, maybeWrongToken } from "../mining/github-api/api-access.js";
import { documentOf } from "../mining/github-api/api-document.js";
import { maybeRefusedRest, maybeUsedUpRest } from "../mining/github-api/rate-limit.js";
import { fetchBelow } from "./fetch-below.js";
import type { KeptAnswer, KeptAnswers } from "./kept-answers.js";
import { parseRefusal, parseRepository, type RepositoryReply } from "./parse-repository.js";
import { maybeRepositoryDocument } from "./repository-document.js";
import { withoutSecrets, withoutToken } from "./without-secrets.js";

/** A repository is described in a few kB. */
const MOST_BYTES = 1_000_000;
/** A repository that was renamed, and its owner too, is two hops away. */
const MOST_REDIRECTS = 3;

export interface AskRepositoryOptions extends Pick<FetchOptions, "fetch" | "timeoutMs" | "signal" | "cost"> {
  readonly apiUrl: string;
  readonly token?: Secret;
  readonly clock: Clock;
  readonly kept: KeptAnswers;
}

/** What GitHub answered on one repository. `page` is kept where there is no number, `rest` where the limit is used up. */
export interface AskedRepository {
  readonly reply: RepositoryReply;
  readonly page?: FailurePage;
  readonly rest?: Rest;
}

/** Asks for one repository once. Errors: RateLimitError where the service asks to wait; AbortError */
export async function askRepository(
  repository: string,
  options: AskRepositoryOptions,
): Promise<AskedRepository> {
  const { apiUrl, token, kept } = options;
  const wrongToken = token && maybeWrongToken(token);
  if (wrongToken) return { reply: wrongToken };
  const url = `${apiUrl}/repos/${repository}`;
  const before = maybeReadable(kept.maybe(url));
  try {
    const fetch = fetchBelow(apiUrl, options);
    const answer = await fetchAnswer(url, {
      ...options,
      fetch,
      service: "GitHub",
      headers: { ...apiHeaders(token), ...(before && { "if-none-match": before.etag }) },
      mostBytes: MOST_BYTES,
      mostRedirects: MOST_REDIRECTS,
    });
    return asked(repository, { answer: withoutToken(answer, token), url, before }, options);
  } catch (error) {
    if (error instanceof NoAnswerError) {
      return { reply: { kind: "failed", reason: error.message, mayHelpToAskAgain: true } };
    }
    if (error instanceof RedirectError) return withoutSecrets(sentAway(error.message), NOTHING, token);
    throw error;
  }
}

/** No answer is kept of a redirect. */
const NOTHING = { text: "", isCut: false };

/** What is kept and no longer understood would be asked for in vain each time. */
function maybeReadable(kept: KeptAnswer | undefined): KeptAnswer | undefined {
  return kept && maybeRepositoryDocument(kept.body) ? kept : undefined;
}

interface Exchange {
  readonly answer: Answer;
  readonly url: string;
  readonly before: KeptAnswer | undefined;
}

function asked(repository: string, exchange: Exchange, options: AskRepositoryOptions): AskedRepository {
  const { answer } = exchange;
  const now = options.clock.now();
  const wait = maybeRefusedRest(answer, documentOf(answer.text), now);
  if (wait) throw new RateLimitError(inRequests(wait, answer, now));
  const reply = replyOf(repository, exchange);
  if (reply.kind === "counted") {
    keep(exchange, options.kept);
    const rest = maybeUsedUpRest(answer.headers, now);
    return { reply, ...(rest && { rest: inRequests(rest, answer, now) }) };
  }
  return withoutSecrets(reply, answer, options.token);
}

function replyOf(repository: string, { answer, before }: Exchange): RepositoryReply {
  if (answer.status === 304 && before) return parseRepository(before.body, repository);
  if (answer.status === 304)
    return unreadable("GitHub says that nothing has changed, and nothing was known before");
  if (answer.status !== 200) return parseRefusal(answer, repository);
  return answer.isCut
    ? unreadable("GitHub's answer is far too long")
    : parseRepository(answer.text, repository);
}

/** Only what is read is kept: an answer to a token can hold more than is public. */
function keep({ answer, url }: Exchange, kept: KeptAnswers): void {
  const etag = answer.headers.get("etag");
  const document = maybeRepositoryDocument(answer.text);
  if (etag !== null && document) kept.save(url, { etag, body: JSON.stringify(document) });
}

/** The limit of this interface is one of an hour, where that of searches is one of a minute. */
function inRequests(rest: Rest, { headers }: Answer, now: Date): Rest {
  if (rest.reason !== maybeUsedUpRest(headers, now)?.reason) return rest;
  const limit = headers.get("x-ratelimit-limit")?.trim() ?? "";
  const count = /^\d{1,9}$/.test(limit) ? `${limit} ` : "";
  return { ...rest, reason: `the ${count}requests that GitHub allows an hour are used up` };
}

function unreadable(reason: string): RepositoryReply {
  return { kind: "unreadable", reason };
}

function sentAway(message: string): Exclude<RepositoryReply, { kind: "counted" }> {
  return {
    kind: "blocked",
    reason: `${message}: nothing is sent there`,
    advice: "Check GITHUB_API_URL: it must be the address that answers itself.",
  };
}
