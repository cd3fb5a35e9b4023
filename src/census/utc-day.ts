const DAY_MS = 86_400_000;

/** The day of a time, in UTC: `2026-01-31`. Input: ISO 8601 in UTC */
export function utcDay(time: string): string {
  return time.slice(0, "2026-01-31".length);
}

/** The first moment of the day after, in UTC. */
export function nextUtcDay(now: Date): Date {
  return new Date((Math.floor(now.getTime() / DAY_MS) + 1) * DAY_MS);
}
