import { type Clock, SYSTEM_CLOCK } from "../../../src/census/clock.js";

/** A clock that moves only by what is slept on it: a limit then counts looks, whatever each of them takes. */
export function sleptClock(): Clock {
  let nowMs = SYSTEM_CLOCK.now().getTime();
  return {
    now: () => new Date(nowMs),
    async sleep(ms, signal) {
      await SYSTEM_CLOCK.sleep(ms, signal);
      nowMs += ms;
    },
  };
}
