import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer of the server, or that none comes. */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | "hang";

/** How the server answers one search; what is absent is a good answer with 720 files. */
export interface Scenario {
  readonly page?: Reply | ((searched: string) => Reply);
  readonly endpoint?: Reply;
}

export interface ScenarioServer {
  readonly url: string;
  /** Paths in the order of asking, without what follows the question mark. */
  readonly requests: string[];
  /** Values of `user_session` that are let in. */
  readonly sessions: Set<string>;
  scenario: Scenario;
  /** Answers for other paths, before the usual ones. */
  readonly routes: Map<string, (request: IncomingMessage, body: string) => Reply>;
  close(): Promise<void>;
}

/** A server that answers every search by the scenario that is set, to whoever holds one of its session cookies. */
export async function startScenarioServer(): Promise<ScenarioServer> {
  const requests: string[] = [];
  const sessions = new Set<string>();
  const routes: ScenarioServer["routes"] = new Map();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const { pathname } = new URL(request.url ?? "/", "http://x");
      requests.push(pathname);
      send(response, routes.get(pathname)?.(request, body) ?? replyTo(request, { pathname, self }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const self: ScenarioServer = {
    url,
    requests,
    sessions,
    routes,
    scenario: {},
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return self;
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === "hang") return;
  const headers = { "content-type": "text/html; charset=utf-8", ...reply.headers };
  response.writeHead(reply.status ?? 200, headers);
  response.end(reply.body ?? "");
}

function replyTo(
  request: IncomingMessage,
  { pathname, self }: { pathname: string; self: ScenarioServer },
): Reply {
  const cookie = /\buser_session=([^;]*)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  const isSignedIn = self.sessions.has(cookie);
  if (pathname === "/search") {
    const { page = { body: searchHtml() } } = self.scenario;
    if (!isSignedIn) return { body: SIGNED_OUT_HTML };
    const searched = new URL(request.url ?? "/", self.url).searchParams.get("q") ?? "";
    return typeof page === "function" ? page(searched) : page;
  }
  if (pathname === "/search/blackbird_count") {
    return isSignedIn ? (self.scenario.endpoint ?? json({ count: 720, failed: false })) : redirect("/login");
  }
  if (pathname === "/login") return { body: LOGIN_HTML };
  return { status: 404, body: "<h1>Not here</h1>" };
}

export function json(value: unknown, status = 200): Reply {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

export function redirect(location: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 302, headers: { location, ...headers } };
}

export const SIGNED_OUT_HTML = `<!doctype html><title>Code search</title>
<h1>Sign in to search code on GitHub</h1><p>An account is needed.</p>`;

export const LOGIN_HTML = loginHtml();

export function loginHtml(alert = ""): string {
  const told = alert === "" ? "" : `<div role="alert">${alert}</div>`;
  return `<!doctype html><title>Sign in to GitHub · GitHub</title>${told}<h1>Sign in to GitHub</h1>
<form action="/session" method="post"><input type="hidden" name="authenticity_token" value="token-of-the-form">
<input name="login"><input name="password" type="password"><input type="submit" name="commit" value="Sign in"></form>`;
}

export const SLOW_DOWN_HTML = `<!doctype html><title>Rate limit · GitHub</title><h1>Whoa there!</h1>
<p>You have exceeded a secondary rate limit.<br>Please wait a few minutes.</p>`;

/** The fields of a search that went well. */
export function searchFields(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: "code",
    result_count: 720,
    page: 1,
    page_count: 5,
    results: [],
    errors: [],
    protected_org_logins: [],
    logged_in: true,
    warn_limited_results: false,
    csrf_tokens: { "/x": "csrf-of-the-page" },
    ...changes,
  };
}

export function newShape(changes: Readonly<Record<string, unknown>> = {}): unknown {
  return { payload: { blackbirdSearchRoute: searchFields(changes) }, meta: { title: "Code search results" } };
}

export function oldShape(changes: Readonly<Record<string, unknown>> = {}): unknown {
  return { payload: searchFields(changes), title: "Code search results", locale: "en" };
}

export interface SearchHtml {
  /** The page's data; null for none. */
  readonly data?: unknown;
  /** The sub-header's inside; null for none. */
  readonly shown?: string | null;
  readonly results?: string;
  readonly head?: string;
  readonly title?: string;
  readonly extra?: string;
}

/** A search page in markup of these tests. */
export function searchHtml({
  data = newShape(),
  shown = "<span>720 files (62 ms)</span><span>720 files</span>",
  results = "",
  head = "",
  title = "Code search results · GitHub",
  extra = "",
}: SearchHtml = {}): string {
  const text = JSON.stringify(data).replaceAll("<", "\\u003c");
  const script =
    data === null
      ? ""
      : `<script type="application/json" data-target="react-app.embeddedData">${text}</script>`;
  const subHeader = shown === null ? "" : `<div data-testid="search-sub-header"><h2>${shown}</h2></div>`;
  const list = results === "" ? "" : `<div data-testid="results-list">${results}</div>`;
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta name="user-login" content="octo">${head}</head>
<body><react-app>${script}<div><h1>code Search Results</h1>${subHeader}${list}</div></react-app>${extra}</body></html>`;
}
