import type { Clock } from "../../census/clock.js";
import { abortError, PageError } from "./page-error.js";

export interface TimeLimit {
  readonly clock: Clock;
  readonly ms: number;
  readonly signal: AbortSignal;
}

/**
 * The result of some work, if it comes in time. The work itself is not stopped.
 *
 * Errors: PageError when it is late; AbortError as soon as `signal` is aborted; else what the work throws
 */
export async function withinTime<Value>(work: Promise<Value>, limit: TimeLimit): Promise<Value> {
  const { clock, ms, signal } = limit;
  const timer = new AbortController();
  const stop = () => timer.abort();
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  const late = clock.sleep(ms, timer.signal).then(() => {
    throw new PageError(`No answer came within ${ms / 1_000} s.`);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw signal.aborted ? abortError() : error;
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
  }
}
