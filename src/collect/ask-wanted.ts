import type { Clock, Random } from "../census/clock.js";
import type { CountSource } from "../census/count-source.js";
import type { QuotaError, RateLimitError } from "../census/errors.js";
import type { Counted, NotGiven, Outcome, Rest } from "../census/outcome.js";
import { keepVersions } from "./keep-versions.js";
import type { Gate } from "./open-gate.js";
import type { RunFolder } from "./open-run.js";
import { failureRecord, notGivenRecord, readingRecord, restOf } from "./record-of.js";
import type { Wanted } from "./remaining.js";
import { restsInARow } from "./rests.js";
import type { RetryPolicy } from "./retry-policy.js";
import { timeText } from "./time-text.js";
import { backOffMs, restMs } from "./waits.js";

/** Why a run ended before its end. */
export interface Stop {
  readonly reason: string;
  /** What the person can do, a sentence. */
  readonly advice?: string;
}

/**
 * How the asking for one reading ended: `answered` with a number or without; `failed` where it was given up, for good where asking again cannot help;
 * `stopped` where nothing more may be asked, because of this reading or of a rest.
 */
export type Answer =
  | { readonly kind: "answered" | "interrupted" }
  | { readonly kind: "failed"; readonly isForGood: boolean }
  | { readonly kind: "stopped"; readonly stop: Stop; readonly isOfReading?: true };

export interface Asker<Query> {
  readonly source: CountSource<Query>;
  readonly run: RunFolder;
  readonly gate: Gate;
  readonly policy: RetryPolicy;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal: AbortSignal;
}

/**
 * Asks for one reading, as often as it needs, and keeps all that comes of it.
 *
 * Errors: whatever the source throws beside what it may; RunError where the disk refuses
 */
export async function askWanted<Query>(asker: Asker<Query>, wanted: Wanted<Query>): Promise<Answer> {
  for (let failures = 0; ; ) {
    const stop = maybeLongRest(asker);
    if (stop !== undefined) return { kind: "stopped", stop };
    if (!(await asker.gate.pass())) return { kind: "interrupted" };
    const came = await askOnce(asker, wanted);
    const answer = came && keep(asker, wanted, { came, failures });
    keepVersions(asker);
    if (answer !== "again") return answer ?? { kind: "interrupted" };
    if (came?.kind === "failed") failures++;
  }
}

type Came =
  | Outcome
  | { readonly kind: "rest"; readonly rest: Rest }
  | { readonly kind: "quota"; readonly until: Date; readonly reason: string };

/** Undefined where the asking was interrupted. A number that came all the same is never thrown away. */
async function askOnce<Query>(
  { source, signal }: Asker<Query>,
  { query }: Wanted<Query>,
): Promise<Came | undefined> {
  try {
    const outcome = await source.count(query, signal);
    return signal.aborted && !isAnswer(outcome) ? undefined : outcome;
  } catch (error) {
    const name = (error as Error | undefined | null)?.name;
    if (name === "RateLimitError") return { kind: "rest", rest: (error as RateLimitError).rest };
    if (name === "QuotaError") {
      const { until, message } = error as QuotaError;
      return { kind: "quota", until, reason: message };
    }
    if (name === "AbortError" || signal.aborted) return undefined;
    throw error ?? new Error("The source failed, and did not say why.");
  }
}

function isAnswer({ kind }: Outcome): boolean {
  return kind === "counted" || kind === "not given";
}

function keep<Query>(
  asker: Asker<Query>,
  wanted: Wanted<Query>,
  { came, failures }: { came: Came; failures: number },
): Answer | "again" {
  if (came.kind === "counted") return keepReading(asker, wanted, came);
  if (came.kind === "not given") {
    asker.run.append(notGivenRecord(wanted, came));
    return { kind: "answered" };
  }
  if (came.kind === "rest") return keepRest(asker, wanted, came.rest);
  if (came.kind === "quota") return keepQuota(asker, wanted, came);
  keepFailure(asker, wanted, came);
  const { policy, gate, random } = asker;
  if (came.kind !== "failed") return { kind: "stopped", stop: stopOf(came), isOfReading: true };
  const tried = failures + 1;
  if (!came.mayHelpToAskAgain) return { kind: "failed", isForGood: true };
  if (tried >= policy.attempts) return { kind: "failed", isForGood: false };
  gate.hold(
    backOffMs(tried, policy, random),
    `asking again (${tried + 1} of ${policy.attempts}): ${came.reason}`,
  );
  return "again";
}

function keepReading<Query>(
  { run, gate, policy, clock }: Asker<Query>,
  wanted: Wanted<Query>,
  counted: Counted,
): Answer {
  if (counted.rest === undefined) {
    run.append(readingRecord(wanted, counted, undefined));
    return { kind: "answered" };
  }
  const ms = restMs(counted.rest, 1, policy);
  const rest = restOf(counted.rest, ms, clock.now());
  run.append(readingRecord(wanted, counted, rest));
  gate.hold(ms, rest.reason);
  return { kind: "answered" };
}

function keepRest<Query>(
  { run, gate, policy, clock }: Asker<Query>,
  wanted: Wanted<Query>,
  rest: Rest,
): Answer | "again" {
  const rests = restsInARow(run.records) + 1;
  const ms = restMs(rest, rests, policy);
  const now = clock.now();
  const { text, repeat } = wanted;
  run.append({ kind: "rest", time: now.toISOString(), repeat, text, ...restOf(rest, ms, now) });
  gate.hold(ms, rest.reason);
  if (rests < policy.rests) return "again";
  const reason = `The service asked for a rest ${rests} times in a row: ${rest.reason}`;
  return { kind: "stopped", stop: { reason, advice: resumeAdvice(new Date(now.getTime() + ms)) } };
}

/** A quota is no rest that one sits through: the run ends, and goes on when there is more. */
function keepQuota<Query>(
  { run, clock }: Asker<Query>,
  { text, repeat }: Wanted<Query>,
  { until, reason }: Extract<Came, { kind: "quota" }>,
): Answer {
  const time = clock.now().toISOString();
  run.append({ kind: "rest", time, repeat, text, until: until.toISOString(), reason, isQuota: true });
  return { kind: "stopped", stop: { reason, advice: resumeAdvice(until) } };
}

function keepFailure<Query>({ run }: Asker<Query>, wanted: Wanted<Query>, outcome: NoAnswer): void {
  const pages = outcome.page === undefined ? [] : run.savePage(wanted.position, outcome.page);
  run.append(failureRecord(wanted, outcome, pages));
}

type NoAnswer = Exclude<Outcome, Counted | NotGiven>;

function stopOf(outcome: NoAnswer): Stop {
  if (outcome.kind === "blocked") return { reason: outcome.reason, advice: outcome.advice };
  const advice = outcome.page
    ? "The page is kept in the run's folder: look at it. Then start again; the run goes on where it stopped."
    : "Look at the search's address in a browser. Then start again; the run goes on where it stopped.";
  return { reason: outcome.reason, advice };
}

/** A rest that nobody sits through, whether it was asked for in this session or in an earlier one. */
function maybeLongRest<Query>({ gate, policy, clock }: Asker<Query>): Stop | undefined {
  const held = gate.maybeHeld();
  if (held?.isQuota) return { reason: held.reason, advice: resumeAdvice(held.time) };
  if (held === undefined || held.time.getTime() - clock.now().getTime() <= policy.longestToldMs)
    return undefined;
  const reason = `The service asks for a rest until ${timeText(held.time)}: ${held.reason}`;
  return { reason, advice: resumeAdvice(held.time) };
}

function resumeAdvice(time: Date): string {
  return `Start again after ${timeText(time)}, with the same run: it goes on where it stopped.`;
}
