import type { Clock } from "../census/clock.js";

const HOUR_SECONDS = 3_600;

interface Hour {
  readonly resetSeconds: number;
  used: number;
}

/** Counts requests by caller, in hours that begin with a caller's first request. */
export class HourlyLimit {
  readonly #clock: Pick<Clock, "now">;
  readonly #hours = new Map<string, Hour>();

  constructor(clock: Pick<Clock, "now">) {
    this.#clock = clock;
  }

  /** Takes one request from what is left. Returns false where nothing is. */
  take(caller: string, limit: number): boolean {
    const hour = this.#hourOf(caller);
    if (hour.used >= limit) return false;
    hour.used += 1;
    return true;
  }

  /** How GitHub tells what is left. */
  headers(caller: string, limit: number): Readonly<Record<string, string>> {
    const { used, resetSeconds } = this.#hourOf(caller);
    return {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(Math.max(0, limit - used)),
      "x-ratelimit-used": String(used),
      "x-ratelimit-reset": String(resetSeconds),
      "x-ratelimit-resource": "core",
    };
  }

  #hourOf(caller: string): Hour {
    const seconds = Math.floor(this.#clock.now().getTime() / 1_000);
    const known = this.#hours.get(caller);
    if (known !== undefined && seconds < known.resetSeconds) return known;
    const hour = { resetSeconds: seconds + HOUR_SECONDS, used: 0 };
    this.#hours.set(caller, hour);
    return hour;
  }
}
