import type { Clock, Random } from "../census/clock.js";
import type { CountSource } from "../census/count-source.js";
import type { RateLimitError } from "../census/errors.js";
import type { Counted, Outcome, Rest } from "../census/outcome.js";
import { keepVersions } from "./keep-versions.js";
import type { Gate } from "./open-gate.js";
import type { RunFolder } from "./open-run.js";
import { failureRecord, readingRecord, restOf } from "./record-of.js";
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
 * How the asking for one reading ended: `failed` where it was given up, for good where asking again cannot help;
 * `stopped` where nothing more may be asked, because of this reading or of a rest.
 */
export type Answer =
  | { readonly kind: "counted" | "interrupted" }
  | { readonly kind: "failed"; readonly isForGood: boolean }
  | { readonly kind: "stopped"; readonly stop: Stop; readonly isOfReading?: true };

export interface Asker {
  readonly source: CountSource;
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
export async function askWanted(asker: Asker, wanted: Wanted): Promise<Answer> {
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

type Came = Outcome | { readonly kind: "rest"; readonly rest: Rest };

/** Undefined where the asking was interrupted. A number that came all the same is never thrown away. */
async function askOnce({ source, signal }: Asker, { query }: Wanted): Promise<Came | undefined> {
  try {
    const outcome = await source.count(query, signal);
    return signal.aborted && outcome.kind !== "counted" ? undefined : outcome;
  } catch (error) {
    const name = (error as Error | undefined | null)?.name;
    if (name === "RateLimitError") return { kind: "rest", rest: (error as RateLimitError).rest };
    if (name === "AbortError" || signal.aborted) return undefined;
    throw error ?? new Error("The source failed, and did not say why.");
  }
}

function keep(
  asker: Asker,
  wanted: Wanted,
  { came, failures }: { came: Came; failures: number },
): Answer | "again" {
  if (came.kind === "counted") return keepReading(asker, wanted, came);
  if (came.kind === "rest") return keepRest(asker, wanted, came.rest);
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

function keepReading({ run, gate, policy, clock }: Asker, wanted: Wanted, counted: Counted): Answer {
  if (counted.rest === undefined) {
    run.append(readingRecord(wanted, counted, undefined));
    return { kind: "counted" };
  }
  const ms = restMs(counted.rest, 1, policy);
  const rest = restOf(counted.rest, ms, clock.now());
  run.append(readingRecord(wanted, counted, rest));
  gate.hold(ms, rest.reason);
  return { kind: "counted" };
}

function keepRest({ run, gate, policy, clock }: Asker, wanted: Wanted, rest: Rest): Answer | "again" {
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

function keepFailure({ run }: Asker, wanted: Wanted, outcome: Exclude<Outcome, Counted>): void {
  const pages = outcome.page === undefined ? [] : run.savePage(wanted.position, outcome.page);
  run.append(failureRecord(wanted, outcome, pages));
}

function stopOf(outcome: Exclude<Outcome, Counted>): Stop {
  if (outcome.kind === "blocked") return { reason: outcome.reason, advice: outcome.advice };
  const advice = outcome.page
    ? "The page is kept in the run's folder: look at it. Then start again; the run goes on where it stopped."
    : "Look at the search's address in a browser. Then start again; the run goes on where it stopped.";
  return { reason: outcome.reason, advice };
}

/** A rest that nobody sits through, whether it was asked for in this session or in an earlier one. */
function maybeLongRest({ gate, policy, clock }: Asker): Stop | undefined {
  const held = gate.maybeHeld();
  if (held === undefined || held.time.getTime() - clock.now().getTime() <= policy.longestToldMs)
    return undefined;
  const reason = `The service asks for a rest until ${timeText(held.time)}: ${held.reason}`;
  return { reason, advice: resumeAdvice(held.time) };
}

function resumeAdvice(time: Date): string {
  return `Start again after ${timeText(time)}, with the same run: it goes on where it stopped.`;
}
