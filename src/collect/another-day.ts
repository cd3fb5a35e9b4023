import type { JournalRecord } from "./journal-records.js";

const DAY_MS = 86_400_000;

/** Whether a search text was answered on the day, in UTC, on which it is now. */
export function isAnsweredToday(records: readonly JournalRecord[], text: string, now: Date): boolean {
  const today = dayOf(now.toISOString());
  return records.some(
    (record) =>
      (record.kind === "reading" || record.kind === "not given") &&
      record.text === text &&
      dayOf(record.time) === today,
  );
}

/** The first moment of the day after, in UTC. */
export function nextDay(now: Date): Date {
  return new Date((Math.floor(now.getTime() / DAY_MS) + 1) * DAY_MS);
}

function dayOf(time: string): string {
  return time.slice(0, "2026-01-31".length);
}
