import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { RunError } from "../census/errors.js";
import { type Account, PRACTICE_ACCOUNT, PRACTICE_TOKEN } from "./accounts.js";
import type { Answer } from "./answer.js";
import { API_PATH } from "./api-path.js";
import { openSite } from "./open-site.js";
import { PRACTICE_META } from "./page.js";
import { problemAnswer } from "./plain-routes.js";
import type { PracticeOptions } from "./practice-options.js";
import { type PracticeRequest, readRequest } from "./request.js";
import { answerTo } from "./routes.js";
import type { Site } from "./site.js";

export type { PracticeOptions } from "./practice-options.js";

export interface LoggedRequest {
  readonly method: string;
  /** With what follows the question mark. */
  readonly path: string;
}

/** A GitHub for practice that is running, with a search for pages beside it. */
export interface Practice {
  readonly url: string;
  readonly apiUrl: string;
  /** The root under which Google's interface for searches lies, as `rootUrl` of a client. */
  readonly googleUrl: string;
  /** Likewise that of BigQuery. */
  readonly bigQueryUrl: string;
  readonly account: Account;
  /** What its interface for programs takes. */
  readonly token: string;
  /** Every request so far, in their order; the oldest are dropped after 10,000. */
  readonly requests: readonly LoggedRequest[];
  /** The code of the last e-mail; undefined where none was sent. */
  readonly lastMailedCode: string | undefined;
  /** Signs somebody in without a form. Returns the value of the cookie `user_session`. */
  openSession(username?: string): string;
  /** Signs everybody out, as can happen in the middle of a run. */
  endSessions(): void;
  /** Ends it, and every connection; may be called twice. */
  close(): Promise<void>;
}

const MOST_LOGGED = 10_000;

/**
 * Starts a GitHub for practice on this machine: sign-in, code search page, its data, the count and the interface for
 * programs, over sample files that are really searched; beside it Google's interface for searches, over sample pages, and
 * BigQuery, over the sample files.
 * Nobody from outside reaches it.
 *
 * Errors: RunError where the port is taken or not allowed
 */
export async function startPractice(options: PracticeOptions = {}): Promise<Practice> {
  const requests: LoggedRequest[] = [];
  let lastMailedCode: string | undefined;
  const site = openSite(options, (username, code) => {
    lastMailedCode = code;
    options.mail?.(username, code);
  });
  const answer = answering(site, requests, options);
  const server = createServer((message, response) => void answer(message, response));
  const url = await listening(server, options.port ?? 0);
  const account = site.accounts[0] ?? PRACTICE_ACCOUNT;
  return {
    url,
    apiUrl: practiceApiUrl(url),
    googleUrl: url,
    bigQueryUrl: url,
    account,
    token: PRACTICE_TOKEN,
    requests,
    get lastMailedCode() {
      return lastMailedCode;
    },
    openSession: (username = account.username) => site.sessions.open(username),
    endSessions: () => site.sessions.endAll(),
    close: () => closed(server),
  };
}

/** Where a practice server at an address has its interface for programs. */
export function practiceApiUrl(url: string): string {
  return `${url}${API_PATH}`;
}

function listening(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) => reject(portError(port, code)));
    server.listen(port, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

function portError(port: number, code: string | undefined): RunError {
  const reason = code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${code})`;
  return new RunError(`Port ${port} ${reason}: end what uses it, or name another port.`);
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function answering(
  site: Site,
  requests: LoggedRequest[],
  { intercept, isMarked = true }: Pick<PracticeOptions, "intercept" | "isMarked">,
) {
  return async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests.push({ method: message.method ?? "", path: message.url ?? "" });
    if (requests.length > MOST_LOGGED) requests.shift();
    try {
      const request = await readRequest(message, `http://${message.headers.host ?? "127.0.0.1"}`);
      const answer = await answerOf(site, request, intercept);
      send(response, isMarked ? marked(answer) : unmarked(answer));
    } catch (error) {
      send(response, problemAnswer(500, `The practice server made a mistake: ${error}`));
    }
  };
}

async function answerOf(
  site: Site,
  request: PracticeRequest | "too large" | undefined,
  intercept: PracticeOptions["intercept"],
): Promise<Answer> {
  if (request === undefined) return problemAnswer(400, "This is no address");
  if (request === "too large") return problemAnswer(413, "This form is too large");
  return (await intercept?.(request)) ?? answerTo(site, request);
}

/** The header marks every answer, those without a page as well. */
function marked(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, "x-census-practice": "1" } };
}

function unmarked({ body, ...rest }: Answer): Answer {
  return body === undefined ? rest : { ...rest, body: body.replace(PRACTICE_META, "") };
}

function send(response: ServerResponse, { status, headers = {}, body = "" }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const length = String(Buffer.byteLength(body));
  response.writeHead(status, {
    "cache-control": "no-store",
    "content-length": length,
    ...(headers as Record<string, string | string[]>),
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
