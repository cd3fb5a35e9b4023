import { combineCounts } from "../census/combine-counts.js";
import { type Count, isMeasured, NOT_MEASURED } from "../census/count.js";
import type { CountSource } from "../census/count-source.js";
import { PRACTICE } from "../census/practice.js";
import type { JournalRecord, RecordOf } from "./journal-records.js";
import type { QuestionKind } from "./question-kind.js";
import { type AnswerRecord, answersOf, readingKey } from "./remaining.js";
import type { ResultOfQuery, ResultReading, ResultRow } from "./result-row.js";

export type ResultSource<Query> = Pick<
  CountSource<Query>,
  "name" | "service" | "textOf" | "addressOf" | "maybeRefusal"
>;

/** The rows of a result file, one a query in the order given, from what a run's journal holds. */
export function resultRows<Query, Fields extends object>({
  queries,
  kind,
  source,
  repeats,
  records,
}: {
  queries: readonly Query[];
  kind: QuestionKind<Query, Fields>;
  source: ResultSource<Query>;
  repeats: number;
  records: readonly JournalRecord[];
}): ResultRow<Fields>[] {
  const byKey = answersOf(records);
  const failures = lastFailures(records, byKey);
  return queries.map((query) => {
    const text = source.textOf(query);
    const answers = Array.from({ length: repeats }, (_, index) =>
      byKey.get(readingKey({ text, repeat: index + 1 })),
    ).filter((answer) => answer !== undefined);
    const failure = answers.length === repeats ? undefined : failures.get(text);
    return { ...kind.fieldsOf(query), ...resultOf({ query, text, source, answers, failure }) };
  });
}

function resultOf<Query>({
  query,
  text,
  source,
  answers,
  failure,
}: {
  query: Query;
  text: string;
  source: ResultSource<Query>;
  answers: readonly AnswerRecord[];
  failure: RecordOf<"failure"> | undefined;
}): ResultOfQuery {
  const readings = answers.filter((answer) => answer.kind === "reading");
  const refusal = answers.length > 0 || failure ? undefined : source.maybeRefusal(query);
  const notGiven =
    readings.length > 0 ? undefined : answers.filter((answer) => answer.kind === "not given").at(-1);
  const times = answers.map((answer) => answer.time).toSorted();
  const time = times.at(-1) ?? failure?.time;
  return {
    ...numberOf(combineCounts(readings.map(({ count }) => count))),
    outcome: readings.length > 0 ? "counted" : (notGiven?.kind ?? failure?.outcome ?? "not asked"),
    search: text,
    address: (answers.at(-1) ?? failure)?.address ?? source.addressOf(query),
    ...(time !== undefined && { time }),
    source: source.name,
    service: source.service,
    readFrom: distinct(readings.flatMap(({ readFrom }) => readFrom)),
    remarks: distinct(answers.flatMap(remarksOf)),
    readings: answers.map(resultReading),
    ...reasonOf(failure ?? notGiven, refusal),
    ...((source.service === PRACTICE || answers.some(({ isPractice }) => isPractice)) && { practice: true }),
  };
}

function remarksOf(answer: AnswerRecord): readonly string[] {
  return answer.kind === "reading" ? answer.remarks : [answer.reason];
}

function resultReading(answer: AnswerRecord): ResultReading {
  const { repeat, time, evidence } = answer;
  return {
    repeat,
    ...numberOf(answer.kind === "reading" ? answer.count : NOT_MEASURED),
    time,
    readFrom: answer.kind === "reading" ? answer.readFrom : [],
    remarks: remarksOf(answer),
    ...(evidence && { evidence }),
  };
}

function numberOf(count: Count): Pick<ResultOfQuery, "number" | "low" | "high" | "reading"> {
  const { value, low, high, reading } = count;
  if (!isMeasured(count)) return { number: null, reading };
  return { number: value, low, ...(Number.isFinite(high) && { high }), reading };
}

function reasonOf(
  why: RecordOf<"failure"> | RecordOf<"not given"> | undefined,
  refusal: string | undefined,
): Pick<ResultOfQuery, "reason" | "advice" | "pages"> {
  if (why === undefined) return refusal === undefined ? {} : { reason: refusal, advice: REFUSED_ADVICE };
  if (why.kind === "not given") return { reason: why.reason };
  const { reason, advice, pages } = why;
  return { reason, ...(advice !== undefined && { advice }), ...(pages.length > 0 && { pages }) };
}

const REFUSED_ADVICE = "Change the query in conf.json, or name another source there.";

/** The last failure of each text, but for those of readings that were answered later. */
function lastFailures(
  records: readonly JournalRecord[],
  answers: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, RecordOf<"failure">> {
  const failures = records.filter((record) => record.kind === "failure");
  const standing = failures.filter((failure) => !answers.has(readingKey(failure)));
  return new Map(standing.map((failure) => [failure.text, failure]));
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
