const HOUR_MS = 3_600_000;

const PACIFIC_HOUR = new Intl.DateTimeFormat("en-GB", {
  timeZone: "America/Los_Angeles",
  hour: "2-digit",
  hourCycle: "h23",
});

/**
 * The next midnight in Los Angeles after a time, when Google gives out the quota of a day anew.
 *
 * Clocks there differ from UTC by whole hours and change at 2 o'clock: each day has one midnight, at a whole hour.
 */
export function nextPacificMidnight(now: Date): Date {
  let ms = (Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS;
  while (PACIFIC_HOUR.format(ms) !== "00") ms += HOUR_MS;
  return new Date(ms);
}
