import { type Body, readBody } from "./read-body.js";

/** One answer of an interface for programs, after its redirects. */
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
  /** What messages call who is asked. */
  readonly service: string;
  readonly fetch: typeof globalThis.fetch;
  /** GET where absent. */
  readonly method?: "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  /** More of an answer is not fetched. */
  readonly mostBytes: number;
  /** Redirects within the same origin that are followed. */
  readonly mostRedirects: number;
  readonly signal: AbortSignal;
  readonly cost: Cost;
}

/** No answer came; the message says what happened, without anything that was sent. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
}

/** The service sends on to where a secret must not go, or in circles. */
export class RedirectError extends Error {
  override readonly name = "RedirectError";
}

/**
 * Asks one address, and follows redirects to the same origin only, since a secret goes along.
 *
 * Errors: NoAnswerError after a time-out or where the connection fails; RedirectError; the reason of `signal` when it is aborted
 */
export async function fetchAnswer(address: string, options: FetchOptions): Promise<Answer> {
  const { signal, timeoutMs, service } = options;
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
    throw new NoAnswerError(stop.signal.aborted ? tooLate(service, timeoutMs) : lost(service, error));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}

async function follow(address: string, options: FetchOptions, signal: AbortSignal): Promise<Answer> {
  const { mostRedirects } = options;
  let at = new URL(address);
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const answer = await ask(at, options, signal);
    const target = maybeTarget(answer, at);
    if (target === undefined) return answer;
    if (target.origin !== at.origin) {
      throw new RedirectError(`${at.origin} sends on to another server, ${target.origin}`);
    }
    at = target;
  }
  throw new RedirectError(
    mostRedirects === 0
      ? `${at.origin} sends on to another address`
      : `${at.origin} sends on more than ${mostRedirects} times`,
  );
}

async function ask(at: URL, options: FetchOptions, signal: AbortSignal): Promise<Answer> {
  const { fetch, method = "GET", headers, body, mostBytes, cost } = options;
  cost.requests += 1;
  const request = { method, headers, signal, redirect: "manual" } as const;
  const response = await fetch(at, body === undefined ? request : { ...request, body });
  const read = await readBody(response, mostBytes);
  cost.bytes += read.bytes;
  return { ...read, status: response.status, headers: response.headers };
}

function maybeTarget({ status, headers }: Answer, from: URL): URL | undefined {
  const location = headers.get("location");
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
  return URL.canParse(location, from.href) ? new URL(location, from) : undefined;
}

function tooLate(service: string, timeoutMs: number): string {
  return `${service} did not answer within ${timeoutMs / 1_000} s`;
}

/** The code alone: messages of fetch can quote the headers that were sent. */
function lost(service: string, error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return `the connection to ${service} failed${/^[A-Z][A-Z0-9_]+$/.test(code) ? ` (${code})` : ""}`;
}
