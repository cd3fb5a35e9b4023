import fc from "fast-check";
import type { JournalRecord, RecordOf } from "../../src/collect/journal-records.js";

export const TIME = "2026-11-03T12:00:00.000Z";

export const runRecord: RecordOf<"run"> = {
  kind: "run",
  v: 1,
  time: TIME,
  source: "fake",
  service: "http://counts.test",
  account: "nothing",
  configuration: "sha256:00",
  paceSeconds: { low: 10, high: 30 },
  repeats: 1,
  versions: { node: "20" },
};

export const readingRecord = (more: Partial<RecordOf<"reading">> = {}): RecordOf<"reading"> => ({
  kind: "reading",
  repeat: 1,
  text: "a in py",
  address: "http://counts.test/?q=a",
  time: TIME,
  tookMs: 5,
  requests: 1,
  bytes: 10,
  count: { value: 3, low: 3, high: 3, reading: "exact" },
  readFrom: ["page data"],
  remarks: [],
  ...more,
});

export const failureRecord = (more: Partial<RecordOf<"failure">> = {}): RecordOf<"failure"> => ({
  kind: "failure",
  outcome: "failed",
  repeat: 1,
  text: "a in py",
  address: "http://counts.test/?q=a",
  time: TIME,
  tookMs: 5,
  requests: 1,
  bytes: 10,
  reason: "time-out",
  pages: [],
  ...more,
});

export const notGivenRecord = (more: Partial<RecordOf<"not given">> = {}): RecordOf<"not given"> => ({
  kind: "not given",
  repeat: 1,
  text: "a in py",
  address: "http://counts.test/?q=a",
  time: TIME,
  tookMs: 5,
  requests: 1,
  bytes: 10,
  reason: "no total",
  ...more,
});

const words = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
const atLeast = fc
  .nat()
  .map((value) => ({ value, low: value, high: Number.POSITIVE_INFINITY, reading: "at least" as const }));
const exact = fc.nat().map((value) => ({ value, low: value, high: value, reading: "exact" as const }));

const record: fc.Arbitrary<JournalRecord> = fc.oneof(
  fc
    .record({ text: words, repeat: fc.integer({ min: 1, max: 20 }), count: fc.oneof(atLeast, exact) })
    .map(readingRecord),
  fc.record({ text: words, reason: words, pages: fc.array(words, { maxLength: 2 }) }).map(failureRecord),
  fc
    .record({ text: words, reason: words, title: fc.string(), isApplied: fc.boolean() })
    .map(({ title, isApplied, ...rest }) => {
      const evidence = { pages: [{ title, address: title }], correction: { text: rest.text, isApplied } };
      return notGivenRecord({ ...rest, evidence });
    }),
  fc.record({ text: words, reason: words }).map(({ text, reason }) => ({
    kind: "rest" as const,
    time: TIME,
    repeat: 1,
    text,
    until: TIME,
    reason,
  })),
  words.map((how) => ({ kind: "end" as const, time: TIME, how })),
  fc.constant(runRecord),
);

/** The records of a run of any kind: at least its beginning. */
export const anyRecords: fc.Arbitrary<JournalRecord[]> = fc
  .array(record, { maxLength: 6 })
  .map((records) => [runRecord, ...records]);
