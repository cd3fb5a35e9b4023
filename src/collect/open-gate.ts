import type { Clock, Random } from "../census/clock.js";
import type { Pace } from "../census/pace.js";
import type { Waiting } from "./progress.js";
import type { Due } from "./rests.js";
import { pauseMs } from "./waits.js";

/** Lets one asking through at a time, none before it is due. */
export interface Gate {
  /** Nothing passes for so many ms from now on. */
  hold(ms: number, reason: string): void;
  /** Until when nothing passes; undefined where the pace alone counts. */
  maybeHeld(): Due | undefined;
  /** Waits for its turn. Returns whether it may go: false where the signal was aborted. */
  pass(): Promise<boolean>;
}

export interface GateOptions {
  readonly pace: Pace;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** A rest that is not over yet. */
  readonly due: Due | undefined;
  /** Called when something waits, and with undefined when it may go. */
  readonly onWaiting: (waiting: Waiting | undefined) => void;
}

/** A gate of this pace. The first asking passes at once, unless a rest is due. */
export function openGate({ pace, clock, random, signal, due, onWaiting }: GateOptions): Gate {
  let held = due;
  let hasPassed = false;
  const waitMs = async (ms: number, why: string): Promise<void> => {
    const until = new Date(clock.now().getTime() + ms).toISOString();
    onWaiting({ ms, until, why });
    await clock.sleep(ms, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  };
  return {
    hold: (ms, reason) => {
      held = { time: new Date(clock.now().getTime() + ms), reason };
    },
    maybeHeld: () => held,
    async pass() {
      if (signal.aborted) return false;
      const ofPaceMs = hasPassed ? pauseMs(pace, random) : 0;
      const heldMs = held === undefined ? 0 : held.time.getTime() - clock.now().getTime();
      const [ms, why] = held && heldMs > ofPaceMs ? [heldMs, held.reason] : [ofPaceMs, "the pace"];
      if (ms > 0) await waitMs(ms, why);
      if (signal.aborted) return false;
      held = undefined;
      hasPassed = true;
      onWaiting(undefined);
      return true;
    },
  };
}
