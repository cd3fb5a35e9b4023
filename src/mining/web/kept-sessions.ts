import type { Clock } from "../../census/clock.js";
import type { CookieJar } from "./cookie-jar.js";
import {
  hasLiveSession,
  isSessionCookie,
  type SavedCookie,
  type SavedSession,
  type SessionOrigin,
} from "./saved-session.js";
import type { SessionStore } from "./session-store.js";
import { isOurs, type WebCredentials } from "./way-in.js";

export interface KeptSessionsOptions {
  readonly credentials: WebCredentials;
  readonly sessions: SessionStore;
  readonly clock: Clock;
}

/** A session that is kept, live, and made in a way that the settings still name. */
export function maybeKeptSession({
  credentials,
  sessions,
  clock,
}: KeptSessionsOptions): SavedSession | undefined {
  const kept = sessions.maybeLoad();
  if (kept === undefined || !isOurs(kept.origin, credentials)) return undefined;
  return hasLiveSession(kept.cookies, clock.now()) ? kept : undefined;
}

/** A session that has ended still holds the cookie by which GitHub knows the device, and asks for less. */
export function knownDeviceCookies({ credentials, sessions }: KeptSessionsOptions): SavedCookie[] {
  const kept = sessions.maybeLoad();
  if (kept === undefined || !isOurs(kept.origin, credentials)) return [];
  return kept.cookies.filter((cookie) => !isSessionCookie(cookie));
}

/** Keeps the session of a browser where it holds one; that it cannot be kept costs no more than another sign-in. */
export async function keepSession(
  cookies: CookieJar,
  origin: SessionOrigin,
  { sessions, clock }: KeptSessionsOptions,
): Promise<void> {
  try {
    const kept = await cookies.load();
    if (hasLiveSession(kept, clock.now())) sessions.save({ version: 1, origin, cookies: kept });
  } catch {
    // The browser is gone, or the disk is full.
  }
}
