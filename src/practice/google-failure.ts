import { type Answer, jsonAnswer } from "./answer.js";

const SERVICE = "customsearch.googleapis.com";
const PROJECT = "100200300400";
const CONSOLE = "https://console.developers.google.com/apis/api";
const QUOTA = `Quota exceeded for quota metric 'Queries' and limit 'Queries per`;

interface Failure {
  readonly code: number;
  readonly message: string;
  readonly reason: string;
  readonly domain?: string;
  readonly status?: string;
  readonly details?: readonly object[];
}

const ERROR_INFO = {
  "@type": "type.googleapis.com/google.rpc.ErrorInfo",
  reason: "API_KEY_INVALID",
  domain: "googleapis.com",
  metadata: { service: SERVICE },
};

/** What Google's interface refuses a request with. Source: public issue threads and client code, 2023 to 2026 */
const FAILURES = {
  badKey: {
    code: 400,
    message: "API key not valid. Please pass a valid API key.",
    reason: "badRequest",
    status: "INVALID_ARGUMENT",
    details: [ERROR_INFO],
  },
  badArgument: {
    code: 400,
    message: "Request contains an invalid argument.",
    reason: "badRequest",
    status: "INVALID_ARGUMENT",
  },
  newProject: {
    code: 403,
    message: "This project does not have the access to Custom Search JSON API.",
    reason: "forbidden",
    status: "PERMISSION_DENIED",
  },
  apiOff: {
    code: 403,
    message: `Custom Search API has not been used in project ${PROJECT} before or it is disabled. Enable it by visiting ${CONSOLE}/${SERVICE}/overview?project=${PROJECT} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
    reason: "accessNotConfigured",
    domain: "usageLimits",
    status: "PERMISSION_DENIED",
  },
  referer: {
    code: 403,
    message: "Requests from referer <empty> are blocked.",
    reason: "forbidden",
    status: "PERMISSION_DENIED",
  },
  legacy: {
    code: 403,
    message: `Daily Limit Exceeded. The quota will be reset at midnight Pacific Time (PT). You may monitor your quota usage and adjust limits in the API Console: ${CONSOLE}/${SERVICE}/quotas?project=${PROJECT}`,
    reason: "dailyLimitExceeded",
    domain: "usageLimits",
  },
  perDay: {
    code: 429,
    message: `${QUOTA} day' of service '${SERVICE}' for consumer 'project_number:${PROJECT}'.`,
    reason: "rateLimitExceeded",
    status: "RESOURCE_EXHAUSTED",
  },
  perMinute: {
    code: 429,
    message: `${QUOTA} minute per user' of service '${SERVICE}' for consumer 'project_number:${PROJECT}'.`,
    reason: "rateLimitExceeded",
    status: "RESOURCE_EXHAUSTED",
  },
} satisfies Record<string, Failure>;

export type GoogleFailure = keyof typeof FAILURES;

/** A refusal in the words of Google's interface; `why`, for the person, names a field and what is wrong with it. */
export function googleFailure(
  name: GoogleFailure,
  why?: { readonly field: string; readonly description: string },
): Answer {
  const { code, message, reason, domain = "global", status, details }: Failure = FAILURES[name];
  const violations = why && [
    { "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations: [why] },
  ];
  const given = details ?? violations;
  const errors = [{ message, domain, reason }];
  const error = { code, message, errors, ...(status && { status }), ...(given && { details: given }) };
  return jsonAnswer({ error }, { status: code });
}
