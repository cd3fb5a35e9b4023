import { randomUUID } from "node:crypto";
import { maybeNumbers } from "./bigquery-document.js";
import { GITHUB_TABLES, type GitHubTable } from "./github-table.js";
import { jobAnswer, WAIT_MS } from "./job-answer.js";
import { type KeptJob, type KeptStore, maybeKeptJob } from "./kept-job.js";
import { blocked, failed, NoResultError, unreadable } from "./no-result-error.js";
import { maybeOverBudget, neededBudgetUsd } from "./price.js";
import { type Asked, OTHER_FORM, type ReadOptions, read } from "./read-answer.js";
import type { Statement } from "./sql-of-queries.js";

/** Where the public data set lies. */
const LOCATION = "US";

const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** BigQuery ends a query after this. Source: its page on quotas */
const LONGEST_JOB_MS = 6 * 3_600_000;

const MIB = 2 ** 20;
/** What is billed at least for each table. Source: Google's page of prices */
const LEAST_BILLED_BYTES = 10 * MIB;

export interface RunOptions extends ReadOptions {
  readonly statement: Statement;
  /** Of all that the result depends on. */
  readonly fingerprint: string;
  readonly table: GitHubTable;
  readonly budgetUsd: number;
  readonly kept: KeptStore;
  readonly signal: AbortSignal;
}

export type Result = NonNullable<KeptJob["answer"]> & { readonly bytes: number };

/**
 * Runs the statement: tries it, and runs it where that is within the budget; or takes up the job that is kept.
 *
 * Errors: NoResultError, RateLimitError, QuotaError; AbortError when the signal is aborted, and the job runs on
 */
export async function runStatement(options: RunOptions): Promise<Result> {
  const { kept, fingerprint } = options;
  const before = maybeKeptJob(kept, fingerprint);
  if (before?.answer) return { ...before.answer, bytes: before.bytes };
  try {
    return await finished(before ?? (await tried(options)), options);
  } catch (error) {
    if (!(error instanceof NoResultError) || error.job === "as before") throw error;
    kept.save(null);
    // A job that nobody knows any more was of another day: this is a new one.
    if (error.job === "unknown" && before?.job) return runStatement(options);
    throw error;
  }
}

/** A dry run reads nothing and costs nothing. A cached result would hide what the statement reads. */
async function tried(options: RunOptions): Promise<KeptJob> {
  const { fingerprint, kept } = options;
  const body = { ...bodyOf(options), dryRun: true, useQueryCache: false };
  const { totalBytesProcessed: bytes } = await read({ kind: "query", body }, options);
  if (!bytes) {
    throw new NoResultError(unreadable("BigQuery does not say what the query would read, so it is not run"));
  }
  const job = { statement: fingerprint, requestId: randomUUID(), bytes };
  requireBudget(job, options);
  kept.save(job);
  return job;
}

function requireBudget({ bytes }: KeptJob, { budgetUsd }: RunOptions): void {
  const reason = maybeOverBudget(bytes, budgetUsd);
  if (reason === undefined) return;
  const advice = `Set BIGQUERY_BUDGET_USD to ${neededBudgetUsd(bytes)} or more in .env, or count the sample alone.`;
  throw new NoResultError(blocked(reason, advice));
}

async function finished(job: KeptJob, options: RunOptions): Promise<Result> {
  const began = options.clock.now().getTime();
  let [known, answer] = job.job ? [job, await jobAnswer(job.job, options)] : await started(job, options);
  for (
    let pauseMs = SHORTEST_PAUSE_MS;
    !answer.jobComplete;
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  ) {
    if (options.clock.now().getTime() - began > LONGEST_JOB_MS) {
      throw new NoResultError(failed("the job at BigQuery does not end", true));
    }
    const running = requireJob(known);
    await options.clock.sleep(pauseMs, options.signal);
    answer = await jobAnswer(running, options);
  }
  return keptResult(known, answer, options);
}

async function started(job: KeptJob, options: RunOptions): Promise<[job: KeptJob, answer: Asked]> {
  requireBudget(job, options);
  const { requestId, bytes } = job;
  const { tables } = GITHUB_TABLES[options.table];
  const most = Math.ceil(bytes / MIB) * MIB + tables * LEAST_BILLED_BYTES;
  const limits = { maximumBytesBilled: String(most), jobTimeoutMs: String(LONGEST_JOB_MS) };
  const body = { ...bodyOf(options), ...limits, requestId, timeoutMs: WAIT_MS };
  const answer = await read({ kind: "query", body }, options);
  const { jobId, location } = answer.jobReference ?? {};
  if (!jobId) return [job, answer];
  const known = { ...job, job: { id: jobId, location: location ?? LOCATION } };
  options.kept.save(known);
  return [known, answer];
}

function requireJob({ job }: KeptJob): NonNullable<KeptJob["job"]> {
  if (job !== undefined) return job;
  throw new NoResultError(unreadable("BigQuery's query runs, and its answer does not name the job"));
}

function bodyOf({ statement: { sql, parameters } }: RunOptions): object {
  const query = { query: sql, useLegacySql: false, location: LOCATION };
  return { ...query, parameterMode: "NAMED", queryParameters: parameters };
}

function keptResult(job: KeptJob, answer: Asked, { kept }: RunOptions): Result {
  const numbers = maybeNumbers(answer);
  if (numbers === undefined) throw new NoResultError({ ...unreadable(OTHER_FORM), page: answer.page });
  const { isPractice } = answer;
  const result = { counts: Object.fromEntries(numbers), ...(isPractice && { isPractice }) };
  kept.save({ ...job, answer: result });
  return { ...result, bytes: job.bytes };
}
