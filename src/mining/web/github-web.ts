import type { Browser, BrowserContext } from "puppeteer";
import type { Clock } from "../../census/clock.js";
import type { CountSource, SearchedQuery } from "../../census/count-source.js";
import type { Asking, Outcome } from "../../census/outcome.js";
import { PRACTICE } from "../../census/practice.js";
import { searchAddress } from "../../census/search-address.js";
import { LONGEST_SEARCH_TEXT, searchText } from "../../census/search-text.js";
import { Admission } from "./admission.js";
import { BrowserVisit } from "./browser-visit.js";
import { type CookieJar, cookieJar } from "./cookie-jar.js";
import { type Ended, outcomeOf, verdictOfError } from "./ended.js";
import { abortError } from "./page-error.js";
import type { SessionStore } from "./session-store.js";
import { SignedInSearch, type Work } from "./signed-in-search.js";
import type { WebCredentials } from "./way-in.js";
import { withPage } from "./with-page.js";

export interface GitHubWebOptions {
  /** The site's address, without a slash at the end. */
  readonly url: string;
  /** What results call the service; default: its address. */
  readonly service?: string;
  readonly credentials: WebCredentials;
  readonly sessions: SessionStore;
  /** Starts a browser; one that broke is replaced by another. */
  readonly launch: () => Promise<Browser>;
  readonly clock: Clock;
  /** Longest time for a page to come; default: 30 s. */
  readonly pageMs?: number;
  /** Longest time for the count endpoint to answer; default: 15 s. */
  readonly endpointMs?: number;
  /** Longest time for a count to appear in a page that is there; default: 10 s. */
  readonly lateTextMs?: number;
}

/**
 * GitHub's code search, asked with a browser as a person would: a query is one page and one request to the endpoint
 * from which the page itself takes its count.
 */
export function githubWeb(options: GitHubWebOptions): CountSource {
  return new GitHubWeb(options);
}

class GitHubWeb implements CountSource {
  readonly name = "github-web";
  readonly service: string;
  readonly #options: GitHubWebOptions;
  readonly #visit: BrowserVisit;
  readonly #admission: Admission;
  readonly #search: SignedInSearch;

  constructor(options: GitHubWebOptions) {
    const {
      url: siteUrl,
      service = siteUrl,
      pageMs = 30_000,
      endpointMs = 15_000,
      lateTextMs = 10_000,
      credentials,
      sessions,
      clock,
      launch,
    } = options;
    this.#options = options;
    this.service = service;
    this.#visit = new BrowserVisit({ launch, clock, siteUrl, pageMs });
    this.#admission = new Admission({ siteUrl, credentials, sessions, clock });
    this.#search = new SignedInSearch(this.#admission, {
      siteUrl,
      clock,
      endpointMs,
      lateTextMs,
      isPractice: service === PRACTICE,
    });
  }

  get account(): string {
    return this.#admission.account;
  }

  get versions(): Readonly<Record<string, string>> {
    const { version } = this.#visit;
    return version === undefined ? {} : { browser: version };
  }

  textOf(query: SearchedQuery): string {
    return searchText(query);
  }

  addressOf(query: SearchedQuery): string {
    return searchAddress(query, this.#options.url);
  }

  maybeRefusal(query: SearchedQuery): string | undefined {
    const { length } = searchText(query);
    return length <= LONGEST_SEARCH_TEXT
      ? undefined
      : `GitHub takes at most ${LONGEST_SEARCH_TEXT} characters, and this search has ${length}.`;
  }

  requestsFor(): number {
    return 2;
  }

  async count(query: SearchedQuery, signal: AbortSignal): Promise<Outcome> {
    if (signal.aborted) throw abortError();
    const started = this.#options.clock.now();
    const { text, address } = { text: this.textOf(query), address: this.addressOf(query) };
    const { requests, bytes } = this.#visit.traffic;
    const ended = await this.#ask({ text, address, signal });
    const asking: Asking = {
      text,
      address,
      time: started.toISOString(),
      tookMs: this.#options.clock.now().getTime() - started.getTime(),
      requests: this.#visit.traffic.requests - requests,
      bytes: this.#visit.traffic.bytes - bytes,
    };
    return outcomeOf(ended, asking);
  }

  async #ask(asked: Pick<Work, "text" | "address" | "signal">): Promise<Ended> {
    try {
      const { page, context, isFresh } = await this.#visit.open(asked.signal);
      const work = { ...asked, page, cookies: this.#cookies(context, asked.signal) };
      const verdict = await this.#search.ask(work, isFresh);
      return await withPage(verdict, work, { credentials: this.#options.credentials, service: this.service });
    } catch (error) {
      return { verdict: verdictOfError(error, asked.signal) };
    }
  }

  #cookies(context: BrowserContext, signal: AbortSignal): CookieJar {
    const { url: siteUrl, clock } = this.#options;
    return cookieJar(context, { siteUrl, clock, signal });
  }

  async close(): Promise<void> {
    const context = this.#visit.maybeContext;
    const { signal } = new AbortController();
    if (context !== undefined) await this.#admission.keep(this.#cookies(context, signal));
    await this.#visit.close();
  }
}
