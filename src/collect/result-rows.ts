import { combineCounts } from "../census/combine-counts.js";
import { type Count, isMeasured } from "../census/count.js";
import type { CountSource } from "../census/count-source.js";
import { PRACTICE } from "../census/practice.js";
import type { MiningQuery } from "../census/query.js";
import type { JournalRecord, RecordOf } from "./journal-records.js";
import { readingKey, readingsOf } from "./remaining.js";
import type { ResultReading, ResultRow } from "./result-row.js";

export type ResultSource = Pick<CountSource, "name" | "service" | "textOf" | "addressOf" | "maybeRefusal">;

/** The rows of a result file, one a query in the order given, from what a run's journal holds. */
export function resultRows({
  queries,
  source,
  repeats,
  records,
}: {
  queries: readonly MiningQuery[];
  source: ResultSource;
  repeats: number;
  records: readonly JournalRecord[];
}): ResultRow[] {
  const byKey = readingsOf(records);
  const failures = lastFailures(records, byKey);
  return queries.map((query) => {
    const text = source.textOf(query);
    const readings = Array.from({ length: repeats }, (_, index) =>
      byKey.get(readingKey({ text, repeat: index + 1 })),
    ).filter((reading) => reading !== undefined);
    const isWhole = readings.length === repeats;
    return resultRow({ query, text, source, readings, failure: isWhole ? undefined : failures.get(text) });
  });
}

function resultRow({
  query,
  text,
  source,
  readings,
  failure,
}: {
  query: MiningQuery;
  text: string;
  source: ResultSource;
  readings: readonly RecordOf<"reading">[];
  failure: RecordOf<"failure"> | undefined;
}): ResultRow {
  const refusal = readings.length > 0 || failure ? undefined : source.maybeRefusal(query);
  const time =
    readings
      .map((reading) => reading.time)
      .toSorted()
      .at(-1) ?? failure?.time;
  return {
    tool: query.tool,
    query: query.query,
    extensions: query.extensions,
    purpose: query.purposes,
    ...numberOf(combineCounts(readings.map(({ count }) => count))),
    outcome: readings.length > 0 ? "counted" : (failure?.outcome ?? "not asked"),
    search: text,
    address: (readings.at(-1) ?? failure)?.address ?? source.addressOf(query),
    ...(time !== undefined && { time }),
    source: source.name,
    service: source.service,
    readFrom: distinct(readings.flatMap(({ readFrom }) => readFrom)),
    remarks: distinct(readings.flatMap(({ remarks }) => remarks)),
    readings: readings.map(resultReading),
    ...reasonOf(failure, refusal),
    ...((source.service === PRACTICE || readings.some(({ isPractice }) => isPractice)) && { practice: true }),
  };
}

function resultReading({ repeat, count, time, readFrom, remarks }: RecordOf<"reading">): ResultReading {
  const { value, low, high, reading } = count;
  return {
    repeat,
    number: value,
    low,
    ...(Number.isFinite(high) && { high }),
    reading,
    time,
    readFrom,
    remarks,
  };
}

function numberOf(count: Count): Pick<ResultRow, "number" | "low" | "high" | "reading"> {
  const { value, low, high, reading } = count;
  if (!isMeasured(count)) return { number: null, reading };
  return { number: value, low, ...(Number.isFinite(high) && { high }), reading };
}

function reasonOf(
  failure: RecordOf<"failure"> | undefined,
  refusal: string | undefined,
): Pick<ResultRow, "reason" | "advice" | "pages"> {
  if (failure === undefined) return refusal === undefined ? {} : { reason: refusal, advice: REFUSED_ADVICE };
  const { reason, advice, pages } = failure;
  return { reason, ...(advice !== undefined && { advice }), ...(pages.length > 0 && { pages }) };
}

const REFUSED_ADVICE = "Change the query in conf.json, or name another source there.";

/** The last failure of each text, but for those of readings that succeeded later. */
function lastFailures(
  records: readonly JournalRecord[],
  readings: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, RecordOf<"failure">> {
  const failures = records.filter((record) => record.kind === "failure");
  const standing = failures.filter((failure) => !readings.has(readingKey(failure)));
  return new Map(standing.map((failure) => [failure.text, failure]));
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
