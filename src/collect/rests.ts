import type { JournalRecord } from "./journal-records.js";

/** A time before which nothing may be asked, and why. */
export interface Due {
  readonly time: Date;
  readonly reason: string;
  /** A quota is used up: it is not waited for, however short. */
  readonly isQuota?: true;
}

/**
 * The rest that a service asked for last, where it is not over: a run that was ended meanwhile goes on with it.
 *
 * It is never longer than it was when the service asked, even where this machine's clock was set back.
 */
export function maybeDue(records: readonly JournalRecord[], now: Date): Due | undefined {
  const last = records.findLast((record) => restOf(record) !== undefined);
  const rest = last && restOf(last);
  if (last === undefined || rest === undefined) return undefined;
  const whole = Date.parse(rest.until) - Date.parse(last.time);
  const left = Math.min(whole, Date.parse(rest.until) - now.getTime());
  if (left <= 0) return undefined;
  return {
    time: new Date(now.getTime() + left),
    reason: rest.reason,
    ...(last.kind === "rest" && last.isQuota && { isQuota: true }),
  };
}

/** How many rests there were in a row: since the last number, and since the run was last stopped. */
export function restsInARow(records: readonly JournalRecord[]): number {
  const last = records.findLastIndex(
    (record) => record.kind === "reading" || (record.kind === "end" && record.how !== "interrupted"),
  );
  return records.slice(last + 1).filter(({ kind }) => kind === "rest").length;
}

function restOf(record: JournalRecord): { until: string; reason: string } | undefined {
  if (record.kind === "rest") return record;
  return record.kind === "reading" ? record.rest : undefined;
}
