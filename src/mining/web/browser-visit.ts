import type { Browser, BrowserContext } from "puppeteer";
import type { Clock } from "../../census/clock.js";
import { abortError, PageError } from "./page-error.js";
import { WebPage } from "./web-page.js";
import { withinTime } from "./within-time.js";

export interface BrowserVisitOptions {
  readonly launch: () => Promise<Browser>;
  readonly clock: Clock;
  readonly siteUrl: string;
  readonly pageMs: number;
}

export interface OpenPage {
  readonly page: WebPage;
  readonly context: BrowserContext;
  /** Whether the context has just been made, and so knows nobody. */
  readonly isFresh: boolean;
}

/** Longest time for a browser to start, or to open a page. */
const OPENING_MS = 60_000;
const CLOSING_MS = 5_000;

const KNOWN_ERRORS = ["AbortError", "PageError", "SetupError", "RunError"];

/**
 * One browser with one page of the site, both replaced where they broke. Cookies live in a context of their own, which
 * the browser never writes into its files.
 */
export class BrowserVisit {
  readonly #options: BrowserVisitOptions;
  #browser: Promise<Browser> | undefined;
  #context: BrowserContext | undefined;
  #page: WebPage | undefined;
  #version: string | undefined;
  /** Of the pages that were replaced. */
  #former = { requests: 0, bytes: 0 };

  constructor(options: BrowserVisitOptions) {
    this.#options = options;
  }

  /** The browser's name and version; undefined before it was first started. */
  get version(): string | undefined {
    return this.#version;
  }

  /** What all pages asked for and got so far. */
  get traffic(): { readonly requests: number; readonly bytes: number } {
    const { requests, bytes } = this.#page?.traffic ?? { requests: 0, bytes: 0 };
    return { requests: this.#former.requests + requests, bytes: this.#former.bytes + bytes };
  }

  /** The context that knows who is signed in, where it still lives. */
  get maybeContext(): BrowserContext | undefined {
    return this.#context?.browser().connected ? this.#context : undefined;
  }

  /** Errors: PageError when it takes too long or fails, SetupError when there is no browser, RunError where the disk refuses, AbortError */
  async open(signal: AbortSignal): Promise<OpenPage> {
    const { clock } = this.#options;
    try {
      return await withinTime(this.#open(signal), { clock, ms: OPENING_MS, signal });
    } catch (error) {
      const isKnown = error instanceof Error && KNOWN_ERRORS.includes(error.name);
      throw isKnown ? error : new PageError("The browser did not start, or broke at once.");
    }
  }

  async #open(signal: AbortSignal): Promise<OpenPage> {
    const known = this.maybeContext;
    const context = known ?? (await this.#freshContext(signal));
    if (known === undefined || this.#page?.isUsable !== true) {
      this.#former = this.traffic;
      this.#page = undefined;
      this.#page = await WebPage.open(context, this.#options);
    }
    return { page: this.#page, context, isFresh: known === undefined };
  }

  async #freshContext(signal: AbortSignal): Promise<BrowserContext> {
    await this.#endBrowser();
    // Who stopped the asking has closed everything by now: nobody would close another browser.
    if (signal.aborted) throw abortError();
    this.#browser = this.#options.launch();
    const browser = await this.#browser;
    this.#version = await browser.version();
    this.#context = await browser.createBrowserContext();
    return this.#context;
  }

  async close(): Promise<void> {
    this.#former = this.traffic;
    this.#page = undefined;
    await this.#endBrowser();
  }

  /** Politely, and by force where it does not listen. A browser that is still starting is waited for. */
  async #endBrowser(): Promise<void> {
    const browser = await this.#browser?.catch(() => undefined);
    this.#browser = undefined;
    this.#context = undefined;
    if (browser === undefined) return;
    const { clock } = this.#options;
    const { signal } = new AbortController();
    const closing = browser.close();
    await withinTime(closing, { clock, ms: CLOSING_MS, signal }).catch(() =>
      browser.process()?.kill("SIGKILL"),
    );
  }
}
