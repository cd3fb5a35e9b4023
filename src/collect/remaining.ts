import type { CountSource } from "../census/count-source.js";
import type { MiningQuery } from "../census/query.js";
import type { JournalRecord, RecordOf } from "./journal-records.js";

/** One reading that is wanted. */
export interface Wanted {
  readonly query: MiningQuery;
  /** The query's place in the configuration, from 1. */
  readonly position: number;
  readonly text: string;
  readonly repeat: number;
}

/** The readings of a collection, each of which is counted, or refused by the source, or to be asked. */
export interface Remaining {
  readonly counted: readonly Wanted[];
  /** What the source cannot ask at all, with why. */
  readonly refused: readonly (Wanted & { readonly reason: string })[];
  /** In the order of asking: what was never asked, every query once, then every query again; then what failed before. */
  readonly toAsk: readonly Wanted[];
}

/** What of a source is needed to tell what remains: nothing that sends anything. */
export type AskedSource = Pick<CountSource, "textOf" | "maybeRefusal">;

/**
 * What is still to be asked, given what a run's journal holds.
 *
 * A reading belongs to a search text as sent and a repeat. So a tool or purpose that gets another name keeps its
 * readings, a query that is changed is asked again, and two entries with one text are asked once.
 */
export function remaining({
  queries,
  source,
  repeats,
  records,
}: {
  queries: readonly MiningQuery[];
  source: AskedSource;
  repeats: number;
  records: readonly JournalRecord[];
}): Remaining {
  const readings = readingsOf(records);
  const wanted = allWanted(queries, source, repeats);
  const isCounted = (one: Wanted) => readings.has(readingKey(one));
  const failed = new Set(
    records
      .filter(({ kind }) => kind === "failure")
      .map((record) => readingKey(record as RecordOf<"failure">)),
  );
  const hasFailed = (one: Wanted) => failed.has(readingKey(one));
  const uncounted = wanted.filter((one) => !isCounted(one));
  // One that fails again and again would keep all others from being asked.
  const open = [...uncounted.filter((one) => !hasFailed(one)), ...uncounted.filter(hasFailed)].map((one) => ({
    ...one,
    reason: source.maybeRefusal(one.query),
  }));
  return {
    counted: wanted.filter(isCounted),
    refused: open.flatMap((one) => (one.reason === undefined ? [] : [{ ...one, reason: one.reason }])),
    toAsk: open.flatMap(({ reason, ...one }) => (reason === undefined ? [one] : [])),
  };
}

/** The reading behind each key of {@link readingKey}: the first, should there be two. */
export function readingsOf(records: readonly JournalRecord[]): ReadonlyMap<string, RecordOf<"reading">> {
  const readings = records.filter((record) => record.kind === "reading");
  return new Map(readings.toReversed().map((reading) => [readingKey(reading), reading]));
}

/** What a reading is known by. */
export function readingKey({ text, repeat }: { text: string; repeat: number }): string {
  return JSON.stringify([text, repeat]);
}

function allWanted(queries: readonly MiningQuery[], source: AskedSource, repeats: number): Wanted[] {
  const once = queries.map((query, index) => ({ query, position: index + 1, text: source.textOf(query) }));
  const distinct = once.filter((one) => one === once.find(({ text }) => text === one.text));
  return Array.from({ length: repeats }, (_, index) =>
    distinct.map((one) => ({ ...one, repeat: index + 1 })),
  ).flat();
}
