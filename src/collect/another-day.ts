import { utcDay } from "../census/utc-day.js";
import type { JournalRecord } from "./journal-records.js";

/** Whether a search text was answered on the day, in UTC, on which it is now. */
export function isAnsweredToday(records: readonly JournalRecord[], text: string, now: Date): boolean {
  const today = utcDay(now.toISOString());
  return records.some(
    (record) =>
      (record.kind === "reading" || record.kind === "not given") &&
      record.text === text &&
      utcDay(record.time) === today,
  );
}
