import type { Clock } from "../census/clock.js";
import type { FailurePage } from "../census/outcome.js";
import type { Answer } from "../http/fetch-answer.js";
import type { BigQueryRequest } from "./ask-bigquery.js";
import { type BigQueryAnswer, bigQueryErrorOf, maybeBigQueryAnswer } from "./bigquery-document.js";
import { bigQueryRefusal } from "./bigquery-refusal.js";
import { NoResultError, unreadable } from "./no-result-error.js";

export interface ReadOptions {
  readonly clock: Clock;
  /** Sends one request, once. */
  readonly ask: (request: BigQueryRequest) => Promise<Answer>;
}

/** An answer in its form, and as it came. */
export interface Asked extends BigQueryAnswer {
  readonly page: FailurePage;
  readonly isPractice: boolean;
}

export const OTHER_FORM =
  "BigQuery's answer has another form than the one that this version knows: no number is taken from it";

/** Asks once, and reads the answer. Errors: NoResultError with the page that came; RateLimitError, QuotaError */
export async function read(request: BigQueryRequest, options: ReadOptions): Promise<Asked> {
  const answer = await options.ask(request);
  try {
    const isPractice = answer.headers.has("x-census-practice");
    return { ...documentOf(answer, options.clock.now()), page: { html: answer.text }, isPractice };
  } catch (error) {
    if (!(error instanceof NoResultError) || answer.text === "" || answer.isCut) throw error;
    throw new NoResultError({ ...error.result, page: { html: answer.text } }, error.job);
  }
}

function documentOf(answer: Answer, now: Date): BigQueryAnswer {
  if (answer.status !== 200) throw bigQueryRefusal(answer, now);
  const document = answer.isCut ? undefined : maybeBigQueryAnswer(answer.text);
  if (document === undefined) {
    const { code } = bigQueryErrorOf(answer.text);
    if (code !== undefined) throw bigQueryRefusal({ ...answer, status: code }, now);
    throw new NoResultError(unreadable(OTHER_FORM));
  }
  const [error] = document.errors ?? [];
  if (error === undefined) return document;
  const text = JSON.stringify({ error: { ...error, errors: [error] } });
  throw bigQueryRefusal({ ...answer, status: 400, text }, now);
}
