import type { Clock } from "../../census/clock.js";
import type { CountSource, SearchedQuery } from "../../census/count-source.js";
import type { Outcome } from "../../census/outcome.js";
import type { Secret } from "../../config/secret.js";
import type { Cost } from "../../http/fetch-answer.js";
import { API_VERSION } from "./api-access.js";
import { apiSearches } from "./api-search.js";
import { countSearches, type Reading } from "./count-searches.js";
import { maybePhraseRefusal } from "./phrase-refusal.js";

export interface GitHubApiOptions {
  /** Root of the interface, without a slash at the end. */
  readonly apiUrl: string;
  /** What results call the service; the address where absent. */
  readonly service?: string;
  readonly token: Secret;
  readonly clock: Clock;
  /** That of the platform where absent. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long one request may take; 30 s where absent. */
  readonly timeoutMs?: number;
}

const LONGEST_REQUEST_MS = 30_000;

const CAVEAT =
  "Numbers of GitHub's interface for programs are not comparable with those of its site: an older engine with another index, " +
  "which ignores most punctuation, most forks, and repositories without a recent change.";

/**
 * GitHub's REST code search, for phrases. Each extension is a search of its own, and their counts are added up.
 *
 * Source: GitHub's pages on the REST search and on the syntax of the older code search
 */
export function githubApi(options: GitHubApiOptions): CountSource {
  return {
    name: "github-api",
    service: options.service ?? options.apiUrl,
    account: "token",
    caveat: CAVEAT,
    versions: { "GitHub REST API": API_VERSION },
    textOf: (query) => textOf(query, options),
    addressOf: (query) => addressOf(query, options),
    maybeRefusal: ({ query }) => maybePhraseRefusal(query),
    requestsFor: (query) => apiSearches(query, options.apiUrl).length,
    count: (query, signal) => count(query, signal, options),
    close: async () => {},
  };
}

/** Searches are joined by a plus, as their counts are. */
function textOf(query: SearchedQuery, { apiUrl }: GitHubApiOptions): string {
  return apiSearches(query, apiUrl)
    .map(({ text }) => text)
    .join(" + ");
}

/** That of the first search; the others differ in the extension alone. */
function addressOf(query: SearchedQuery, { apiUrl }: GitHubApiOptions): string {
  return apiSearches(query, apiUrl)[0]?.address ?? apiUrl;
}

async function count(query: SearchedQuery, signal: AbortSignal, options: GitHubApiOptions): Promise<Outcome> {
  const began = options.clock.now();
  const cost: Cost = { requests: 0, bytes: 0 };
  const reading = await read(query, signal, cost, options);
  return {
    ...reading,
    ...cost,
    text: textOf(query, options),
    address: addressOf(query, options),
    time: began.toISOString(),
    tookMs: options.clock.now().getTime() - began.getTime(),
  };
}

async function read(
  query: SearchedQuery,
  signal: AbortSignal,
  cost: Cost,
  { apiUrl, fetch = globalThis.fetch, timeoutMs = LONGEST_REQUEST_MS, ...rest }: GitHubApiOptions,
): Promise<Reading> {
  const reason = maybePhraseRefusal(query.query);
  if (reason !== undefined) return { kind: "failed", reason, mayHelpToAskAgain: false };
  try {
    return await countSearches(apiSearches(query, apiUrl), { ...rest, fetch, timeoutMs, signal, cost });
  } catch (error) {
    if (signal.aborted) throw new DOMException("The asking was stopped.", "AbortError");
    throw error;
  }
}
