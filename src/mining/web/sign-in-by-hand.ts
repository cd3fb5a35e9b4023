import type { Browser, BrowserContext } from "puppeteer";
import type { Clock } from "../../census/clock.js";
import { type CookieJarOptions, cookieJar } from "./cookie-jar.js";
import { hasLiveSession, type SavedCookie } from "./saved-session.js";
import { placeOf } from "./search-page.js";
import { isSignInPath } from "./sign-in-path.js";

export interface HandSignIn {
  /** A browser that the person sees. It is closed in the end. */
  readonly browser: Browser;
  readonly siteUrl: string;
  readonly clock: Clock;
  /** Longest time that the person may take. */
  readonly patienceMs: number;
}

export type HandSignInEnd =
  | { readonly kind: "in"; readonly cookies: readonly SavedCookie[] }
  | { readonly kind: "closed" | "too late" };

const LOOK_AGAIN_MS = 500;

/**
 * Opens the sign-in page and waits until the person is signed in, whatever the site asks on the way.
 *
 * Errors: those of the browser where the page cannot be opened
 */
export async function signInByHand({
  browser,
  siteUrl,
  clock,
  patienceMs,
}: HandSignIn): Promise<HandSignInEnd> {
  try {
    const context = await maybeSignInPage(browser, siteUrl);
    if (context === undefined) return { kind: "closed" };
    const { signal } = new AbortController();
    const latestMs = clock.now().getTime() + patienceMs;
    while (clock.now().getTime() < latestMs) {
      const cookies = await maybeSession(context, { siteUrl, clock, signal });
      if (cookies === "closed") return { kind: "closed" };
      if (cookies !== undefined) return { kind: "in", cookies };
      await clock.sleep(LOOK_AGAIN_MS);
    }
    return { kind: "too late" };
  } finally {
    await browser.close().catch(() => undefined);
  }
}

/** In a context of its own, whose cookies never get into the browser's files. Missing: undefined where it was closed */
async function maybeSignInPage(browser: Browser, siteUrl: string): Promise<BrowserContext | undefined> {
  const firstPages = await browser.pages();
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await Promise.all(firstPages.map((first) => first.close().catch(() => undefined)));
  try {
    await page.goto(`${siteUrl}/login`, { waitUntil: "domcontentloaded" });
  } catch (error) {
    if (page.isClosed() || !browser.connected) return undefined;
    throw error;
  }
  return context;
}

/** The cookies of somebody signed in, once no page is on the way in any more. */
async function maybeSession(
  context: BrowserContext,
  options: CookieJarOptions,
): Promise<SavedCookie[] | "closed" | undefined> {
  try {
    const pages = await context.pages();
    if (pages.length === 0 || !context.browser().connected) return "closed";
    const cookies = await cookieJar(context, options).load();
    const isThrough = pages.some((page) => isPastSignIn(page.url(), options.siteUrl));
    return isThrough && hasLiveSession(cookies, options.clock.now()) ? cookies : undefined;
  } catch {
    return context.browser().connected ? undefined : "closed";
  }
}

function isPastSignIn(address: string, siteUrl: string): boolean {
  const { path, isOtherSite } = placeOf(address, siteUrl);
  return !isOtherSite && !isSignInPath(path);
}
