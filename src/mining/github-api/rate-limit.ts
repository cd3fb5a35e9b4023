import type { Rest } from "../../census/outcome.js";
import type { Answer } from "../../http/fetch-answer.js";
import { maybeRetryAfterMs } from "../../http/retry-after.js";
import { asksToSlowDown, restOf } from "../slow-down.js";
import type { ApiDocument } from "./api-document.js";

/** What the service says where somebody asks too fast, whatever the limit that was hit. */
const TOO_FAST = /secondary rate limit|abuse detection|rate limit exceeded|wait a few minutes/i;

/**
 * The wait that a refusal asks for, or undefined where it refuses for another reason.
 *
 * Retry-After goes before the limit's own end, which counts only when nothing is left of the limit.
 * Source: GitHub's page on the rate limits of its REST API
 */
export function maybeRefusedRest(
  answer: Answer,
  document: ApiDocument | undefined,
  now: Date,
): Rest | undefined {
  const { status, headers, text } = answer;
  const retryAfter = headers.get("retry-after");
  if (maybeRetryAfterMs(retryAfter, now) !== undefined && asksToSlowDown(status, retryAfter)) {
    return restOf("GitHub asks to wait", retryAfter, now);
  }
  if (status !== 403 && status !== 429) return undefined;
  const usedUp = maybeUsedUpRest(headers, now);
  if (usedUp) return usedUp;
  return status === 429 || TOO_FAST.test(String(document?.message ?? text))
    ? { reason: "GitHub says that it was asked too often" }
    : undefined;
}

/** The wait after an answer that used up the limit; undefined where something is left, or nothing is said. */
export function maybeUsedUpRest(headers: Headers, now: Date): Rest | undefined {
  if (headers.get("x-ratelimit-remaining")?.trim() !== "0") return undefined;
  const reason = "the searches that GitHub allows a minute are used up";
  const reset = headers.get("x-ratelimit-reset")?.trim() ?? "";
  if (!/^\d{1,12}$/.test(reset)) return { reason };
  return { toldMs: Math.max(0, Number(reset) * 1_000 - now.getTime()), reason };
}
