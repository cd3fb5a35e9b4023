import { PRACTICE } from "../census/practice.js";
import type { JournalRecord, RecordOf } from "./journal-records.js";

/** One start of a run, until it ended. */
export interface SessionProvenance {
  /** ISO 8601, UTC. */
  readonly started: string;
  /** Absent where it was killed, or goes on. */
  readonly ended?: string;
  /** "complete", "interrupted", "stopped: …", "crashed: …", "killed", or "not ended" for one that goes on. */
  readonly how: string;
  readonly configuration: string;
  readonly repeats: number;
  readonly paceSeconds: { readonly low: number; readonly high: number };
  /** "user and password", "session cookie", "token", "nothing"; never a name. */
  readonly account: string;
  readonly versions: Readonly<Record<string, string>>;
  /** How often the source was asked, and what the answers cost; answers that only asked for a rest cost unknown bytes. */
  readonly asked: number;
  readonly requests: number;
  readonly bytes: number;
}

/** How the numbers of a run came about, `provenance.json`. What can change between sessions is that of the last. */
export interface Provenance
  extends Pick<SessionProvenance, "configuration" | "repeats" | "paceSeconds" | "account" | "versions"> {
  readonly practice?: true;
  readonly source: string;
  readonly service: string;
  readonly sessions: readonly SessionProvenance[];
  readonly totals: Pick<SessionProvenance, "asked" | "requests" | "bytes"> & { readonly readings: number };
}

/** The provenance of a run, from its journal. Input: at least the record that begins a run; `isOpen`: it goes on. */
export function provenance(records: readonly JournalRecord[], isOpen: boolean): Provenance {
  const parts = sessionsIn(records);
  const sessions = parts.map((part, place) => session(part, isOpen && place === parts.length - 1));
  const [start, last] = [parts.at(-1)?.[0], sessions.at(-1)];
  if (start === undefined || last === undefined) throw new TypeError("A run without a beginning.");
  const { source, service } = start;
  const { configuration, repeats, paceSeconds, account, versions } = last;
  const total = (key: "asked" | "requests" | "bytes") => sum(sessions.map((one) => one[key]));
  return {
    ...((service === PRACTICE || records.some(isPracticeReading)) && { practice: true }),
    ...{ source, service, account, configuration, repeats, paceSeconds, versions },
    sessions,
    totals: {
      asked: total("asked"),
      requests: total("requests"),
      bytes: total("bytes"),
      readings: records.filter(({ kind }) => kind === "reading").length,
    },
  };
}

function isPracticeReading(record: JournalRecord): boolean {
  return (record.kind === "reading" || record.kind === "not given") && record.isPractice === true;
}

type SessionRecords = readonly [RecordOf<"run">, ...JournalRecord[]];

function sessionsIn(records: readonly JournalRecord[]): SessionRecords[] {
  const starts = records.flatMap((record, place) => (record.kind === "run" ? [{ record, place }] : []));
  return starts.map(({ record, place }, index) => [
    record,
    ...records.slice(place + 1, starts[index + 1]?.place),
  ]);
}

function session([start, ...records]: SessionRecords, isOpen: boolean): SessionProvenance {
  const end = records.findLast((record) => record.kind === "end");
  const answers = records.filter(
    (record) => record.kind === "reading" || record.kind === "not given" || record.kind === "failure",
  );
  const rests = records.filter(({ kind }) => kind === "rest");
  const versions = records.findLast((record) => record.kind === "versions")?.versions;
  const { time: started, configuration, repeats, paceSeconds, account } = start;
  return {
    started,
    ...(end && { ended: end.time }),
    how: end?.how ?? (isOpen ? "not ended" : "killed"),
    ...{ configuration, repeats, paceSeconds, account },
    versions: { ...start.versions, ...versions },
    asked: answers.length + rests.length,
    requests: sum(answers.map(({ requests }) => requests)),
    bytes: sum(answers.map(({ bytes }) => bytes)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
