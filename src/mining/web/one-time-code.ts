import { Secret as Key, TOTP } from "otpauth";
import type { Clock } from "../../census/clock.js";
import type { Secret } from "../../config/secret.js";

const PERIOD_MS = 30_000;
/** A code needs that long to be typed and sent. */
const MARGIN_MS = 2_000;

/** Codes of an authenticator app, each good for half a minute. */
export interface OneTimeCodes {
  /** A code that is good for some seconds still and was not given before; waits for one where it must. */
  next(signal: AbortSignal): Promise<string>;
}

/** Input: `secret`, the app's key in base32. Errors of `next`: AbortError */
export function oneTimeCodes(secret: Secret, clock: Clock): OneTimeCodes {
  const totp = new TOTP({ secret: Key.fromBase32(secret.reveal()) });
  let last: number | undefined;
  return {
    next: async (signal) => {
      for (;;) {
        const timestamp = clock.now().getTime();
        const period = Math.floor(timestamp / PERIOD_MS);
        const leftMs = (period + 1) * PERIOD_MS - timestamp;
        if (leftMs >= MARGIN_MS && period !== last) {
          last = period;
          return totp.generate({ timestamp });
        }
        // A timer can wake a little early: then once more.
        await clock.sleep(leftMs, signal);
      }
    },
  };
}
