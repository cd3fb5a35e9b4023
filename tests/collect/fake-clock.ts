import type { Clock } from "../../src/census/clock.js";

/** A clock that stands still but for what is slept, which takes no time at all. */
export interface FakeClock extends Clock {
  readonly slept: number[];
  /** Called when somebody begins to sleep. */
  onSleep?: (ms: number) => void;
  forward(ms: number): void;
}

export const START = new Date("2026-11-03T12:00:00.000Z");

export function fakeClock(start: Date = START): FakeClock {
  let now = start.getTime();
  const clock: FakeClock = {
    slept: [],
    now: () => new Date(now),
    forward(ms) {
      now += ms;
    },
    async sleep(ms, signal) {
      clock.slept.push(ms);
      clock.onSleep?.(ms);
      if (signal?.aborted) throw new DOMException("aborted", "AbortError");
      now += ms;
    },
  };
  return clock;
}
