import type { Clock } from "../census/clock.js";

/** How many searches are answered; absent: any number. */
export interface GoogleQuota {
  readonly perDay?: number;
  readonly perMinute?: number;
}

const MINUTE_MS = 60_000;

const PACIFIC_DAY = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Los_Angeles",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Counts searches by minute and by day, which begins at midnight in Los Angeles. What is refused is not counted. */
export class QuotaCounter {
  readonly #quota: GoogleQuota;
  readonly #clock: Pick<Clock, "now">;
  #day = { name: "", count: 0 };
  #minute = { name: "", count: 0 };

  constructor(quota: GoogleQuota, clock: Pick<Clock, "now">) {
    this.#quota = quota;
    this.#clock = clock;
  }

  /** Takes one search from what is left, or says which quota is used up. */
  maybeRefusal(): "perDay" | "perMinute" | undefined {
    const { perDay = Number.POSITIVE_INFINITY, perMinute = Number.POSITIVE_INFINITY } = this.#quota;
    this.#turnPages();
    if (this.#day.count >= perDay) return "perDay";
    if (this.#minute.count >= perMinute) return "perMinute";
    this.#day.count += 1;
    this.#minute.count += 1;
    return undefined;
  }

  #turnPages(): void {
    const now = this.#clock.now();
    const day = PACIFIC_DAY.format(now);
    const minute = String(Math.floor(now.getTime() / MINUTE_MS));
    if (day !== this.#day.name) this.#day = { name: day, count: 0 };
    if (minute !== this.#minute.name) this.#minute = { name: minute, count: 0 };
  }
}
