import { execFile } from "node:child_process";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { QuotaError, RateLimitError } from "../../../src/census/errors.js";
import { Secret } from "../../../src/config/secret.js";
import { googleCse } from "../../../src/dorking/google-cse/google-cse.js";
import { allOf, clockAt, type Given, json, never, type StandIn, startStandIn, text } from "../stand-in.js";

const KEY = "AIzaPlanted0secret_key-7";
const ENGINE = "0123456planted:engine_id";
const NOW = "2026-11-25T12:00:00Z";
const SEARCH = "allintitle: acme mlflow";

const opened: StandIn[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function sourceOn(given: Given, { path = "", now = NOW, timeoutMs = 5_000 } = {}) {
  const server = await startStandIn(given);
  opened.push(server);
  const source = googleCse({
    url: server.url + path,
    key: new Secret(KEY),
    engineId: ENGINE,
    clock: clockAt(now),
    timeoutMs,
  });
  return { server, source };
}

/** What comes of one asking, and how many requests the service saw. */
async function asked(given: Given) {
  const { server, source } = await sourceOn(given);
  const outcome = await source.count({ text: SEARCH }, never()).catch((error: unknown) => error);
  expect(server.requests.length).toBeLessThanOrEqual(1);
  expect(allOf(outcome)).not.toContain("lanted");
  return outcome;
}

const item = (number: number) => ({ title: `Page ${number}`, link: `https://example.org/${number}` });
const items = (count: number) => Array.from({ length: count }, (_, number) => item(number + 1));

interface Said {
  readonly total?: unknown;
  readonly second?: unknown;
  readonly searched?: unknown;
  readonly corrected?: unknown;
  readonly listed?: unknown;
  readonly kind?: unknown;
  readonly error?: unknown;
}

function answer({ total, second = total, searched = SEARCH, corrected, listed, ...rest }: Said) {
  return {
    kind: "customsearch#search",
    ...(total !== undefined && { searchInformation: { totalResults: total } }),
    queries: {
      request: [{ ...(second !== undefined && { totalResults: second }), searchTerms: searched }],
    },
    ...(corrected !== undefined && { spelling: { correctedQuery: corrected } }),
    ...(listed !== undefined && { items: listed }),
    ...rest,
  };
}

const found = (said: Said) => json(answer(said));

describe("one asking", () => {
  it("is one request of Google's own client, and the number it gives", async () => {
    const { server, source } = await sourceOn(found({ total: "1230", listed: items(2) }));
    const outcome = await source.count({ text: SEARCH }, never());
    expect(outcome).toEqual({
      kind: "counted",
      count: { value: 1230, low: 1225, high: 1234, reading: "estimate" },
      readFrom: ["API answer"],
      remarks: [],
      evidence: {
        pages: [
          { title: "Page 1", address: "https://example.org/1" },
          { title: "Page 2", address: "https://example.org/2" },
        ],
      },
      text: SEARCH,
      address: `${server.url}/customsearch/v1?q=allintitle%3A%20acme%20mlflow`,
      time: "2026-11-25T12:00:00.000Z",
      tookMs: 0,
      requests: 1,
      bytes: expect.any(Number),
    });
    expect(outcome.bytes).toBeGreaterThan(100);
    const [request] = server.requests;
    expect(server.requests).toHaveLength(1);
    expect(request?.method).toBe("GET");
    expect(Object.fromEntries(request?.url.searchParams ?? [])).toEqual({
      q: SEARCH,
      cx: ENGINE,
      key: KEY,
      num: "10",
      fields:
        "kind,searchInformation(totalResults),spelling,queries(request(totalResults,searchTerms)),items(title,link)",
    });
    expect(request?.headers["user-agent"]).toContain("google-api-nodejs-client");
  });

  it("keeps the path of a server in between", async () => {
    const { server, source } = await sourceOn(found({ total: "1" }), { path: "/google/api" });
    await source.count({ text: SEARCH }, never());
    expect(server.requests[0]?.url.pathname).toBe("/google/api/customsearch/v1");
  });

  it("says of itself when it is practice", async () => {
    const practice = { headers: { "x-census-practice": "true" } };
    expect(await asked(json(answer({ total: "5" }), practice))).toMatchObject({ isPractice: true });
    expect(await asked(json(answer({}), practice))).toMatchObject({ kind: "not given", isPractice: true });
    expect(await asked(found({ total: "5" }))).not.toHaveProperty("isPractice");
  });

  it("loads one interface of Google's client alone", async () => {
    const path = new URL("../../../dist/dorking/google-cse/ask-cse.js", import.meta.url).href;
    const script = `
      import { createRequire } from "node:module";
      const { askCse } = await import(${JSON.stringify(path)});
      const send = () => Promise.reject(new Error("no network"));
      await askCse("x", { url: "http://127.0.0.1:1", key: { reveal: () => "k" }, engineId: "e", send }).catch(() => {});
      const loaded = Object.keys(createRequire(import.meta.url).cache).filter((file) => /googleapis.build.src/.test(file));
      console.log(JSON.stringify(loaded));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
    const loaded = (JSON.parse(stdout) as string[]).map((file) =>
      file.replaceAll("\\", "/").replace(/.*build\/src\//, ""),
    );
    expect(loaded.sort()).toEqual(["apis/customsearch/index.js", "apis/customsearch/v1.js"]);
  });
});

describe("a total", () => {
  const counted = (value: number, low = value, high = value) => ({
    kind: "counted",
    count: { value, low, high, reading: "estimate" },
  });

  it.each<[string, Said, object]>([
    ["a true zero", { total: "0" }, { ...counted(0), remarks: [] }],
    ["a few, with every page listed", { total: "3", listed: items(3) }, { ...counted(3), remarks: [] }],
    ["in three significant digits", { total: "14200" }, counted(14_200, 14_150, 14_249)],
    ["huge", { total: "25270000000" }, { kind: "counted", count: { value: 25_270_000_000 } }],
    ["in the first place alone", { total: "7", second: null }, counted(7)],
    ["in the second place alone", { total: null, second: "7" }, counted(7)],
    ["as equal texts that differ in zeros", { total: "7", second: "007" }, { ...counted(7) }],
    [
      "that differs between its two places",
      { total: "1230", second: "1100", listed: items(10) },
      {
        kind: "counted",
        count: { value: 1230, low: 1095, high: 1234, reading: "estimate" },
        remarks: ["Google gave different totals in one answer: 1230 and 1100."],
      },
    ],
    [
      "0 in one place and more in the other",
      { total: "0", second: "12" },
      { kind: "not given", reason: "Google gave 0 as the total in one place, and 12 in another" },
    ],
    ["in neither place", { listed: items(1) }, { kind: "not given", reason: "Google gave no total" }],
    ["in neither place, with nothing listed", {}, { kind: "not given" }],
    [
      "0 beside pages",
      { total: "0", listed: items(10) },
      { kind: "not given", reason: "Google gave 0 as the total, and listed 10 results" },
    ],
    ["0 beside a page of another form", { total: "0", listed: ["odd"] }, { kind: "not given" }],
    [
      "below the number of pages listed",
      { total: "3", listed: items(10) },
      {
        kind: "counted",
        count: { value: 10, low: 10, high: Number.POSITIVE_INFINITY, reading: "at least" },
        remarks: ["Google listed 10 results, more than its total of 3."],
      },
    ],
    [
      "beside no page",
      { total: "12" },
      { ...counted(12), remarks: ["Google listed no page beside its total."] },
    ],
    ["as a number", { total: 1230 }, { kind: "unreadable" }],
    ["with commas", { total: "1,230" }, { kind: "unreadable" }],
    ["with blanks", { total: " 1230 " }, { kind: "unreadable" }],
    ["that is empty", { total: "" }, { kind: "unreadable" }],
    ["that is negative", { total: "-5" }, { kind: "unreadable" }],
    ["with a fraction", { total: "1.5" }, { kind: "unreadable" }],
    ["as a power", { total: "1e3" }, { kind: "unreadable" }],
    ["of another writing system", { total: "١٢" }, { kind: "unreadable" }],
    ["larger than a number is exact", { total: "9".repeat(17) }, { kind: "unreadable" }],
    ["of another form in the second place alone", { total: "5", second: 5 }, { kind: "unreadable" }],
    ["beside pages that are no list", { total: "0", listed: {} }, { kind: "unreadable" }],
    ["without a kind", { total: "0", kind: undefined }, { kind: "unreadable" }],
    ["of another kind", { total: "0", kind: "customsearch#promotion" }, { kind: "unreadable" }],
    ["0 beside an error in words", { total: "0", error: "Backend error" }, { kind: "unreadable" }],
    [
      "0 beside an error that may pass",
      { total: "0", error: { code: 503, message: "Backend error" } },
      { kind: "failed", mayHelpToAskAgain: true },
    ],
    ["beside an error that is null", { total: "5", error: null }, counted(5)],
  ])("that is %s", async (_, said, expected) => {
    expect(await asked(found(said))).toMatchObject(expected);
  });

  it("is never a 0 that the answer does not say everywhere", async () => {
    const { maybeCseAnswer } = await import("../../../src/dorking/google-cse/cse-document.js");
    const { parseCseAnswer } = await import("../../../src/dorking/google-cse/parse-cse-answer.js");
    const total = fc.option(fc.oneof(fc.nat().map(String), fc.constantFrom("0", "-1", "", 0, "1,0")));
    fc.assert(
      fc.property(
        total,
        total,
        fc.nat(10),
        fc.option(fc.constant("other")),
        (first, second, count, searched) => {
          const said = answer({ total: first, second, searched: searched ?? SEARCH, listed: items(count) });
          const body = JSON.stringify(said);
          const given = { text: body, bytes: body.length, isCut: false, status: 200, headers: new Headers() };
          const reply = parseCseAnswer(given, SEARCH, new Date(NOW));
          if (reply.kind !== "counted") return;
          expect(maybeCseAnswer(body)).toBeDefined();
          expect(searched).toBeNull();
          expect(reply.count.low).toBeLessThanOrEqual(reply.count.value);
          expect(reply.count.value).toBeLessThanOrEqual(reply.count.high);
          expect(reply.count.low).toBeGreaterThanOrEqual(count);
          if (reply.count.value === 0)
            expect([first, second].every((one) => one === "0" || one === null)).toBe(true);
        },
      ),
    );
  });

  it("keeps ten pages, and leaves out what has no address", async () => {
    const listed = [{ title: "No address" }, { link: "https://example.org/untitled" }, ...items(12)];
    const outcome = await asked(found({ total: "100", listed }));
    const { pages } = (outcome as { evidence: { pages: unknown[] } }).evidence;
    expect(pages).toHaveLength(10);
    expect(pages[0]).toEqual({ title: "", address: "https://example.org/untitled" });
  });

  it("has no control character in what the service says, at which the notebook would fail", async () => {
    const odd = "\u001b[31mAcme\n\u0000 MLflow\u0085";
    const listed = [{ title: odd, link: "https://example.org/\u001b[0m" }];
    const outcomes = [
      await asked(found({ total: "5", listed, corrected: odd })),
      await asked(found({ total: "5", searched: odd })),
    ];
    expect(JSON.stringify(outcomes)).not.toMatch(/\\u00|\\n|\u0085/);
    expect(outcomes[0]).toMatchObject({ evidence: { pages: [{ title: " [31mAcme MLflow " }] } });
  });

  it("keeps no more of a title than one reads, and none of the key where it is cut", async () => {
    const title = `${"x".repeat(2_490)}${KEY.repeat(20_000)}`;
    const outcome = await asked(found({ total: "1", listed: [{ ...item(1), title }] }));
    expect(allOf(outcome).length).toBeLessThan(10_000);
    expect(allOf(outcome)).not.toContain(KEY.slice(0, 8));
  });
});

describe("a corrected text", () => {
  it("that is a suggestion stands beside the number", async () => {
    const outcome = await asked(found({ total: "5", corrected: "allintitle: acme ml flow" }));
    expect(outcome).toMatchObject({
      kind: "counted",
      count: { value: 5 },
      evidence: { correction: { text: "allintitle: acme ml flow", isApplied: false } },
      remarks: [
        "Google listed no page beside its total.",
        'Google suggests "allintitle: acme ml flow"; the number is that of the text that was sent.',
      ],
    });
  });

  it("that was searched instead takes the number away", async () => {
    const outcome = await asked(found({ total: "0", searched: "allintitle: acne mlflow", listed: [] }));
    expect(outcome).toMatchObject({
      kind: "not given",
      reason: 'Google searched for "allintitle: acne mlflow" instead: its number is not that of this text',
      evidence: { correction: { text: "allintitle: acne mlflow", isApplied: true } },
    });
  });

  it.each([" allintitle:  acme\nmlflow ", "allintitle: Acme MLflow"])(
    "is none where only blanks or the letter case differ: %j",
    async (searched) => {
      const outcome = await asked(found({ total: "5", searched, listed: items(5) }));
      expect(outcome).toMatchObject({ kind: "counted", remarks: [] });
    },
  );

  it("of another form takes the number away", async () => {
    expect(await asked(found({ total: "0", searched: " " }))).toMatchObject({ kind: "unreadable" });
    expect(await asked(found({ total: "0", searched: 5 }))).toMatchObject({ kind: "unreadable" });
    expect(await asked(found({ total: "0", corrected: {} }))).toMatchObject({ kind: "unreadable" });
  });
});

/** An error as Google writes it. */
function error(code: number, message: string, { reason = "", status = "", detail = "", headers = {} } = {}) {
  const details = detail === "" ? {} : { details: [{ "@type": "ErrorInfo", reason: detail }] };
  const errors = [{ message, domain: "global", reason }];
  return json({ error: { code, message, errors, status, ...details } }, { status: code, headers });
}

const QUOTA = (limit: string) =>
  `Quota exceeded for quota metric 'Queries' and limit '${limit}' of service 'customsearch.googleapis.com' for consumer 'project_number:1'.`;
const LINK = "https://console.developers.google.com/apis/api/customsearch.googleapis.com/overview?project=1";

describe("a refusal", () => {
  it.each<[string, Given, object]>([
    [
      "of a bad key",
      error(400, "API key not valid. Please pass a valid API key.", {
        reason: "badRequest",
        status: "INVALID_ARGUMENT",
        detail: "API_KEY_INVALID",
      }),
      {
        kind: "blocked",
        reason: 'Google does not accept the API key: "API key not valid. Please pass a valid API key."',
        advice: "Check GOOGLE_API_KEY in .env.",
      },
    ],
    [
      "of a project without access",
      error(403, "This project does not have the access to Custom Search JSON API.", {
        reason: "forbidden",
        status: "PERMISSION_DENIED",
      }),
      { kind: "blocked", advice: expect.stringMatching(/closed.*"serpapi".*"dataforseo".*conf\.json/) },
    ],
    [
      "of an interface that is switched off",
      error(
        403,
        `Custom Search API has not been used in project 1 before or it is disabled. Visit ${LINK} .`,
        {
          reason: "accessNotConfigured",
          status: "PERMISSION_DENIED",
        },
      ),
      {
        kind: "blocked",
        reason: expect.stringMatching(/^((?!https:).)*\(a link\)((?!https:).)*$/),
        advice: expect.stringContaining("enable the Custom Search API"),
      },
    ],
    [
      "of a key for web sites",
      error(403, "Requests from referer <empty> are blocked.", { status: "PERMISSION_DENIED" }),
      { kind: "blocked", advice: expect.stringContaining("restriction") },
    ],
    [
      "of another kind",
      error(403, "Forbidden", { status: "PERMISSION_DENIED" }),
      { kind: "blocked", reason: 'Google refuses the search: "Forbidden"' },
    ],
    [
      "of an argument",
      error(400, "Request contains an invalid argument.", {
        reason: "badRequest",
        status: "INVALID_ARGUMENT",
      }),
      { kind: "blocked", advice: expect.stringMatching(/GOOGLE_CSE_ID.*text/) },
    ],
    [
      "by an address that is gone",
      error(404, "Not found"),
      { kind: "blocked", advice: expect.stringContaining("serpapi") },
    ],
    [
      "by an interface that ended",
      text("", { status: 410 }),
      { kind: "blocked", advice: expect.stringContaining("serpapi") },
    ],
    ["by trouble", error(500, "Internal error"), { kind: "failed", mayHelpToAskAgain: true }],
    [
      "by a page of trouble",
      text("<h1>502</h1>", { status: 502 }),
      { kind: "failed", mayHelpToAskAgain: true },
    ],
    ["by a service that is away", error(503, "Unavailable"), { kind: "failed", mayHelpToAskAgain: true }],
    ["that nobody knows", text("tea", { status: 418 }), { kind: "unreadable", page: { html: "tea" } }],
    ["by a redirect to nowhere", text("", { status: 302 }), { kind: "unreadable" }],
    [
      "as an error with status 200",
      json({ error: { message: "odd" } }),
      { kind: "unreadable", reason: expect.stringContaining('"odd"') },
    ],
    [
      "of a bad key, passed on with status 200",
      json({ error: { code: 400, message: "API key not valid. Please pass a valid API key." } }),
      { kind: "blocked", advice: "Check GOOGLE_API_KEY in .env." },
    ],
    [
      "of a key for other addresses, in words alone",
      error(403, "The provided API key has an IP address restriction. This call violates this restriction."),
      { kind: "blocked", advice: expect.stringContaining("restriction") },
    ],
    [
      "by a page of a server in between",
      text("<h1>Forbidden</h1>", { status: 403 }),
      { kind: "blocked", advice: expect.stringContaining("Look at the page") },
    ],
    ["as JSON that was cut", text('{"kind": "customsearch#search", "searchInf'), { kind: "unreadable" }],
    ["as nothing", text(""), { kind: "unreadable" }],
    ["as null", json(null), { kind: "unreadable" }],
    ["as a list", json([]), { kind: "unreadable" }],
    ["as no content", text("", { status: 204 }), { kind: "unreadable" }],
    ["as a page", text("<html>Hello</html>"), { kind: "blocked", page: { html: "<html>Hello</html>" } }],
    [
      "as a page by its type",
      text("Hello", { headers: { "content-type": "text/html" } }),
      { kind: "blocked" },
    ],
    [
      "by a connection that breaks",
      (request) => request.socket.destroy(),
      { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining("connection to Google") },
    ],
    [
      "by a connection that breaks within the answer",
      (request, response) => {
        response.writeHead(200, { "content-length": "100" }).write('{"kind"');
        setImmediate(() => request.socket.destroy());
      },
      { kind: "failed", mayHelpToAskAgain: true },
    ],
  ])("%s gives the outcome that it should, for one request", async (_, given, expected) => {
    expect(await asked(given)).toMatchObject({ ...expected, requests: 1 });
  });

  it.each<[string, Given]>([
    ["of Google's limit a day", error(429, QUOTA("Queries per day"), { reason: "rateLimitExceeded" })],
    ["of an older form", error(403, "Daily Limit Exceeded", { reason: "dailyLimitExceeded" })],
    [
      "of a day, with a time to come back",
      error(429, QUOTA("Queries per day"), { headers: { "retry-after": "9" } }),
    ],
    ["of a day, by a limit's name", error(429, QUOTA("DefaultPerDayPerProject"))],
    ["of a day, in words alone", error(403, QUOTA("Queries per day"))],
    [
      "of a day, in the name of the limit alone",
      json(
        {
          error: {
            code: 429,
            message: "Quota exceeded.",
            details: [
              { reason: "RATE_LIMIT_EXCEEDED", metadata: { quota_limit: "DefaultPerDayPerProject" } },
            ],
          },
        },
        { status: 429 },
      ),
    ],
    ["of a day, with status 200", json({ error: { code: 429, message: QUOTA("Queries per day") } })],
  ])("for the quota %s lasts until midnight in Los Angeles", async (_, given) => {
    const thrown = await asked(given);
    expect(thrown).toBeInstanceOf(QuotaError);
    expect((thrown as QuotaError).until.toISOString()).toBe("2026-11-26T08:00:00.000Z");
  });

  it.each<[string, Given, number | undefined]>([
    ["a minute", error(429, QUOTA("Queries per minute per user")), 60_000],
    [
      "a minute, with a time",
      error(429, QUOTA("Queries per minute"), { headers: { "retry-after": "7" } }),
      7_000,
    ],
    ["of an unknown length", error(429, "Too many requests"), undefined],
    ["of an unknown length, with a time", error(429, "No", { headers: { "retry-after": "30" } }), 30_000],
    ["of an older form", error(403, "Slow down", { reason: "userRateLimitExceeded" }), undefined],
    ["of an older form, in words alone", error(403, "User Rate Limit Exceeded"), undefined],
    ["of a newer form", error(403, "Slow down", { detail: "RATE_LIMIT_EXCEEDED" }), undefined],
    ["without a word", text("", { status: 429 }), undefined],
  ])("for the rate %s asks to wait", async (_, given, toldMs) => {
    const thrown = await asked(given);
    expect(thrown).toBeInstanceOf(RateLimitError);
    expect((thrown as RateLimitError).rest.toldMs).toBe(toldMs);
  });

  it.each([429, 500, 503])("with status %d costs one request", async (status) => {
    const { server, source } = await sourceOn(text("", { status }));
    await source.count({ text: SEARCH }, never()).catch(() => {});
    expect(server.requests).toHaveLength(1);
  });

  it("by a redirect is not followed, so the key goes nowhere else", async () => {
    const other = await startStandIn(found({ total: "9" }));
    opened.push(other);
    for (const location of [`${other.url}/?key=${KEY}`, "/elsewhere"]) {
      expect(await asked(text("", { status: 307, headers: { location } }))).toMatchObject({
        kind: "blocked",
        requests: 1,
      });
    }
    expect(other.requests).toEqual([]);
  });

  it("by an answer of many megabytes is not read to its end", async () => {
    const outcome = await asked(text(`{"kind": "${KEY.repeat(250_000)}`));
    expect(outcome).toMatchObject({ kind: "unreadable", bytes: 5_000_000 });
    expect(outcome).not.toHaveProperty("page");
  });

  it("by nobody is a failure that may pass", async () => {
    const { source, server } = await sourceOn(found({ total: "1" }));
    await server.close();
    expect(await source.count({ text: SEARCH }, never())).toMatchObject({
      kind: "failed",
      mayHelpToAskAgain: true,
      reason: "the connection to Google failed (ECONNREFUSED)",
    });
  });

  it("by silence is a failure that may pass", async () => {
    const { source } = await sourceOn(() => {}, { timeoutMs: 30 });
    const outcome = await source.count({ text: SEARCH }, never());
    expect(outcome).toMatchObject({ kind: "failed", mayHelpToAskAgain: true, requests: 1 });
    expect(allOf(outcome)).not.toContain("lanted");
  });
});

describe("being stopped", () => {
  it("before it asks sends nothing", async () => {
    const { source, server } = await sourceOn(found({ total: "1" }));
    const stopped = AbortSignal.abort(new Error("other"));
    await expect(source.count({ text: SEARCH }, stopped)).rejects.toMatchObject({ name: "AbortError" });
    expect(server.requests).toEqual([]);
  });

  it("while it waits ends at once, without a word of what was sent", async () => {
    const stop = new AbortController();
    const { source } = await sourceOn(() => stop.abort());
    const thrown = await source.count({ text: SEARCH }, stop.signal).catch((reason: unknown) => reason);
    expect(thrown).toMatchObject({ name: "AbortError" });
    expect(allOf(thrown)).not.toContain("lanted");
  });
});

describe("the key and the engine", () => {
  it.each([200, 400, 403, 404, 418, 429, 500])(
    "are in nothing that comes of an echo with %d",
    async (status) => {
      const said = `${KEY} ${encodeURIComponent(ENGINE)} ${Buffer.from(KEY).toString("base64")}`;
      const body = {
        ...answer({
          total: "5",
          corrected: said,
          listed: [{ title: said, link: `https://x.org/${ENGINE}` }],
        }),
      };
      const shown = allOf(
        await asked(
          json({ ...body, ...(status !== 200 && { error: { message: `per day ${said}` } }) }, { status }),
        ),
      );
      expect(shown).toContain("•••");
      expect(shown).not.toContain(Buffer.from(KEY).toString("base64"));
      expect(shown).not.toContain(encodeURIComponent(ENGINE));
    },
  );

  it("are not in what a long message is cut to", async () => {
    const outcome = await asked(error(403, "x".repeat(330) + KEY.repeat(20)));
    expect(allOf(outcome)).not.toContain(KEY.slice(0, 8));
  });
});

describe("what the source says of itself", () => {
  const sourceAt = (now: string) =>
    googleCse({
      url: "http://127.0.0.1:1",
      service: "Google",
      key: new Secret(KEY),
      engineId: ENGINE,
      clock: clockAt(now),
    });

  it("is how it is let in, and one request a text", async () => {
    const source = sourceAt(NOW);
    expect(source).toMatchObject({ name: "google-cse", service: "Google", account: "API key" });
    expect(source.textOf({ text: SEARCH })).toBe(SEARCH);
    expect(source.requestsFor({ text: SEARCH })).toBe(1);
    expect(allOf([source, source.addressOf({ text: SEARCH })])).not.toContain("lanted");
    await source.close();
    await source.close();
  });

  it.each([
    ["2026-11-30T23:59:59Z", undefined],
    ["2026-12-01T00:00:00Z", "31 more days"],
    ["2026-12-31T12:00:00Z", "1 more day:"],
    ["2027-01-01T00:00:00Z", "Google ended this interface"],
  ])("is how long Google still answers, at %s", (now, words) => {
    const { caveat } = sourceAt(now);
    expect(caveat).toEqual(words === undefined ? undefined : expect.stringContaining(words));
    if (words !== undefined) expect(caveat).toContain('"source": "serpapi" or "source": "dataforseo"');
  });

  it("is that a text is too long, and then nothing is sent", async () => {
    const { source, server } = await sourceOn(found({ total: "1" }));
    const tooLong = { text: "é".repeat(2_049) };
    expect(source.maybeRefusal({ text: "é".repeat(2_048) })).toBeUndefined();
    expect(source.maybeRefusal(tooLong)).toContain("takes 2048 characters, and this text has 2049");
    expect(await source.count(tooLong, never())).toMatchObject({
      kind: "failed",
      mayHelpToAskAgain: false,
      requests: 0,
    });
    expect(server.requests).toEqual([]);
  });
});
