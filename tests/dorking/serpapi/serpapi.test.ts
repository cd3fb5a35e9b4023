import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { RateLimitError } from "../../../src/census/errors.js";
import { Secret } from "../../../src/config/secret.js";
import { parseSerpapiAnswer } from "../../../src/dorking/serpapi/parse-serpapi-answer.js";
import { serpapi } from "../../../src/dorking/serpapi/serpapi.js";
import { allOf, clockAt, type Given, json, never, type StandIn, startStandIn, text } from "../stand-in.js";

const KEY = "planted0secret&key=7";
const NOW = "2026-11-25T12:00:00Z";
const SEARCH = "allintitle: acme mlflow";
const NOTHING = "Google hasn't returned any results for this query.";

const opened: StandIn[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function sourceOn(given: Given, { path = "", timeoutMs = 5_000 } = {}) {
  const server = await startStandIn(given);
  opened.push(server);
  const clock = clockAt(NOW);
  const source = serpapi({ url: server.url + path, key: new Secret(KEY), clock, timeoutMs });
  return { server, source };
}

async function asked(given: Given) {
  const { server, source } = await sourceOn(given);
  const outcome = await source.count({ text: SEARCH }, never()).catch((error: unknown) => error);
  expect(server.requests.length).toBeLessThanOrEqual(1);
  expect(allOf(outcome)).not.toContain("lanted");
  return outcome;
}

const pages = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    position: at + 1,
    title: `Page ${at + 1}`,
    link: `https://example.org/${at + 1}`,
  }));

interface Said {
  readonly total?: unknown;
  readonly state?: unknown;
  readonly shown?: unknown;
  readonly fix?: unknown;
  readonly listed?: unknown;
  readonly error?: unknown;
  readonly status?: unknown;
}

function answer({ total, state, shown, fix, listed, error, status = "Success" }: Said) {
  return {
    search_metadata: { id: "1", status },
    search_information: {
      total_results: total,
      organic_results_state: state,
      showing_results_for: shown,
      spelling_fix: fix,
    },
    organic_results: listed,
    error,
  };
}

const found = (said: Said) => json(answer(said));

describe("one asking", () => {
  it("is one request, and the number it gives", async () => {
    const { server, source } = await sourceOn(found({ total: 14_200, listed: pages(2) }), { path: "/serp" });
    const outcome = await source.count({ text: SEARCH }, never());
    expect(outcome).toMatchObject({
      kind: "counted",
      count: { value: 14_200, low: 14_150, high: 14_249, reading: "estimate" },
      readFrom: ["API answer"],
      remarks: [],
      evidence: {
        pages: [
          { title: "Page 1", address: "https://example.org/1" },
          { title: "Page 2", address: "https://example.org/2" },
        ],
      },
      text: SEARCH,
      address: `${server.url}/serp/search.json?engine=google&q=allintitle%3A%20acme%20mlflow&num=10`,
      requests: 1,
    });
    const [request] = server.requests;
    expect(request?.url.pathname).toBe("/serp/search.json");
    expect(Object.fromEntries(request?.url.searchParams ?? [])).toEqual({
      engine: "google",
      q: SEARCH,
      num: "10",
      api_key: KEY,
    });
  });

  it("says of itself when it is practice", async () => {
    const practice = { headers: { "x-census-practice": "1" } };
    expect(await asked(json(answer({ total: 5 }), practice))).toMatchObject({ isPractice: true });
  });
});

describe("an answer", () => {
  it.each<[string, Said, object]>([
    [
      "nothing found, in words and by its state",
      { error: NOTHING, state: "Fully empty" },
      { kind: "counted", count: { value: 0, low: 0, high: 0, reading: "estimate" }, remarks: [] },
    ],
    ["nothing found, with a total", { error: NOTHING, total: 0 }, { kind: "counted", count: { value: 0 } }],
    [
      "0 as the total, and an empty state",
      { total: 0, state: "Fully empty", listed: [] },
      { kind: "counted", count: { value: 0 } },
    ],
    [
      "0 as the total alone",
      { total: 0, listed: [] },
      { kind: "not given", reason: expect.stringContaining("does not say that nothing was found") },
    ],
    ["0 as the total of results", { total: 0, state: "Results for exact spelling" }, { kind: "not given" }],
    [
      "nothing found, in words alone",
      { error: NOTHING },
      { kind: "not given", reason: "SerpApi gave no total" },
    ],
    ["nothing found, by its state alone", { state: "Fully empty" }, { kind: "not given" }],
    [
      "nothing found, with a page",
      { error: NOTHING, state: "Fully empty", listed: pages(1) },
      { kind: "not given", reason: expect.stringContaining("nothing was found, and gives results") },
    ],
    ["nothing found, with a number", { error: NOTHING, total: 12 }, { kind: "not given" }],
    ["an empty state with a number", { state: "Fully empty", total: 12 }, { kind: "not given" }],
    [
      "nothing found, of another spelling",
      { error: NOTHING, total: 0, state: "Empty showing fixed spelling results" },
      { kind: "not given" },
    ],
    [
      "no total",
      { listed: pages(3) },
      {
        kind: "not given",
        evidence: { pages: pages(3).map(({ title, link }) => ({ title, address: link })) },
      },
    ],
    ["a total that is null", { total: null, listed: pages(1) }, { kind: "not given" }],
    ["0 beside pages", { total: 0, listed: pages(4) }, { kind: "not given" }],
    [
      "less than the pages listed",
      { total: 2, listed: pages(4) },
      { kind: "counted", count: { value: 4, low: 4, high: Number.POSITIVE_INFINITY, reading: "at least" } },
    ],
    ["a total in words", { total: "1,230" }, { kind: "unreadable" }],
    ["a total as text", { total: "1230" }, { kind: "unreadable" }],
    ["a negative total", { total: -1 }, { kind: "unreadable" }],
    ["a broken total", { total: 1.5 }, { kind: "unreadable" }],
    ["a total too large", { total: 1e300 }, { kind: "unreadable" }],
    ["results that are no list", { total: 0, listed: {} }, { kind: "unreadable" }],
    ["an error of another form", { total: 0, error: { message: "no" } }, { kind: "unreadable" }],
    ["a 0 beside another error", { total: 0, error: "We could not parse it" }, { kind: "unreadable" }],
    [
      "a search that goes on",
      { total: 0, status: "Processing" },
      { kind: "failed", mayHelpToAskAgain: true },
    ],
    ["a search that waits", { total: 0, status: "Queued" }, { kind: "failed", mayHelpToAskAgain: true }],
    [
      "a search that went wrong",
      { total: 0, status: "Error", error: NOTHING },
      { kind: "failed", mayHelpToAskAgain: true },
    ],
    ["a search without a status", { total: 0, status: null }, { kind: "unreadable" }],
    ["an answer that it kept", { total: 7, status: "Cached" }, { kind: "counted", count: { value: 7 } }],
    ["a search of an unknown status", { total: 0, status: "Odd" }, { kind: "unreadable" }],
    [
      "a plan that is used up",
      { total: 0, error: "Your account has run out of searches." },
      { kind: "blocked" },
    ],
  ])("that says %s", async (_, said, expected) => {
    expect(await asked(found(said))).toMatchObject(expected);
  });

  const OTHER = "allintitle: acne mlflow";
  const applied = { kind: "not given", evidence: { correction: { text: OTHER, isApplied: true } } };
  const suggested = {
    kind: "counted",
    count: { value: 5 },
    evidence: { correction: { text: OTHER, isApplied: false } },
    remarks: expect.arrayContaining([expect.stringContaining("SerpApi suggests")]),
  };

  it.each<[string, Said, object]>([
    ["Results for exact spelling", {}, { kind: "counted", remarks: [expect.any(String)] }],
    ["Results for exact spelling", { fix: OTHER }, suggested],
    ["Showing results for exact spelling despite spelling suggestion", { fix: OTHER }, suggested],
    ["Some results for exact spelling but showing fixed spelling", { fix: OTHER }, applied],
    ["Some results for exact spelling but showing fixed spelling", { shown: OTHER }, applied],
    ["Empty showing fixed spelling results", { fix: OTHER, shown: OTHER }, applied],
    ["Empty showing fixed spelling results", {}, { kind: "not given" }],
    ["Results for exact spelling", { shown: OTHER }, applied],
    ["Results for exact spelling", { shown: ` ${SEARCH}  `, fix: "" }, { kind: "counted" }],
    [
      "Showing results for query without quotes",
      {},
      { kind: "not given", reason: expect.stringContaining("does not know") },
    ],
    ["Showing results for query without quotes", { fix: OTHER }, { kind: "not given" }],
  ])('of the state "%s" with %j', async (state, said, expected) => {
    expect(await asked(found({ total: 5, state, ...said }))).toMatchObject(expected);
  });

  it("is a 0 only where it says so and nothing speaks against it", () => {
    const totals = fc.option(fc.oneof(fc.constantFrom(0, -1, "0"), fc.nat()));
    const states = fc.option(
      fc.constantFrom(
        "Fully empty",
        "Results for exact spelling",
        "Empty showing fixed spelling results",
        "odd",
      ),
    );
    const errors = fc.option(fc.constantFrom(NOTHING, "odd", ""));
    fc.assert(
      fc.property(totals, states, errors, fc.nat(3), (total, state, error, count) => {
        const body = JSON.stringify(answer({ total, state, error, listed: pages(count) }));
        const given = { text: body, bytes: body.length, isCut: false, status: 200, headers: new Headers() };
        const reply = parseSerpapiAnswer(given, SEARCH, new Date(NOW));
        if (reply.kind !== "counted" || reply.count.value > 0) return;
        expect(count).toBe(0);
        const signs = [total === 0, error === NOTHING, state === "Fully empty"];
        expect(signs.filter(Boolean).length).toBeGreaterThan(1);
        expect(state ?? "").not.toMatch(/fixed|odd/);
      }),
    );
  });
});

describe("a refusal", () => {
  const refused = (status: number, error: string) => json({ error }, { status });

  it.each<[string, Given, object]>([
    [
      "of a bad key",
      refused(401, "Invalid API key. See https://serpapi.com/manage-api-key"),
      { kind: "blocked", reason: expect.stringContaining('"Invalid API key. See (a link)"') },
    ],
    ["of an account", refused(403, "Forbidden"), { kind: "blocked" }],
    [
      "by a page of a server in between",
      text("<h1>Bad Request</h1>", { status: 400 }),
      { kind: "blocked", advice: expect.stringContaining("Look at the page") },
    ],
    [
      "of a plan that is used up",
      refused(429, "Your account has run out of searches."),
      { kind: "blocked", advice: expect.stringContaining("plan") },
    ],
    [
      "of a search",
      refused(400, "Unsupported"),
      { kind: "failed", mayHelpToAskAgain: false, reason: expect.stringContaining("Unsupported") },
    ],
    ["by an unknown address", refused(404, "Not found"), { kind: "blocked" }],
    [
      "by trouble",
      refused(503, "We couldn't get valid results"),
      { kind: "failed", mayHelpToAskAgain: true },
    ],
    ["that nobody knows", text("tea", { status: 418 }), { kind: "unreadable" }],
    ["by a redirect", text("", { status: 301, headers: { location: "/elsewhere" } }), { kind: "blocked" }],
    [
      "as JSON that was cut",
      text('{"search_metadata": {"status": "Success"}, "search_inf'),
      { kind: "unreadable" },
    ],
    ["as nothing", text(""), { kind: "unreadable" }],
    ["as an empty document", json({}), { kind: "unreadable" }],
    ["as a list", json([]), { kind: "unreadable" }],
    ["as a page", text("<!doctype html><p>Hello"), { kind: "blocked" }],
    [
      "by a connection that breaks",
      (request) => request.socket.destroy(),
      { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining("SerpApi") },
    ],
  ])("%s gives the outcome that it should, for one request", async (_, given, expected) => {
    expect(await asked(given)).toMatchObject({ ...expected, requests: 1 });
  });

  it.each([
    [{}, undefined],
    [{ "retry-after": "120" }, 120_000],
  ])("of the throughput an hour, with the headers %j, asks to wait", async (headers, toldMs) => {
    const thrown = await asked(
      json({ error: "You are exceeding your hourly throughput." }, { status: 429, headers }),
    );
    expect(thrown).toBeInstanceOf(RateLimitError);
    expect((thrown as RateLimitError).rest.toldMs).toBe(toldMs);
  });

  it.each([429, 500])("with status %d costs one request", async (status) => {
    const { server, source } = await sourceOn(text("", { status }));
    await source.count({ text: SEARCH }, never()).catch(() => {});
    expect(server.requests).toHaveLength(1);
  });

  it("by a signal is an AbortError", async () => {
    const { server, source } = await sourceOn(found({ total: 1 }));
    await expect(source.count({ text: SEARCH }, AbortSignal.abort("why"))).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(server.requests).toEqual([]);
  });
});

describe("the key", () => {
  it.each([200, 400, 401, 404, 429, 503])("is in nothing that comes of an echo with %d", async (status) => {
    const echo: Given = (request, response) => {
      const said = `${request.url} ${KEY} ${Buffer.from(KEY).toString("base64")}`;
      const body = {
        ...answer({ total: 5, fix: said, listed: [{ title: said, link: said }] }),
        ...(status !== 200 && { error: said }),
      };
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    const shown = allOf(await asked(echo));
    expect(shown).toContain("•••");
    expect(shown).not.toContain(Buffer.from(KEY).toString("base64"));
  });
});

describe("what the source says of itself", () => {
  it("is how it is let in, and that its numbers are not to be mixed with others", async () => {
    const { source } = await sourceOn(found({ total: 1 }));
    expect(source).toMatchObject({
      name: "serpapi",
      account: "API key",
      caveat: expect.stringMatching(/sometimes leaves out.*google-cse/),
    });
    expect(source.maybeRefusal({ text: "x".repeat(3_000) })).toBeUndefined();
    expect(source.requestsFor({ text: SEARCH })).toBe(1);
    expect(source.textOf({ text: SEARCH })).toBe(SEARCH);
    expect(allOf([source, source.addressOf({ text: SEARCH })])).not.toContain("lanted");
    await source.close();
  });
});
