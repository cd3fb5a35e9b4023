import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import type { Clock } from "../../../src/census/clock.js";
import { RateLimitError } from "../../../src/census/errors.js";
import { Secret } from "../../../src/config/secret.js";
import { githubApi } from "../../../src/mining/github-api/github-api.js";
import { type ApiServer, type Given, json, startApiServer, text, total } from "./api-server.js";

const TOKEN = "ghp_planted0secret1token2";
const NOW = new Date("2026-11-03T12:00:00Z");
const PHRASE = { query: "cml comment create", extensions: ["yml"] };
const LIMIT = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW.getTime() / 1_000 + 42) };

/** Waits take no time and are kept. */
function fakeClock(): Clock & { readonly slept: number[] } {
  const slept: number[] = [];
  let nowMs = NOW.getTime();
  return {
    slept,
    now: () => new Date(nowMs),
    sleep: async (ms, signal) => {
      if (signal?.aborted) throw new DOMException("stopped", "AbortError");
      slept.push(ms);
      nowMs += ms;
    },
  };
}

const opened: ApiServer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function sourceOn(given: readonly Given[], { timeoutMs = 5_000, token = TOKEN, path = "" } = {}) {
  const server = await startApiServer(given);
  opened.push(server);
  const clock = fakeClock();
  const source = githubApi({ apiUrl: server.url + path, token: new Secret(token), clock, timeoutMs });
  return { server, clock, source };
}

const never = () => new AbortController().signal;

async function countWith(...given: Given[]) {
  const { source } = await sourceOn(given);
  return source.count(PHRASE, never());
}

describe("a phrase with one extension", () => {
  it("is one request, with the headers that GitHub asks for", async () => {
    const { server, source, clock } = await sourceOn([total(720)]);
    const outcome = await source.count(PHRASE, never());
    expect(outcome).toEqual({
      kind: "counted",
      count: { value: 720, low: 720, high: 720, reading: "exact" },
      readFrom: ["API answer"],
      remarks: [],
      text: '"cml comment create" extension:yml',
      address: `${server.url}/search/code?q=%22cml%20comment%20create%22%20extension%3Ayml&per_page=1`,
      time: "2026-11-03T12:00:00.000Z",
      tookMs: 0,
      requests: 1,
      bytes: 57,
    });
    const [request] = server.requests;
    expect(request?.url.searchParams.get("q")).toBe('"cml comment create" extension:yml');
    expect(request?.headers).toMatchObject({
      accept: "application/vnd.github+json",
      authorization: `Bearer ${TOKEN}`,
      "user-agent": "tracker-census",
      "x-github-api-version": "2022-11-28",
    });
    expect(clock.slept).toEqual([]);
  });

  it("keeps its own double quotes and backslashes", async () => {
    const { server, source } = await sourceOn([total(1)]);
    await source.count({ query: String.raw`a "b" \c`, extensions: ["py"] }, never());
    expect(server.requests[0]?.url.searchParams.get("q")).toBe(String.raw`"a \"b\" \\c" extension:py`);
  });

  it("is asked below the path of a server of one's own", async () => {
    const { server, source } = await sourceOn([total(1)], { path: "/api/v3" });
    await source.count(PHRASE, never());
    expect(server.requests[0]?.url.pathname).toBe("/api/v3/search/code");
  });
});

describe("a phrase with several extensions", () => {
  const three = { query: "cml check create", extensions: ["yml", "yaml", "sh"] };

  it("is a request for each, with a pause between them, and the sum of their counts", async () => {
    const { server, source, clock } = await sourceOn([total(10), total(0), total(5)]);
    const outcome = await source.count(three, never());
    expect(outcome).toMatchObject({
      kind: "counted",
      count: { value: 15, low: 15, high: 15, reading: "exact" },
      remarks: ["The sum of 3 searches, one for each extension."],
      requests: 3,
      text: '"cml check create" extension:yml + "cml check create" extension:yaml + "cml check create" extension:sh',
      tookMs: 14_000,
    });
    expect(server.requests).toHaveLength(3);
    expect(clock.slept).toEqual([7_000, 7_000]);
    expect(source.requestsFor(three)).toBe(3);
  });

  it("is at least the sum where one of the searches was not made to its end", async () => {
    const partial = json({ total_count: 4, incomplete_results: true, items: [] });
    const { source } = await sourceOn([total(10), partial, total(5)]);
    expect(await source.count(three, never())).toMatchObject({
      kind: "counted",
      count: { value: 19, low: 19, high: Number.POSITIVE_INFINITY, reading: "at least" },
    });
  });

  it("has no count where the sum is larger than a number can be exact", async () => {
    const { source } = await sourceOn([total(Number.MAX_SAFE_INTEGER)]);
    expect(await source.count(three, never())).toMatchObject({ kind: "unreadable", requests: 3 });
  });

  it("has no count where one of the searches has none", async () => {
    const { source, server } = await sourceOn([total(10), text("", { status: 502 }), total(5)]);
    expect(await source.count(three, never())).toMatchObject({ kind: "failed", requests: 2 });
    expect(server.requests).toHaveLength(2);
  });

  it("waits longer where the limit is used up in between", async () => {
    const { source, clock } = await sourceOn([total(1, LIMIT), total(2), total(3)]);
    expect(await source.count(three, never())).toMatchObject({ kind: "counted", count: { value: 6 } });
    expect(clock.slept).toEqual([42_000, 7_000]);
  });

  it("asks the same extension once, in whatever letter case", async () => {
    const { source } = await sourceOn([total(1)]);
    const twice = { ...PHRASE, extensions: ["yml", "YML"] };
    expect(source.requestsFor(twice)).toBe(1);
    expect(await source.count(twice, never())).toMatchObject({ count: { value: 1 } });
  });
});

const error = (status: number, message: string, headers: Record<string, string> = {}) =>
  json({ message, documentation_url: "https://docs.example", status: String(status) }, { status, headers });

describe("an answer", () => {
  it.each<[string, Given, object]>([
    ["a true zero", total(0), { kind: "counted", count: { value: 0, reading: "exact" } }],
    [
      "a search that stopped before its end",
      json({ total_count: 70, incomplete_results: true, items: [{}] }),
      {
        kind: "counted",
        count: { value: 70, low: 70, high: Number.POSITIVE_INFINITY, reading: "at least" },
        remarks: ["GitHub stopped searching before the end: there may be more files."],
      },
    ],
    [
      "a zero of a search that stopped before its end",
      json({ total_count: 0, incomplete_results: true, items: [] }),
      { kind: "failed", mayHelpToAskAgain: true },
    ],
    [
      "a zero beside an error",
      json({ total_count: 0, incomplete_results: false, items: [], errors: [{ message: "Search failed" }] }),
      { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining('"Search failed"') },
    ],
    ...["Search failed", { message: "Search failed" }, ["Search failed"]].map(
      (errors): [string, Given, object] => [
        `a zero beside errors as ${JSON.stringify(errors)}`,
        json({ total_count: 0, incomplete_results: false, items: [], errors }),
        { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining('"Search failed"') },
      ],
    ),
    [
      "a zero beside a message of another form",
      json({ total_count: 0, incomplete_results: false, items: [], message: 5 }),
      { kind: "failed", mayHelpToAskAgain: true },
    ],
    [
      "a zero beside files of another form",
      json({ total_count: 0, incomplete_results: false, items: {} }),
      { kind: "unreadable" },
    ],
    [
      "a zero beside a file",
      json({ total_count: 0, incomplete_results: false, items: [{ path: "a.py" }] }),
      { kind: "unreadable" },
    ],
    ["no total", json({ incomplete_results: false, items: [] }), { kind: "unreadable" }],
    ["a total that is null", json({ total_count: null, incomplete_results: false }), { kind: "unreadable" }],
    ["a total in words", json({ total_count: "12", incomplete_results: false }), { kind: "unreadable" }],
    ["a negative total", json({ total_count: -1, incomplete_results: false }), { kind: "unreadable" }],
    ["a broken total", json({ total_count: 1.5, incomplete_results: false }), { kind: "unreadable" }],
    ["nothing on completeness", json({ total_count: 3, items: [] }), { kind: "unreadable" }],
    ["a list", json([]), { kind: "unreadable", page: { html: "[]" } }],
    ["null", json(null), { kind: "unreadable" }],
    ["nothing", text(""), { kind: "unreadable" }],
    ["JSON that was cut", text('{"total_count": 12, "incom'), { kind: "unreadable" }],
    [
      "a page",
      text("<html>Hello</html>", { headers: { "content-type": "text/html" } }),
      { kind: "unreadable", page: { html: "<html>Hello</html>" } },
    ],
    ["no content", text("", { status: 204 }), { kind: "unreadable" }],
    [
      "a refused token",
      error(401, "Bad credentials"),
      {
        kind: "blocked",
        reason: 'GitHub does not accept the token: "Bad credentials"',
        advice: expect.stringContaining("GITHUB_TOKEN"),
      },
    ],
    [
      "a refusal for another reason",
      error(403, "Resource protected by organization SAML enforcement"),
      { kind: "blocked", reason: expect.stringContaining("SAML") },
    ],
    [
      "a refusal with something left of the limit",
      error(403, "Forbidden", { "x-ratelimit-remaining": "8", "x-ratelimit-reset": "9999999999" }),
      { kind: "blocked" },
    ],
    [
      "an unknown address",
      error(404, "Not Found"),
      { kind: "blocked", advice: expect.stringContaining("GITHUB_API_URL") },
    ],
    [
      "a query that is not understood",
      error(422, "ERROR_TYPE_QUERY_PARSING_FATAL unable to parse query!"),
      {
        kind: "failed",
        mayHelpToAskAgain: false,
        reason: expect.stringContaining('"ERROR_TYPE_QUERY_PARSING_FATAL unable to parse query!"'),
      },
    ],
    [
      "a query that is not valid, with details",
      json({ message: "Validation Failed", errors: [{ message: "too long" }, "odd"] }, { status: 422 }),
      { kind: "failed", mayHelpToAskAgain: false, reason: expect.stringContaining("too long; odd") },
    ],
    ["trouble", text("<h1>502</h1>", { status: 502 }), { kind: "failed", mayHelpToAskAgain: true }],
    [
      "a status that nobody knows",
      text("tea", { status: 418 }),
      { kind: "unreadable", page: { html: "tea" } },
    ],
    ["a redirect to nowhere", text("gone", { status: 302 }), { kind: "unreadable" }],
    [
      "a connection that breaks",
      (request) => request.socket.destroy(),
      { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining("connection") },
    ],
    [
      "a connection that breaks within the answer",
      (request, response) => {
        response.writeHead(200, { "content-length": "100" }).write('{"total_count": 0');
        setTimeout(() => request.socket.destroy(), 5);
      },
      { kind: "failed", mayHelpToAskAgain: true },
    ],
  ])("that is %s gives the outcome that it should", async (_, given, expected) => {
    expect(await countWith(given)).toMatchObject(expected);
  });

  it("of many megabytes is not read to its end", async () => {
    const outcome = await countWith(text(`{"total_count": 5, "x": "${TOKEN.repeat(400_000)}`));
    expect(outcome).toMatchObject({ kind: "unreadable", bytes: 1_000_000 });
    expect(outcome.kind === "unreadable" && outcome.page?.html.length).toBeLessThan(1_000_000);
    expect(JSON.stringify(outcome)).not.toContain("planted");
  });

  it("that does not come in time is a failure that may pass", async () => {
    const { source } = await sourceOn([() => {}], { timeoutMs: 30 });
    expect(await source.count(PHRASE, never())).toMatchObject({
      kind: "failed",
      mayHelpToAskAgain: true,
      reason: "GitHub did not answer within 0.03 s",
      requests: 1,
    });
  });

  it("that never ends is a failure that may pass", async () => {
    const endless: Given = (_, response) => {
      response.writeHead(200).write("{");
    };
    const { source } = await sourceOn([endless], { timeoutMs: 30 });
    expect(await source.count(PHRASE, never())).toMatchObject({ kind: "failed", mayHelpToAskAgain: true });
  });

  it("of nobody is a failure that may pass, with the reason of the connection", async () => {
    const { source, server } = await sourceOn([total(1)]);
    await server.close();
    expect(await source.count(PHRASE, never())).toMatchObject({
      kind: "failed",
      mayHelpToAskAgain: true,
      reason: "the connection to GitHub failed (ECONNREFUSED)",
    });
  });

  it("that uses up the limit says so beside its count", async () => {
    expect(await countWith(total(7, LIMIT))).toMatchObject({
      kind: "counted",
      count: { value: 7 },
      rest: { toldMs: 42_000 },
    });
  });
});

describe("a request to wait", () => {
  it.each<[string, Given, number | undefined]>([
    ["a limit that is used up, as 403", error(403, "API rate limit exceeded", LIMIT), 42_000],
    ["a limit that is used up, as 429", error(429, "API rate limit exceeded", LIMIT), 42_000],
    ["a limit whose end is past", error(403, "no", { ...LIMIT, "x-ratelimit-reset": "1" }), 0],
    ["a limit without an end", error(403, "no", { "x-ratelimit-remaining": "0" }), undefined],
    ["a wait that goes before the limit", error(403, "no", { ...LIMIT, "retry-after": "90" }), 90_000],
    ["a wait in an unknown form", error(403, "no", { ...LIMIT, "retry-after": "soon" }), 42_000],
    ["a wait until a date", error(429, "no", { "retry-after": "Tue, 03 Nov 2026 12:01:00 GMT" }), 60_000],
    ["a second limit", error(403, "You have exceeded a secondary rate limit. Please wait."), undefined],
    ["an older second limit", error(403, "You have triggered an abuse detection mechanism."), undefined],
    ["a page that says so", text("<h1>Whoa there!</h1>secondary rate limit", { status: 403 }), undefined],
    ["429 alone", text("", { status: 429 }), undefined],
  ])("by %s is no outcome", async (_, given, toldMs) => {
    const thrown = await countWith(given).catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(RateLimitError);
    expect((thrown as RateLimitError).rest.toldMs).toBe(toldMs);
  });
});

describe("a redirect", () => {
  const to = (location: string, status = 301) => text("", { status, headers: { location } });

  it("within the same server is followed", async () => {
    const { source, server } = await sourceOn([to("/elsewhere?q=1"), total(3)]);
    expect(await source.count(PHRASE, never())).toMatchObject({
      kind: "counted",
      count: { value: 3 },
      requests: 2,
    });
    expect(server.requests[1]?.url.pathname).toBe("/elsewhere");
    expect(server.requests[1]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it("to another server is not followed, so the token does not get there", async () => {
    const other = await startApiServer([total(9)]);
    opened.push(other);
    const outcome = await countWith(to(`${other.url}/search/code`, 307));
    expect(outcome).toMatchObject({ kind: "blocked", reason: expect.stringContaining(other.url) });
    expect(other.requests).toEqual([]);
  });

  it("in circles ends", async () => {
    expect(await countWith(to("/round"))).toMatchObject({ kind: "blocked", requests: 6 });
  });
});

describe("being stopped", () => {
  const aborted = (reason?: unknown) => AbortSignal.abort(reason);

  it.each([undefined, new Error("other"), "text"])("with %s as reason is an AbortError", async (reason) => {
    const { source, server } = await sourceOn([total(1)]);
    await expect(source.count(PHRASE, aborted(reason))).rejects.toMatchObject({ name: "AbortError" });
    expect(server.requests).toEqual([]);
  });

  it("while the answer is awaited ends at once", async () => {
    const stop = new AbortController();
    const { source } = await sourceOn([() => stop.abort()]);
    await expect(source.count(PHRASE, stop.signal)).rejects.toMatchObject({ name: "AbortError" });
  });

  it("between two searches of one query sends no more", async () => {
    const stop = new AbortController();
    const stopping: Given = (_, response) => {
      response.end(JSON.stringify({ total_count: 1, incomplete_results: false }), () => stop.abort());
    };
    const { source, server } = await sourceOn([stopping, total(2)]);
    const two = { ...PHRASE, extensions: ["yml", "sh"] };
    await expect(source.count(two, stop.signal)).rejects.toMatchObject({ name: "AbortError" });
    expect(server.requests).toHaveLength(1);
  });
});

describe("a query that this interface cannot search", () => {
  it.each([
    ["a regular expression", "/import wandb/", "regular expressions"],
    [
      "a phrase over 256 characters",
      "x".repeat(255),
      "takes 256 characters, and this phrase with its quotes has 257",
    ],
  ])("such as %s is refused, and nothing is sent", async (_, query, words) => {
    const { source, server } = await sourceOn([total(1)]);
    expect(source.maybeRefusal({ query, extensions: ["py"] })).toContain(words);
    expect(await source.count({ query, extensions: ["py"] }, never())).toMatchObject({
      kind: "failed",
      mayHelpToAskAgain: false,
      requests: 0,
      bytes: 0,
    });
    expect(server.requests).toEqual([]);
  });

  it.each(["import wandb", "x".repeat(254), "é".repeat(254), "iterative/setup-cml@v1"])(
    "is not %j",
    async (query) => {
      const { source } = await sourceOn([total(1)]);
      expect(source.maybeRefusal({ query, extensions: ["py"] })).toBeUndefined();
    },
  );
});

describe("the token", () => {
  it.each([
    ["in other letter case", TOKEN.toUpperCase()],
    ["in an address", TOKEN.replaceAll("_", "%5f")],
    ["in JSON", TOKEN.replaceAll("_", String.raw`\\u005f`)],
    ["in HTML", TOKEN.replaceAll("_", "&#95;")],
  ])("is in nothing that is kept where GitHub quotes it %s", async (_, quoted) => {
    const outcome = await countWith(text(`<p>No search for ${quoted} today</p>`));
    expect(outcome).toHaveProperty("page.html", "<p>No search for ••• today</p>");
  });

  it.each([200, 401, 403, 404, 418, 422, 502])(
    "is in nothing that comes of an echo with %d",
    async (status) => {
      const echo: Given = (request, response) => {
        const said = String(request.headers.authorization);
        const basic = Buffer.from(TOKEN).toString("base64");
        response.writeHead(status).end(JSON.stringify({ message: `${said} ${basic}`, errors: [said] }));
      };
      const shown = inspect(await countWith(echo), { depth: 9 });
      expect(shown).toContain("•••");
      expect(shown).not.toContain(TOKEN);
      expect(shown).not.toContain(Buffer.from(TOKEN).toString("base64"));
    },
  );

  it("is not in what a long message is cut to", async () => {
    const outcome = await countWith(error(422, "x".repeat(350) + TOKEN.repeat(20)));
    expect(outcome.kind === "failed" && outcome.reason).not.toContain(TOKEN.slice(0, 8));
  });

  it("that cannot be sent is told without being shown", async () => {
    const { source, server } = await sourceOn([total(1)], { token: "two\nlines" });
    const outcome = await source.count(PHRASE, never());
    expect(outcome).toMatchObject({ kind: "blocked", requests: 0 });
    expect(inspect(outcome)).not.toContain("lines");
    expect(server.requests).toEqual([]);
  });
});

describe("what the source says of itself", () => {
  it("is where it asks, how it is let in, and that its numbers stand alone", async () => {
    const { source, server } = await sourceOn([total(1)]);
    expect(source).toMatchObject({
      name: "github-api",
      service: server.url,
      account: "token",
      caveat: expect.stringContaining("not comparable"),
      versions: { "GitHub REST API": "2022-11-28" },
    });
    await source.close();
    await source.close();
  });
});
