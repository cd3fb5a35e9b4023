import type { Blocked } from "../../census/outcome.js";
import type { Secret } from "../../config/secret.js";

/** The version of GitHub's interface that is asked for. */
export const API_VERSION = "2022-11-28";

/** What every request to GitHub's interface says of itself. */
export function apiHeaders(token: Secret | undefined): Record<string, string> {
  return {
    accept: "application/vnd.github+json",
    ...(token && { authorization: `Bearer ${token.reveal()}` }),
    "user-agent": "tracker-census",
    "x-github-api-version": API_VERSION,
  };
}

/** Why a token cannot be sent. Missing: undefined where it can */
export function maybeWrongToken(token: Secret): Pick<Blocked, "kind" | "reason" | "advice"> | undefined {
  if (/^[\x21-\x7e]+$/.test(token.reveal())) return undefined;
  return {
    kind: "blocked",
    reason: "the token holds characters that no token has, so nothing was sent",
    advice: "Copy the token anew from GitHub's settings into .env as GITHUB_TOKEN.",
  };
}
