import type { Clock, Random } from "../census/clock.js";
import type { CountSource } from "../census/count-source.js";
import type { Pace } from "../census/pace.js";
import { RESULT_FILE } from "../census/run-files.js";
import { isAnsweredToday } from "./another-day.js";
import { type Asker, askWanted, type Stop } from "./ask-wanted.js";
import { type Ending, INTERRUPTED, outOfOrder, stopped, untilAnotherDay } from "./ending.js";
import { openGate } from "./open-gate.js";
import type { RunFolder } from "./open-run.js";
import type { Progress } from "./progress.js";
import { progressTeller, type Tell } from "./progress-teller.js";
import { provenance } from "./provenance.js";
import type { QuestionKind } from "./question-kind.js";
import { type Remaining, remaining } from "./remaining.js";
import { maybeDue } from "./rests.js";
import type { ResultRow } from "./result-row.js";
import { resultRows } from "./result-rows.js";
import { RETRY_POLICY, type RetryPolicy } from "./retry-policy.js";
import { startRecord } from "./start-record.js";

const PROVENANCE_FILE = "provenance.json";

export interface CollectOptions<Query, Fields extends object> {
  /** In the order of asking. */
  readonly queries: readonly Query[];
  readonly kind: QuestionKind<Query, Fields>;
  readonly source: CountSource<Query>;
  readonly run: RunFolder;
  readonly pace: Pace;
  /** How often each query is counted. Minimum 1. */
  readonly repeats: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Called at every change. */
  readonly onProgress?: (progress: Progress) => void;
  readonly policy?: RetryPolicy;
}

/** What came of a collection; the same is in the run's folder. */
export interface Collection<Fields extends object> {
  readonly rows: readonly ResultRow<Fields>[];
  /** Absent where the run came to its end, or was interrupted. */
  readonly stop?: Stop;
  readonly interrupted: boolean;
  /** How often the source was asked in this session. */
  readonly asked: number;
  /** Readings that earlier sessions left. */
  readonly resumed: number;
  /** Whether every reading is there, or known not to be given. */
  readonly isComplete: boolean;
}

/**
 * Counts every query that the run does not hold yet, one after another, at the pace given, and closes source and run.
 *
 * Each reading is in the journal, on the disk itself, before anything else is asked. Interrupted by the signal, the run
 * ends in order, to be taken up again.
 *
 * Errors: RunError where the disk refuses; whatever the source throws that it should not. What was counted is kept.
 */
export async function collect<Query, Fields extends object>(
  options: CollectOptions<Query, Fields>,
): Promise<Collection<Fields>> {
  const { source, run } = options;
  try {
    const collection = await collectOpen(options);
    await source.close();
    return collection;
  } catch (error) {
    keepCrash(options, error);
    await source.close().catch(() => {});
    throw error;
  } finally {
    run.close();
  }
}

async function collectOpen<Query, Fields extends object>(
  options: CollectOptions<Query, Fields>,
): Promise<Collection<Fields>> {
  const { run, clock } = options;
  requireOwnSource(options);
  const before = remaining({ ...options, records: run.records });
  run.append(startRecord(options));
  run.saveJson(PROVENANCE_FILE, provenance(run.records, true));
  const { how, stop } = await askAll(options, before);
  run.append({ kind: "end", time: clock.now().toISOString(), how });
  const rows = resultRows({ ...options, records: run.records });
  run.saveJson(RESULT_FILE, rows);
  const origin = provenance(run.records, false);
  run.saveJson(PROVENANCE_FILE, origin);
  const after = remaining({ ...options, records: run.records });
  return {
    rows,
    ...(stop && { stop }),
    interrupted: how === INTERRUPTED.how,
    asked: origin.sessions.at(-1)?.asked ?? 0,
    resumed: before.counted.length,
    isComplete: after.toAsk.length + after.refused.length === 0,
  };
}

async function askAll<Query, Fields extends object>(
  options: CollectOptions<Query, Fields>,
  { counted, refused, toAsk }: Remaining<Query>,
): Promise<Ending> {
  const { run, kind, clock } = options;
  const tell = progressTeller({
    ...(options.onProgress && { onProgress: options.onProgress }),
    counted: counted.length,
    refused: refused.length,
    total: counted.length + toAsk.length,
  });
  const asker = askerOf(options, tell);
  const hopeless = new Set<string>();
  let [postponed, givenUp] = [0, 0];
  for (const wanted of toAsk) {
    if (kind.isRepeatedByDay && isAnsweredToday(run.records, wanted.text, clock.now())) {
      postponed++;
      continue;
    }
    const { position, text, repeat, query } = wanted;
    tell.next({ position, text, repeat, label: kind.labelOf(query) });
    const answer = hopeless.has(wanted.text) ? HOPELESS : await askWanted(asker, wanted);
    if (answer.kind === "interrupted") return INTERRUPTED;
    if (answer.kind === "stopped") {
      if (answer.isOfReading) tell.ended("failed");
      return stopped(answer.stop, answer.isOfReading === true);
    }
    if (answer.kind === "failed" && answer.isForGood) hopeless.add(wanted.text);
    tell.ended(answer.kind);
    givenUp = answer.kind === "failed" && !answer.isForGood ? givenUp + 1 : 0;
    if (givenUp >= asker.policy.givenUp) return outOfOrder(givenUp);
  }
  return postponed === 0 ? { how: "complete" } : untilAnotherDay(postponed, clock.now());
}

/** A text that the service does not understand is not asked again for the next repeat. */
const HOPELESS = { kind: "failed", isForGood: true } as const;

function askerOf<Query, Fields extends object>(
  options: CollectOptions<Query, Fields>,
  tell: Tell,
): Asker<Query> {
  const { run, clock, policy = RETRY_POLICY } = options;
  const due = maybeDue(run.records, clock.now());
  return { ...options, policy, gate: openGate({ ...options, due, onWaiting: tell.waiting }) };
}

function requireOwnSource<Query, Fields extends object>({
  run,
  source,
}: CollectOptions<Query, Fields>): void {
  if (run.source === source.name && run.service === source.service) return;
  throw new TypeError(
    `A run of ${run.source} at ${run.service} cannot hold numbers of ${source.name} at ${source.service}.`,
  );
}

/** Only the error's class is kept: what else it says is for the person who sees it. */
function keepCrash<Query, Fields extends object>(
  { run, clock }: CollectOptions<Query, Fields>,
  error: unknown,
): void {
  try {
    // A journal that does not begin with a run could never be read again.
    if (run.records.length === 0) return;
    const name = error instanceof Error ? error.name : "unknown";
    run.append({ kind: "end", time: clock.now().toISOString(), how: `crashed: ${name}` });
    run.saveJson(PROVENANCE_FILE, provenance(run.records, false));
  } catch {
    // The disk refuses: the session is then known as one without an end.
  }
}
