import type { BrowserContext, Cookie } from "puppeteer";
import type { Clock } from "../../census/clock.js";
import { pageErrorOf } from "./page-error.js";
import type { SavedCookie } from "./saved-session.js";
import { withinTime } from "./within-time.js";

/**
 * The cookies of one site in a browser's context; those of other sites are left alone.
 *
 * Every method: PageError when the browser is gone or hangs, AbortError when the signal is aborted
 */
export interface CookieJar {
  load(): Promise<SavedCookie[]>;
  put(cookies: readonly SavedCookie[]): Promise<void>;
  remove(isRemoved: (cookie: SavedCookie) => boolean): Promise<void>;
}

export interface CookieJarOptions {
  readonly siteUrl: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const STEP_MS = 5_000;

export function cookieJar(context: BrowserContext, { siteUrl, clock, signal }: CookieJarOptions): CookieJar {
  const guarded = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await withinTime(work, { clock, ms: STEP_MS, signal });
    } catch (error) {
      throw signal.aborted ? error : pageErrorOf(error, siteUrl);
    }
  };
  const { hostname } = new URL(siteUrl);
  const siteCookies = async () =>
    (await guarded(context.cookies())).filter(({ domain }) => isOfHost(hostname, domain));
  return {
    load: async () => (await siteCookies()).map(savedCookie),
    put: (cookies) => guarded(context.setCookie(...cookies)),
    remove: async (isRemoved) => {
      const removed = (await siteCookies()).filter((cookie) => isRemoved(savedCookie(cookie)));
      await guarded(context.deleteCookie(...removed));
    },
  };
}

/** A cookie's domain is its host, or with a dot in front a domain above it. */
function isOfHost(hostname: string, domain: string): boolean {
  const above = domain.replace(/^\./, "");
  return hostname === above || (domain.startsWith(".") && hostname.endsWith(`.${above}`));
}

function savedCookie(cookie: Cookie): SavedCookie {
  const { name, value, domain, path, secure, httpOnly = false, sameSite, expires } = cookie;
  return {
    name,
    value,
    domain,
    path,
    secure,
    httpOnly,
    ...(sameSite === undefined || sameSite === "Default" ? {} : { sameSite }),
    ...(expires === undefined || expires < 0 ? {} : { expires }),
  };
}
