import { sentence } from "../census/sentence.js";
import { nextUtcDay } from "../census/utc-day.js";
import type { Stop } from "./ask-wanted.js";
import { timeText } from "./time-text.js";

/** How a session ended, as its journal and its provenance say; `stop` where it ended before its end. */
export type Ending = { readonly how: string; readonly stop?: Stop };

export const INTERRUPTED: Ending = { how: "interrupted" };

/** Where a reading stopped the run, its row holds the advice; else the ending alone can say when to come back. */
export function stopped(stop: Stop, isOfReading: boolean): Ending {
  const { reason, advice } = stop;
  if (advice === undefined || isOfReading) return { how: `stopped: ${reason}`, stop };
  return { how: `stopped: ${sentence(reason)} ${advice}`, stop };
}

/** A service that is down, or out of reach, is not asked for all that is left. */
export function outOfOrder(givenUp: number): Ending {
  const reason = `${givenUp} searches in a row had no answer, each after several attempts.`;
  const advice =
    "See whether the service can be reached, then start again: the run goes on where it stopped.";
  return stopped({ reason, advice }, false);
}

export function untilAnotherDay(postponed: number, now: Date): Ending {
  const reason = `${postponed === 1 ? "1 search is" : `${postponed} searches are`} to be repeated on another day.`;
  const advice = `Start again after ${timeText(nextUtcDay(now))}, with the same run.`;
  return stopped({ reason, advice }, false);
}
