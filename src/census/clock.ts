import { setTimeout as sleep } from "node:timers/promises";

/** Time, handed in: a test has its own. */
export interface Clock {
  now(): Date;
  /** Waits so many ms. Errors: AbortError as soon as `signal` is aborted */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Timers take no more than this, about 24.8 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const SYSTEM_CLOCK: Clock = {
  now: () => new Date(),
  sleep: async (ms, signal) => {
    for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
      await sleep(Math.min(left, LONGEST_TIMER_MS), undefined, signal ? { signal } : {});
    }
  },
};

/** A number in [0, 1), each equally likely. */
export type Random = () => number;
