import { QuotaError, RateLimitError } from "../census/errors.js";
import type { BigQueryRequest } from "./ask-bigquery.js";
import { isDeadJob } from "./bigquery-document.js";
import type { KeptJob, KeptStore } from "./kept-job.js";
import { NoResultError } from "./no-result-error.js";
import { type Asked, type ReadOptions, read } from "./read-answer.js";

/** BigQuery answers within this, whether a job is finished or not. */
export const WAIT_MS = 10_000;

/**
 * What BigQuery says of a job's result. A job that has failed is kept no more, so that the next asking begins another.
 *
 * Errors: NoResultError, RateLimitError, QuotaError; AbortError
 */
export async function jobAnswer(
  { id: jobId, location }: NonNullable<KeptJob["job"]>,
  options: ReadOptions & { readonly kept: KeptStore },
): Promise<Asked> {
  try {
    return await read({ kind: "result", jobId, location, waitMs: WAIT_MS }, options);
  } catch (error) {
    const isDead = isOfCallOrJob(error) && (await isDeadNow({ kind: "job", jobId, location }, options));
    if (isDead) options.kept.save(null);
    throw error;
  }
}

/** BigQuery says in the same words that a job has failed and that asking for its result has. */
function isOfCallOrJob(error: unknown): boolean {
  if (error instanceof RateLimitError || error instanceof QuotaError) return true;
  return error instanceof NoResultError && error.result.kind === "failed";
}

/** What is not known for certain is no: a new job would cost the same again. */
async function isDeadNow(request: BigQueryRequest, { ask }: ReadOptions): Promise<boolean> {
  try {
    const { status, text, isCut } = await ask(request);
    return status === 200 && !isCut && isDeadJob(text);
  } catch {
    return false;
  }
}
