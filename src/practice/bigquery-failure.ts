import { type Answer, jsonAnswer } from "./answer.js";

interface Failure {
  readonly code: number;
  readonly message: string;
  readonly status: string;
  /** The name of the failure where absent. */
  readonly reason?: string;
}

/** What BigQuery refuses a request with. Source: its page on error messages; public issue threads and client code */
const FAILURES = {
  bytesBilledLimitExceeded: {
    code: 500,
    message: "Query exceeded limit for bytes billed: 1000. 10485760 or higher required.",
    status: "INTERNAL",
  },
  invalidQuery: { code: 400, message: "Syntax error: Unexpected end of script", status: "INVALID_ARGUMENT" },
  accessDenied: {
    code: 403,
    message:
      "Access Denied: Project practice-project: User does not have bigquery.jobs.create permission in project practice-project.",
    status: "PERMISSION_DENIED",
  },
  notFound: { code: 404, message: "Not found: Job practice-project:US.job_unknown", status: "NOT_FOUND" },
  quotaExceeded: {
    code: 403,
    message: "Custom quota exceeded: Your usage exceeded the custom quota for QueryUsagePerDay.",
    status: "PERMISSION_DENIED",
  },
  freeQuotaExceeded: {
    code: 403,
    message: "Quota exceeded: Your project exceeded quota for free query bytes scanned.",
    status: "PERMISSION_DENIED",
    reason: "quotaExceeded",
  },
  rateLimitExceeded: {
    code: 403,
    message: "Exceeded rate limits: too many api requests per user per method for this user_method.",
    status: "PERMISSION_DENIED",
  },
  authError: {
    code: 401,
    message: "Request had invalid authentication credentials. Expected OAuth 2 access token.",
    status: "UNAUTHENTICATED",
  },
  backendError: {
    code: 503,
    message: "Error encountered during execution. Retrying may solve the problem.",
    status: "UNAVAILABLE",
  },
  stopped: {
    code: 499,
    message: "Job execution was cancelled: User requested cancellation",
    status: "CANCELLED",
  },
} satisfies Record<string, Failure>;

export type BigQueryFailure = keyof typeof FAILURES;

/** A refusal in the form of BigQuery. Input: words, in place of those that it usually has */
export function bigQueryFailure(name: BigQueryFailure, words?: string): Answer {
  const { code, message: usual, status, reason = name }: Failure = FAILURES[name];
  const message = words ?? usual;
  const errors = [{ message, domain: "global", reason }];
  return jsonAnswer({ error: { code, message, errors, status } }, { status: code });
}
