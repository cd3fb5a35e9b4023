import { utcDay } from "../census/utc-day.js";

/** The day of these times (ISO 8601), or the first and the last of their days: `2026-02-03 to 2026-02-04`. */
export function daysText(times: readonly (string | undefined)[]): string {
  const days = times.flatMap((time) => (time === undefined ? [] : utcDay(time))).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "undated";
  return first === last ? first : `${first} to ${last}`;
}
