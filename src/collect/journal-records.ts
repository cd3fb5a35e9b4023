import { z } from "zod";
import { READINGS } from "../census/count.js";

/** Version of the journal's form. */
export const JOURNAL_VERSION = 1;

const time = z.iso.datetime("a time such as 2026-11-03T14:05:00.000Z");
const text = z.string("a text").min(1, "a text that is not empty");
const whole = z.int("a whole number from 0 up").min(0, "a whole number from 0 up");
const repeat = z.int("a whole number from 1 up").min(1, "a whole number from 1 up");
const versions = z.record(z.string(), z.string(), "versions by name");

const rest = z.object({ until: time, reason: z.string(), toldMs: z.number().min(0).exactOptional() });

const evidence = z.object({
  pages: z.array(z.object({ title: z.string(), address: z.string() })).exactOptional(),
  correction: z.object({ text, isApplied: z.boolean() }).exactOptional(),
  repository: z
    .object({ fullName: text, forks: whole, created: time, archived: z.boolean() })
    .exactOptional(),
});

/** JSON has no Infinity: a `high` of null is one. */
const count = z
  .object({
    value: whole,
    low: whole,
    high: whole.nullable().transform((high) => high ?? Number.POSITIVE_INFINITY),
    reading: z.enum(READINGS, `one of ${READINGS.join(", ")}`).exclude(["not measured"]),
  })
  .refine(({ value, low, high }) => low <= value && value <= high, "low <= value <= high")
  .refine(
    ({ high, reading }) => high !== Number.POSITIVE_INFINITY || reading === "at least",
    'a high that is null only where the reading is "at least"',
  )
  .refine(
    ({ low, high, reading }) => reading !== "exact" || low === high,
    "equal low and high for an exact number",
  );

const isPractice = z.literal(true, "true, or nothing").exactOptional();

const asking = {
  repeat,
  text,
  address: text,
  time,
  tookMs: z.number().min(0),
  requests: whole,
  bytes: whole,
};

/** Begins each session of a run. */
const run = z.object({
  kind: z.literal("run"),
  v: z.literal(JOURNAL_VERSION, "version 1: a later version of this program wrote another"),
  time,
  source: text,
  service: text,
  account: text,
  configuration: text,
  paceSeconds: z.object({ low: z.number().min(0), high: z.number().min(0) }),
  repeats: repeat,
  versions,
});

/** What the source depends on, known only once it has been asked. */
const sourceVersions = z.object({ kind: z.literal("versions"), time, versions });

const reading = z.object({
  kind: z.literal("reading"),
  ...asking,
  count,
  readFrom: z.array(z.enum(["count endpoint", "page data", "page text", "API answer", "files"])),
  remarks: z.array(z.string()),
  evidence: evidence.exactOptional(),
  rest: rest.exactOptional(),
  isPractice,
});

/** The service answered and gave no number. */
const notGiven = z.object({
  kind: z.literal("not given"),
  ...asking,
  reason: z.string(),
  evidence: evidence.exactOptional(),
  isPractice,
});

const failure = z.object({
  kind: z.literal("failure"),
  outcome: z.enum(["failed", "blocked", "unreadable"]),
  ...asking,
  reason: z.string(),
  advice: z.string().exactOptional(),
  /** Files in the run's folder. */
  pages: z.array(text),
});

/** The service asked for a rest instead of an answer; `isQuota` where a quota is used up, and nobody waits for another. */
const restRecord = z.object({
  kind: z.literal("rest"),
  time,
  repeat,
  text,
  ...rest.shape,
  isQuota: z.literal(true, "true, or nothing").exactOptional(),
});

/** Ends a session; one that was killed has none. */
const end = z.object({ kind: z.literal("end"), time, how: text });

export const JOURNAL_RECORD = z.discriminatedUnion("kind", [
  run,
  sourceVersions,
  reading,
  notGiven,
  failure,
  restRecord,
  end,
]);

/** One line of a run's journal. */
export type JournalRecord = z.output<typeof JOURNAL_RECORD>;

export type RecordOf<Kind extends JournalRecord["kind"]> = Extract<JournalRecord, { kind: Kind }>;
