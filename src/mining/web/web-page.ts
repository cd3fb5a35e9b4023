import type { BrowserContext, Dialog, Page } from "puppeteer";
import type { Clock } from "../../census/clock.js";
import { Breakage } from "./breakage.js";
import { PageError, pageErrorOf } from "./page-error.js";
import type { Landing } from "./search-page.js";
import { type Traffic, watchTraffic } from "./traffic.js";
import { withinTime } from "./within-time.js";

export interface WebPageOptions {
  readonly clock: Clock;
  /** The site's address, for messages. */
  readonly siteUrl: string;
  /** Longest time for a page to come. */
  readonly pageMs: number;
}

interface RunOptions<Args> {
  readonly args: Args;
  readonly signal: AbortSignal;
  readonly ms?: number;
  readonly mayRepeat?: boolean;
}

/** Longest time for anything that happens inside a page that is there. */
const STEP_MS = 10_000;

/**
 * One page of a browser. Whatever goes wrong with it is a PageError, and it is not used any more then.
 *
 * Every method: PageError when the page breaks or is late, AbortError when `signal` is aborted
 */
export class WebPage {
  readonly traffic: Traffic;
  readonly #page: Page;
  readonly #options: WebPageOptions;
  readonly #breakage = new Breakage();
  #isUsable = true;

  private constructor(page: Page, traffic: Traffic, options: WebPageOptions) {
    this.#page = page;
    this.traffic = traffic;
    this.#options = options;
    page.once("error", () => this.#break("The browser's page crashed."));
    page.once("close", () => this.#break("The browser's page was closed."));
    page.on("dialog", (dialog) => void answer(dialog).catch(() => undefined));
  }

  static async open(context: BrowserContext, options: WebPageOptions): Promise<WebPage> {
    const page = await context.newPage();
    return new WebPage(page, await watchTraffic(page), options);
  }

  #break(message: string): void {
    this.#isUsable = false;
    this.#breakage.tell(new PageError(message));
  }

  get isUsable(): boolean {
    return this.#isUsable && !this.#page.isClosed();
  }

  /** Loads an address until its text is there. */
  async load(address: string, signal: AbortSignal): Promise<Landing> {
    const { pageMs } = this.#options;
    return this.#within(this.#landing(address), pageMs, signal);
  }

  async #landing(address: string): Promise<Landing> {
    const before = this.traffic.landing;
    try {
      await this.#page.goto(address, { waitUntil: "domcontentloaded", timeout: 0 });
    } catch (error) {
      // An error without a page of its own: the browser shows one, and the status is known all the same.
      if (!/ERR_HTTP_RESPONSE_CODE_FAILURE/.test(String(error))) throw error;
    }
    return this.#landingAfter(before);
  }

  #landingAfter(before: Landing | undefined): Landing {
    const { landing } = this.traffic;
    if (landing === undefined || landing === before) throw new PageError("No page came.");
    return landing;
  }

  /**
   * Runs a function inside the page. It is sent there as text: it must use nothing from outside itself.
   *
   * `mayRepeat`: where the page leads itself elsewhere meanwhile, it is run there instead
   */
  async run<Args extends readonly unknown[], Value>(
    inPage: (...args: Args) => Value,
    { args, signal, ms = STEP_MS, mayRepeat = false }: RunOptions<Args>,
  ): Promise<Awaited<Value>> {
    const once = () => this.#page.evaluate(inPage as unknown as (...args: unknown[]) => Value, ...args);
    const work = mayRepeat
      ? once().catch((error) => (isGoneElsewhere(error) ? once() : Promise.reject(error)))
      : once();
    return this.#within(work as Promise<Awaited<Value>>, ms, signal);
  }

  /** Types a text into an empty field, key by key as a person does. */
  async type(selector: string, text: string, signal: AbortSignal): Promise<void> {
    await this.#within(this.#page.type(selector, text), STEP_MS, signal);
  }

  /** Does something that leads to another page, and waits for that. */
  async follow(act: () => Promise<void>, signal: AbortSignal): Promise<Landing> {
    const arrival = this.#arrival();
    await act();
    return this.#within(arrival, this.#options.pageMs, signal);
  }

  /** Does something that may lead to another page. Missing: undefined where nothing sets out within `patienceMs` */
  async maybeFollow(
    act: () => Promise<void>,
    { signal, patienceMs }: { signal: AbortSignal; patienceMs: number },
  ): Promise<Landing | undefined> {
    const { clock, pageMs } = this.#options;
    const { departures } = this.traffic;
    const arrival = this.#arrival();
    await act();
    const patience = clock.sleep(patienceMs, signal).then(() => undefined);
    const landing = await this.#within(Promise.race([arrival, patience]), pageMs, signal);
    const isUnderWay = landing === undefined && this.traffic.departures > departures;
    return isUnderWay ? this.#within(arrival, pageMs, signal) : landing;
  }

  #arrival(): Promise<Landing> {
    const before = this.traffic.landing;
    const arrival = this.#page
      .waitForNavigation({ waitUntil: "domcontentloaded", timeout: 0 })
      .then(() => this.#landingAfter(before));
    // Nobody waits for it where nothing comes.
    arrival.catch(() => undefined);
    return arrival;
  }

  async pressEnter(selector: string, signal: AbortSignal): Promise<void> {
    const press = async () => {
      await this.#page.focus(selector);
      await this.#page.keyboard.press("Enter");
    };
    await this.#within(press(), STEP_MS, signal);
  }

  async click(selector: string, signal: AbortSignal): Promise<void> {
    await this.#within(this.#page.click(selector), STEP_MS, signal);
  }

  async screenshot(signal: AbortSignal): Promise<Uint8Array> {
    return this.#within(this.#page.screenshot({ type: "png" }), STEP_MS, signal);
  }

  /** Closes the page without waiting for it: it may hang. */
  discard(): void {
    this.#isUsable = false;
    this.#page.close().catch(() => undefined);
  }

  async #within<Value>(work: Promise<Value>, ms: number, signal: AbortSignal): Promise<Value> {
    const { clock, siteUrl } = this.#options;
    try {
      return await this.#breakage.orBroken((broken) =>
        withinTime(Promise.race([work, broken]), { clock, ms, signal }),
      );
    } catch (error) {
      this.discard();
      throw isAbort(error) ? error : pageErrorOf(error, siteUrl);
    }
  }
}

/** Who would leave a page is asked whether to: dismissing that would mean to stay. */
async function answer(dialog: Dialog): Promise<void> {
  await (dialog.type() === "beforeunload" ? dialog.accept() : dialog.dismiss());
}

/** The browser's words where a page's place is taken by another page while something runs in it. */
function isGoneElsewhere(error: unknown): boolean {
  return error instanceof Error && /context was destroyed|Cannot find context/i.test(error.message);
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
