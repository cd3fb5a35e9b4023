import type { CountSource } from "../census/count-source.js";
import type { JournalRecord, RecordOf } from "./journal-records.js";

/** One reading that is wanted. */
export interface Wanted<Query> {
  readonly query: Query;
  /** The query's place in the configuration, from 1. */
  readonly position: number;
  readonly text: string;
  readonly repeat: number;
}

/** The readings of a collection, each of which is counted, or refused by the source, or to be asked. */
export interface Remaining<Query> {
  /** What the service answered, with a number or without. */
  readonly counted: readonly Wanted<Query>[];
  /** What the source cannot ask at all, with why. */
  readonly refused: readonly (Wanted<Query> & { readonly reason: string })[];
  /** In the order of asking: what was never asked, every query once, then every query again; then what failed before. */
  readonly toAsk: readonly Wanted<Query>[];
}

/** What of a source is needed to tell what remains: nothing that sends anything. */
export type AskedSource<Query> = Pick<CountSource<Query>, "textOf" | "maybeRefusal">;

/**
 * What is still to be asked, given what a run's journal holds.
 *
 * A reading belongs to a search text as sent and a repeat. So a tool or purpose that gets another name keeps its
 * readings, a query that is changed is asked again, and two entries with one text are asked once.
 */
export function remaining<Query>({
  queries,
  source,
  repeats,
  records,
}: {
  queries: readonly Query[];
  source: AskedSource<Query>;
  repeats: number;
  records: readonly JournalRecord[];
}): Remaining<Query> {
  const answers = answersOf(records);
  const wanted = allWanted(queries, source, repeats);
  const isCounted = (one: Wanted<Query>) => answers.has(readingKey(one));
  const failed = new Set(
    records
      .filter(({ kind }) => kind === "failure")
      .map((record) => readingKey(record as RecordOf<"failure">)),
  );
  const hasFailed = (one: Wanted<Query>) => failed.has(readingKey(one));
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

/** What a service answered: a number, or that it gives none. */
export type AnswerRecord = RecordOf<"reading"> | RecordOf<"not given">;

/** The answer behind each key of {@link readingKey}: the first, should there be two. */
export function answersOf(records: readonly JournalRecord[]): ReadonlyMap<string, AnswerRecord> {
  const answers = records.filter((record) => record.kind === "reading" || record.kind === "not given");
  return new Map(answers.toReversed().map((answer) => [readingKey(answer), answer]));
}

/** What a reading is known by. */
export function readingKey({ text, repeat }: { text: string; repeat: number }): string {
  return JSON.stringify([text, repeat]);
}

function allWanted<Query>(
  queries: readonly Query[],
  source: AskedSource<Query>,
  repeats: number,
): Wanted<Query>[] {
  const once = queries.map((query, index) => ({ query, position: index + 1, text: source.textOf(query) }));
  const distinct = once.filter((one) => one === once.find(({ text }) => text === one.text));
  return Array.from({ length: repeats }, (_, index) =>
    distinct.map((one) => ({ ...one, repeat: index + 1 })),
  ).flat();
}
