import type { Secret } from "../../config/secret.js";
import { SIGN_IN_BY_HAND } from "./page-signs.js";
import {
  originHash,
  SAME_SITE_COOKIE,
  type SavedCookie,
  SESSION_COOKIE,
  type SessionOrigin,
} from "./saved-session.js";
import type { Verdict } from "./verdict.js";

/** Who asks. What is absent is not set. */
export interface WebCredentials {
  readonly username?: string;
  readonly password?: Secret;
  readonly totpSecret?: Secret;
  readonly session?: Secret;
}

/** A way in: the kept session, the cookie of GH_SESSION, user and password; or none, and nobody is signed in. */
export type Way = "kept" | "cookie" | "password" | "none";

/** GitHub takes a user name in any letter case. */
export function userHash(username: string): string {
  return originHash(username.toLowerCase());
}

/** Whether a session was made by hand, or by what is set now; nothing set is no objection. */
export function isOurs(origin: SessionOrigin, { username, session }: WebCredentials): boolean {
  if (origin.kind === "hand" || (username === undefined && session === undefined)) return true;
  if (origin.kind === "user") return username !== undefined && userHash(username) === origin.hash;
  return session !== undefined && originHash(session.reveal()) === origin.hash;
}

/** How a session was made, in words. */
export function accountOf(origin: SessionOrigin): string {
  const words = { user: "user and password", cookie: "session cookie", hand: "a sign-in by hand" };
  return words[origin.kind];
}

/** The cookie of somebody signed in, with the twin that GitHub sets beside it; over https alone may it have that. */
export function sessionCookies(value: string, siteUrl: string): SavedCookie[] {
  const { hostname, protocol } = new URL(siteUrl);
  const secure = protocol === "https:";
  const cookie = { name: SESSION_COOKIE, value, domain: hostname, path: "/", secure, httpOnly: true };
  const twin: SavedCookie = { ...cookie, name: SAME_SITE_COOKIE, sameSite: "Strict" };
  return [{ ...cookie, sameSite: "Lax" }, ...(secure ? [twin] : [])];
}

/** What is left to say when no way in is left, by the last one. */
export const REFUSALS: Readonly<Record<Way, Verdict>> = {
  kept: {
    kind: "blocked",
    reason: "The kept session has ended, and nothing else is set to sign in with.",
    advice: "Sign in by hand with npm run login, or put GH_USERNAME and GH_PASSWORD into .env.",
  },
  cookie: {
    kind: "blocked",
    reason: "GitHub no longer accepts the session cookie of GH_SESSION.",
    advice: "Put a fresh one into .env, or sign in by hand with npm run login.",
  },
  password: {
    kind: "blocked",
    reason: "GitHub took user name and password, and treats the browser as signed out all the same.",
    advice: SIGN_IN_BY_HAND,
  },
  none: {
    kind: "blocked",
    reason: "GitHub shows its search only to somebody signed in.",
    advice:
      "Put GH_USERNAME and GH_PASSWORD into .env, or GH_SESSION, or sign in by hand with npm run login.",
  },
};
