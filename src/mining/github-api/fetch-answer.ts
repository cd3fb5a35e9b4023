import { type Body, readBody } from "./read-body.js";

/** One answer of the interface for programs, after its redirects. */
export interface Answer extends Body {
  readonly status: number;
  readonly headers: Headers;
}

/** Requests made and bytes received so far, written to as they happen. */
export interface Cost {
  requests: number;
  bytes: number;
}

export interface FetchOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly cost: Cost;
}

/** No answer came; the message says what happened, without anything that was sent. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
}

/** The service sends on to where the token must not go, or in circles. */
export class RedirectError extends Error {
  override readonly name = "RedirectError";
}

/** Answers are a few kilobytes: more than this is no answer to a search for one result. */
const MOST_BYTES = 1_000_000;
const MOST_REDIRECTS = 5;

/**
 * Asks one address, and follows redirects to the same origin only, since a token goes along.
 *
 * Errors: NoAnswerError after a time-out or where the connection fails; RedirectError; AbortError when `signal` is aborted
 */
export async function fetchAnswer(address: string, options: FetchOptions): Promise<Answer> {
  const { signal, timeoutMs } = options;
  signal.throwIfAborted();
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal.addEventListener("abort", abort);
  try {
    return await follow(address, options, stop.signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RedirectError) throw error;
    throw new NoAnswerError(stop.signal.aborted ? tooLate(timeoutMs) : lost(error));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}

async function follow(address: string, options: FetchOptions, signal: AbortSignal): Promise<Answer> {
  let at = new URL(address);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const answer = await ask(at, options, signal);
    const target = maybeTarget(answer, at);
    if (target === undefined) return answer;
    if (target.origin !== at.origin) {
      throw new RedirectError(`${at.origin} sends on to another server, ${target.origin}`);
    }
    at = target;
  }
  throw new RedirectError(`${at.origin} sends on more than ${MOST_REDIRECTS} times`);
}

async function ask(at: URL, { fetch, headers, cost }: FetchOptions, signal: AbortSignal): Promise<Answer> {
  cost.requests += 1;
  const response = await fetch(at, { headers, signal, redirect: "manual" });
  const body = await readBody(response, MOST_BYTES);
  cost.bytes += body.bytes;
  return { ...body, status: response.status, headers: response.headers };
}

function maybeTarget({ status, headers }: Answer, from: URL): URL | undefined {
  const location = headers.get("location");
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
  return URL.canParse(location, from.href) ? new URL(location, from) : undefined;
}

function tooLate(timeoutMs: number): string {
  return `GitHub did not answer within ${timeoutMs / 1_000} s`;
}

/** The code alone: messages of fetch can quote the headers that were sent. */
function lost(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return `the connection to GitHub failed${/^[A-Z][A-Z0-9_]+$/.test(code) ? ` (${code})` : ""}`;
}
