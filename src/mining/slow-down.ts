import type { Rest } from "../census/outcome.js";
import { maybeRetryAfterMs } from "../http/retry-after.js";

/** By these a service may refuse for other reasons too; with a time to come back they ask to slow down. */
const WITH_TIME: readonly number[] = [403, 503];

/** Whether an answer asks to slow down, by its status and its `Retry-After` header. Source: RFC 6585, RFC 9110 */
export function asksToSlowDown(status: number, retryAfter: string | null): boolean {
  return status === 429 || (WITH_TIME.includes(status) && retryAfter !== null);
}

/** The rest that an answer asks for; `toldMs` is absent where it does not say how long. */
export function restOf(reason: string, retryAfter: string | null, now: Date): Rest {
  const toldMs = maybeRetryAfterMs(retryAfter, now);
  return { reason, ...(toldMs === undefined ? {} : { toldMs }) };
}
