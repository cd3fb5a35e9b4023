import { type Clock, SYSTEM_CLOCK } from "../../../src/census/clock.js";

/** A clock on which waits of one length end only when the test says so, and all others as they do. */
export interface HeldClock extends Clock {
  /** How many waits it has held so far. */
  readonly heldCount: number;
  /** Ends the waits that go on. */
  release(): void;
}

export function heldClock(heldMs: number): HeldClock {
  const waits = new Set<() => void>();
  let heldCount = 0;
  return {
    now: SYSTEM_CLOCK.now,
    sleep(ms, signal) {
      if (ms !== heldMs) return SYSTEM_CLOCK.sleep(ms, signal);
      heldCount += 1;
      return held(waits, signal);
    },
    get heldCount() {
      return heldCount;
    },
    release() {
      for (const end of waits) end();
    },
  };
}

function held(waits: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      waits.delete(end);
      resolve();
    };
    waits.add(end);
    signal?.addEventListener("abort", () => {
      waits.delete(end);
      reject(new DOMException("aborted", "AbortError"));
    });
  });
}
