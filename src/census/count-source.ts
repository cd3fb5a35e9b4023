import type { Outcome } from "./outcome.js";
import type { MiningQuery } from "./query.js";

/** What is counted in code: the part of a query that a code search sees. */
export type SearchedQuery = Pick<MiningQuery, "query" | "extensions">;

/**
 * Something that can be asked for a number: in how many files a query is found, how many pages hold some words, how many
 * stars a repository has. The collector knows sources by this alone.
 *
 * Query: the part of a question that the service sees
 *
 * A source opens what it needs (a browser, a session) when it is first asked, and closes it in `close`.
 */
export interface CountSource<Query = SearchedQuery> {
  readonly name: string;
  /** The service that is asked: its address, or "practice". */
  readonly service: string;
  /** How it is let in, without a name: "user and password", "session cookie", "token", "nothing". */
  readonly account: string;
  /** Whether its counts may stand beside those of other sources, and if not why; a sentence. */
  readonly caveat?: string;
  /** The versions that results depend on, such as that of the browser, by name; known once it has been asked. */
  readonly versions: Readonly<Record<string, string>>;

  /** The search text as it would be sent, and its address for a person. */
  textOf(query: Query): string;
  addressOf(query: Query): string;
  /** Why this source cannot ask a query at all, as a sentence; undefined where it can. Nothing is sent. */
  maybeRefusal(query: Query): string | undefined;
  /** Requests that a query costs at least, beside what a page fetches by itself. */
  requestsFor(query: Query): number;

  /**
   * Asks one query once. Never stores, never waits between queries, never asks the same again, except that it signs in
   * once more where the session has ended.
   *
   * Errors: RateLimitError where the service asks to wait; QuotaError where it answers nothing more before a time of
   *         another day; AbortError when `signal` is aborted. All else is an outcome.
   */
  count(query: Query, signal: AbortSignal): Promise<Outcome>;

  /** Ends what was opened; may be called twice, and before anything was asked. */
  close(): Promise<void>;
}
