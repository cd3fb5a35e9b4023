import { SESSION_SECONDS } from "./sessions.js";

const YEAR_SECONDS = 365 * 24 * 3_600;

/**
 * One `Set-Cookie` header. Never `Secure`, since a browser takes such a cookie from https alone.
 *
 * Input: seconds: how long it is kept; the browser's own session where absent
 */
function cookie(name: string, value: string, seconds?: number): string {
  const age = seconds === undefined ? "" : `; Max-Age=${seconds}`;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${age}`;
}

/** The cookies of somebody who has signed in: names and lives as on GitHub. */
export function signedInCookies(session: string, username: string): readonly string[] {
  return [
    cookie("user_session", session, SESSION_SECONDS),
    cookie("logged_in", "yes", YEAR_SECONDS),
    cookie("dotcom_user", username, YEAR_SECONDS),
  ];
}

export function visitorCookie(key: string): string {
  return cookie("_gh_sess", key);
}

export function deviceCookie(device: string): string {
  return cookie("_device_id", device, YEAR_SECONDS);
}
