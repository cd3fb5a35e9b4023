import {
  type Answer,
  type FetchOptions,
  fetchAnswer,
  NoAnswerError,
  RedirectError,
} from "../http/fetch-answer.js";
import type { Access } from "./access.js";
import { blocked, failed, NoResultError } from "./no-result-error.js";

/** One row comes back: more than this is no answer to it. */
const MOST_BYTES = 5_000_000;

/** One request: a query to run or to try, the result of a job that runs, or how a job stands. */
export type BigQueryRequest =
  | { readonly kind: "query"; readonly body: object }
  | { readonly kind: "result"; readonly jobId: string; readonly location: string; readonly waitMs: number }
  | { readonly kind: "job"; readonly jobId: string; readonly location: string };

export interface Door extends Pick<FetchOptions, "fetch" | "timeoutMs" | "signal" | "cost"> {
  readonly url: string;
  readonly projectId: string;
  readonly access: Access;
}

/**
 * Asks BigQuery by Google's own client, which makes the request; it is sent once, within limits of time and length.
 *
 * Errors: NoResultError where nobody answers or nobody is let in; the reason of the signal when it is aborted
 */
export async function askBigQuery(request: BigQueryRequest, door: Door): Promise<Answer> {
  door.signal.throwIfAborted();
  const access = await door.access();
  door.signal.throwIfAborted();
  try {
    return await sent(request, access, door);
  } catch (error) {
    if (error instanceof NoAnswerError) throw new NoResultError(failed(error.message, true));
    if (!(error instanceof RedirectError)) throw error;
    throw new NoResultError(
      blocked(
        `${error.message}: it is not followed, since a secret would go along`,
        "Check BIGQUERY_URL in .env: it must be the address that answers itself.",
      ),
    );
  }
}

async function sent(
  request: BigQueryRequest,
  access: Readonly<Record<string, string>>,
  door: Door,
): Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  // The client learns nothing of the answer: it would read one of any length, and its errors hold the token.
  const fetchImplementation = async (address: string | URL | Request, init: RequestInit = {}) => {
    answer ??= fetchAnswer(String(address), {
      ...door,
      service: "BigQuery",
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(request.kind === "query" && { method: "POST", body: String(init.body) }),
      mostBytes: MOST_BYTES,
      mostRedirects: 0,
    });
    await answer.catch(() => {});
    return new Response("", { status: 200 });
  };
  await call(request, door, { headers: access, fetchImplementation }).catch(() => {});
  if (answer === undefined) throw new NoAnswerError("Google's client could not make the request");
  return answer;
}

interface Sending {
  readonly headers: Readonly<Record<string, string>>;
  readonly fetchImplementation: typeof globalThis.fetch;
}

async function call(request: BigQueryRequest, { url, projectId }: Door, sending: Sending): Promise<void> {
  // Only this interface, and only once it is asked: the client's index would load hundreds of them.
  const { bigquery } = await import("googleapis/build/src/apis/bigquery/index.js");
  const { jobs } = bigquery({ version: "v2", universeDomain: "googleapis.com" });
  const options = { rootUrl: `${url}/`, retry: false, ...sending };
  if (request.kind === "query") {
    await jobs.query({ projectId, requestBody: request.body }, options);
    return;
  }
  const { jobId, location } = request;
  if (request.kind === "job") {
    await jobs.get({ projectId, jobId, location }, options);
    return;
  }
  await jobs.getQueryResults(
    { projectId, jobId, location, timeoutMs: request.waitMs, maxResults: 1 },
    options,
  );
}
