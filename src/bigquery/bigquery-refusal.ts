import { QuotaError, RateLimitError } from "../census/errors.js";
import { nextPacificMidnight } from "../dorking/google-cse/next-pacific-midnight.js";
import { quotedWords } from "../dorking/quoted-words.js";
import type { Answer } from "../http/fetch-answer.js";
import { isWebPage } from "../http/is-web-page.js";
import { maybeRetryAfterMs } from "../http/retry-after.js";
import { type BigQueryError, bigQueryErrorOf } from "./bigquery-document.js";
import { blocked, failed, type NoResult, NoResultError, unreadable } from "./no-result-error.js";

/** What each reason of BigQuery's means; the first that an error names counts. Source: its page on error messages */
const REFUSALS: Readonly<Record<string, (said: string) => NoResult>> = {
  bytesBilledLimitExceeded: (said) =>
    blocked(
      `the query would read more than it was allowed to, so BigQuery did not run it, and nothing is billed${said}`,
      "Start again: the size is then estimated anew. A higher BIGQUERY_BUDGET_USD in .env allows more.",
    ),
  billingTierLimitExceeded: (said) => blocked(`the query needs more than BigQuery allows${said}`, FEWER),
  resourcesExceeded: (said) => blocked(`the query needs more than BigQuery allows${said}`, FEWER),
  responseTooLarge: (said) => blocked(`the query's result is larger than BigQuery allows${said}`, FEWER),
  invalidQuery: (said) =>
    blocked(
      `BigQuery does not understand the query${said}`,
      "Look at the regular expressions in conf.json: one of them may be none that BigQuery takes.",
    ),
  stopped: (said) =>
    blocked(`the job was cancelled${said}`, "Start again when it should run: a new job is then begun."),
  billingNotEnabled: (said) =>
    blocked(
      `the project has no account that pays, and BigQuery asks for one${said}`,
      "Turn on billing for the project of BIGQUERY_PROJECT, or name another project.",
    ),
  accessNotConfigured: switchedOff,
  SERVICE_DISABLED: switchedOff,
  accessDenied: (said) =>
    blocked(
      `these credentials may not run queries in this project${said}`,
      "Give the account of BIGQUERY_CREDENTIALS the role BigQuery Job User in the project of BIGQUERY_PROJECT.",
    ),
  notFound: (said) =>
    blocked(
      `BigQuery does not find the project or what is asked of it${said}`,
      "Check BIGQUERY_PROJECT in .env: it must be a project's id. Check BIGQUERY_URL, if you set one.",
    ),
};

const FEWER = "Count fewer queries at once, or the sample in place of the full table.";

function switchedOff(said: string): NoResult {
  return blocked(
    `BigQuery is not switched on in this project${said}`,
    "Open Google's cloud console, choose the project of BIGQUERY_PROJECT, and enable the BigQuery API there.",
  );
}

/** After these a job never gives a result. */
const ENDS_JOB = [
  ..."bytesBilledLimitExceeded billingTierLimitExceeded resourcesExceeded".split(" "),
  ..."responseTooLarge invalidQuery stopped".split(" "),
];

const RATE_NAMES = ["rateLimitExceeded", "jobRateLimitExceeded", "userRateLimitExceeded"];

/**
 * Why BigQuery refused, of an answer that is no 200.
 *
 * Errors: RateLimitError, QuotaError where it asks to wait
 */
export function bigQueryRefusal(answer: Answer, now: Date): NoResultError {
  const error = bigQueryErrorOf(answer.text);
  const said = quotedWords(error.message);
  const { status } = answer;
  requireQuota(answer, error, now);
  const name = error.names.find((one) => Object.hasOwn(REFUSALS, one));
  const refusal = name === undefined ? undefined : REFUSALS[name]?.(said);
  if (refusal !== undefined) return new NoResultError(refusal, jobAfter(name));
  return new NoResultError(otherRefusal(answer, said), status === 404 ? "unknown" : "as before");
}

function jobAfter(name: string | undefined): NoResultError["job"] {
  if (name === "notFound") return "unknown";
  return name !== undefined && ENDS_JOB.includes(name) ? "over" : "as before";
}

function requireQuota({ status, headers }: Answer, { names, message }: BigQueryError, now: Date): void {
  const said = quotedWords(message);
  if (names.includes("quotaExceeded")) throw quotaError(message, said, now);
  if (status !== 429 && !names.some((name) => RATE_NAMES.includes(name))) return;
  const toldMs = maybeRetryAfterMs(headers.get("retry-after"), now);
  const reason = `BigQuery says that it was asked too often${said}`;
  throw new RateLimitError({ reason, ...(toldMs !== undefined && { toldMs }) });
}

/** Quotas of a day end at midnight in Los Angeles; the free bytes of a project that pays nothing come back by and by. */
function quotaError(message: string, said: string, now: Date): QuotaError {
  const reason = /free query bytes/i.test(message)
    ? `the bytes that are free this month are used up, and the project has no account that pays${said}.`
    : `what this project may ask BigQuery a day is used up${said}.`;
  return new QuotaError(reason, nextPacificMidnight(now));
}

function otherRefusal(answer: Answer, said: string): NoResult {
  const { status } = answer;
  if (status >= 500 || status === 408) return failed(`BigQuery has trouble (status ${status})${said}`, true);
  if (status !== 401 && isWebPage(answer)) {
    return unreadable(`a web page came in place of BigQuery's answer (status ${status})`);
  }
  switch (status) {
    case 401:
      return blocked(
        `BigQuery does not accept the credentials${said}`,
        "Check BIGQUERY_CREDENTIALS in .env, or sign in again with: gcloud auth application-default login.",
      );
    case 403:
      return /has not been used in project|is disabled/i.test(said)
        ? switchedOff(said)
        : (REFUSALS.accessDenied?.(said) ?? unreadable(said));
    case 404:
      return REFUSALS.notFound?.(said) ?? unreadable(said);
    default:
      return unreadable(`BigQuery gave an answer that this version does not know (status ${status})${said}`);
  }
}
