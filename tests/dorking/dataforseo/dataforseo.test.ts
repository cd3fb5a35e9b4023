import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { QuotaError, RateLimitError } from "../../../src/census/errors.js";
import { Secret } from "../../../src/config/secret.js";
import { dataforseo } from "../../../src/dorking/dataforseo/dataforseo.js";
import { parseDataforseoAnswer } from "../../../src/dorking/dataforseo/parse-dataforseo-answer.js";
import { allOf, clockAt, type Given, json, never, type StandIn, startStandIn, text } from "../stand-in.js";

const LOGIN = "planted@lab.example";
const PASSWORD = "planted0pass:word";
const BASIC = Buffer.from(`${LOGIN}:${PASSWORD}`).toString("base64");
const NOW = "2026-11-25T12:00:00Z";
const SEARCH = "allintitle: acme mlflow";
const PATH = "/v3/serp/google/organic/live/advanced";

const opened: StandIn[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function sourceOn(given: Given, { path = "" } = {}) {
  const server = await startStandIn(given);
  opened.push(server);
  const source = dataforseo({
    url: server.url + path,
    login: LOGIN,
    password: new Secret(PASSWORD),
    clock: clockAt(NOW),
    timeoutMs: 5_000,
  });
  return { server, source };
}

async function asked(given: Given) {
  const { server, source } = await sourceOn(given);
  const outcome = await source.count({ text: SEARCH }, never()).catch((error: unknown) => error);
  expect(server.requests.length).toBeLessThanOrEqual(1);
  expect(allOf(outcome)).not.toMatch(/planted/i);
  return outcome;
}

const organic = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    type: "organic",
    title: `Page ${at + 1}`,
    url: `https://example.org/${at + 1}`,
  }));

const task = (code: number, message: string, result: unknown = null) =>
  json({
    status_code: 20000,
    status_message: "Ok.",
    tasks: [{ status_code: code, status_message: message, result }],
  });

const done = (result: object) => task(20000, "Ok.", [{ keyword: SEARCH, ...result }]);
const whole = (code: number, message: string, status = 200) =>
  json({ status_code: code, status_message: message, tasks: null }, { status });

describe("one asking", () => {
  it("is one request, and the number it gives", async () => {
    const items = [{ type: "people_also_ask" }, ...organic(2)];
    const { server, source } = await sourceOn(done({ se_results_count: 14_200, items_count: 3, items }), {
      path: "/seo",
    });
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
      address: `${server.url}/seo${PATH}?keyword=allintitle%3A%20acme%20mlflow`,
      requests: 1,
    });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: "POST", headers: { authorization: `Basic ${BASIC}` } });
    expect(request?.url.href).toContain(`/seo${PATH}`);
    expect(JSON.parse(request?.body ?? "")).toEqual([
      { keyword: SEARCH, location_code: 2840, language_code: "en", depth: 10 },
    ]);
  });

  it("sends a plus and a per cent sign so that they stay what they are", async () => {
    const { server, source } = await sourceOn(done({ se_results_count: 1 }));
    const outcome = await source.count({ text: "C++ 100% a%20b" }, never());
    expect(outcome.text).toBe("C++ 100% a%20b");
    expect(JSON.parse(server.requests[0]?.body ?? "")[0].keyword).toBe("C%2B%2B 100%25 a%2520b");
  });
});

describe("an answer", () => {
  it.each<[string, Given, object]>([
    [
      "no results, in so many words",
      task(40102, "No Search Results."),
      {
        kind: "counted",
        count: { value: 0, low: 0, high: 0, reading: "estimate" },
        remarks: [expect.stringContaining("does not know an operator")],
      },
    ],
    [
      "no results, beside an empty result",
      task(40102, "No Search Results.", [{ se_results_count: 0, items: null }]),
      { kind: "counted", count: { value: 0 } },
    ],
    [
      "no results, beside pages",
      task(40102, "No Search Results.", [{ items: organic(2) }]),
      { kind: "not given" },
    ],
    [
      "no results, beside a number",
      task(40102, "No Search Results.", [{ se_results_count: 7 }]),
      { kind: "not given" },
    ],
    [
      "no results, beside another form",
      task(40102, "No Search Results.", [{ se_results_count: "7" }]),
      { kind: "unreadable" },
    ],
    [
      "no results, beside something that is no list",
      task(40102, "No Search Results.", { se_results_count: 7 }),
      { kind: "unreadable" },
    ],
    [
      "no results, beside several results",
      task(40102, "No Search Results.", [{ se_results_count: 0 }, { se_results_count: 7 }]),
      { kind: "unreadable" },
    ],
    [
      "several results of one search",
      task(20000, "Ok.", [{ se_results_count: 0 }, { se_results_count: 7 }]),
      { kind: "unreadable" },
    ],
    [
      "several tasks where one was sent",
      json({
        status_code: 20000,
        tasks: [0, 7].map((total) => ({ status_code: 20000, result: [{ se_results_count: total }] })),
      }),
      { kind: "unreadable" },
    ],
    [
      "0 as the number",
      done({ se_results_count: 0, items_count: 0, items: [] }),
      { kind: "counted", count: { value: 0 } },
    ],
    ["0 beside items that are counted", done({ se_results_count: 0, items_count: 3 }), { kind: "not given" }],
    [
      "0 beside items that are listed",
      done({ se_results_count: 0, items: [{ type: "paid" }] }),
      { kind: "not given" },
    ],
    [
      "a number that is null",
      done({ se_results_count: null, items: organic(1) }),
      { kind: "not given", reason: "DataForSEO gave no total" },
    ],
    ["no number", done({ items_count: 0 }), { kind: "not given" }],
    [
      "less than the pages listed",
      done({ se_results_count: 1, items: organic(4) }),
      { kind: "counted", count: { value: 4, reading: "at least" } },
    ],
    ["a number as text", done({ se_results_count: "1230" }), { kind: "unreadable" }],
    ["a negative number", done({ se_results_count: -1 }), { kind: "unreadable" }],
    ["a broken number", done({ se_results_count: 0.5 }), { kind: "unreadable" }],
    ["a number too large", done({ se_results_count: 1e300 }), { kind: "unreadable" }],
    ["items that are no list", done({ se_results_count: 0, items: {} }), { kind: "unreadable" }],
    ["no result", task(20000, "Ok.", []), { kind: "unreadable" }],
    ["a result that is null", task(20000, "Ok.", null), { kind: "unreadable" }],
    ["no task", json({ status_code: 20000, tasks: [] }), { kind: "unreadable" }],
    ["tasks that are null", whole(20000, "Ok."), { kind: "unreadable" }],
  ])("that says %s", async (_, given, expected) => {
    expect(await asked(given)).toMatchObject(expected);
  });

  const OTHER = "allintitle: acne mlflow";

  it.each<[object | null, object]>([
    [null, { kind: "counted", remarks: [expect.stringContaining("no page")] }],
    [
      { keyword: OTHER, type: "did_you_mean" },
      { kind: "counted", evidence: { correction: { text: OTHER, isApplied: false } } },
    ],
    ...["showing_results_for", "including_results_for", "no_results_found_for", "something_new", null].map(
      (type): [object, object] => [
        { keyword: OTHER, type },
        { kind: "not given", evidence: { correction: { text: OTHER, isApplied: true } } },
      ],
    ),
    [{ keyword: null, type: "showing_results_for" }, { kind: "not given" }],
    [{ keyword: ` ${SEARCH} `, type: "showing_results_for" }, { kind: "counted" }],
    [{ keyword: 5, type: "did_you_mean" }, { kind: "unreadable" }],
    ["odd", { kind: "unreadable" }] as unknown as [object, object],
  ])("of the spelling %j", async (spell, expected) => {
    expect(await asked(done({ se_results_count: 5, spell }))).toMatchObject(expected);
  });

  it("is a 0 only where it says so and nothing speaks against it", () => {
    const numbers = fc.option(fc.oneof(fc.constantFrom(0, -1, "0"), fc.nat()));
    const codes = fc.constantFrom(20000, 40102, 40101, 50000);
    fc.assert(
      fc.property(codes, codes, numbers, numbers, fc.nat(2), (code, taskCode, total, count, listed) => {
        const result = [{ se_results_count: total, items_count: count, items: organic(listed) }];
        const body = JSON.stringify({ status_code: code, tasks: [{ status_code: taskCode, result }] });
        const given = { text: body, bytes: body.length, isCut: false, status: 200, headers: new Headers() };
        const reply = parseDataforseoAnswer(given, SEARCH, new Date(NOW));
        if (reply.kind !== "counted" || reply.count.value > 0) return;
        expect([code, listed, count ?? 0]).toEqual([20000, 0, 0]);
        expect(taskCode === 40102 ? (total ?? 0) : total).toBe(0);
      }),
    );
  });
});

describe("a refusal", () => {
  it.each<[string, Given, object]>([
    [
      "of the login",
      whole(40100, "You are not Authorized to Access this Resource. https://app.example/x", 401),
      { kind: "blocked", reason: expect.stringContaining("(a link)") },
    ],
    [
      "of the login, without a word",
      text("", { status: 401 }),
      { kind: "blocked", advice: expect.stringContaining("login") },
    ],
    [
      "for want of money",
      whole(40200, "Payment Required.", 402),
      { kind: "blocked", advice: expect.stringContaining("balance") },
    ],
    ["for want of money, without a word", text("", { status: 402 }), { kind: "blocked" }],
    ["for want of money, by the task", task(40210, "Insufficient Funds."), { kind: "blocked" }],
    ["of an account", text("", { status: 403 }), { kind: "blocked" }],
    ["by an unknown address", text("", { status: 404 }), { kind: "blocked" }],
    ["by an unknown address, by a code", whole(40400, "Not Found.", 404), { kind: "blocked" }],
    [
      "for want of a subscription",
      task(40204, "Access denied. Visit Plans and Subscriptions."),
      { kind: "blocked", advice: expect.stringContaining("account") },
    ],
    [
      "by a page of a server in between",
      text("<h1>Forbidden</h1>", { status: 403 }),
      { kind: "blocked", advice: expect.stringContaining("Look at the page") },
    ],
    ["by Google", task(40101, "Internal SE Server Error."), { kind: "failed", mayHelpToAskAgain: true }],
    [
      "of a field",
      task(40501, "Invalid Field: 'keyword'."),
      { kind: "failed", mayHelpToAskAgain: false, reason: expect.stringContaining("'keyword'") },
    ],
    ["by trouble", whole(50000, "Internal Error."), { kind: "failed", mayHelpToAskAgain: true }],
    [
      "by trouble of the task",
      task(50301, "3rd Party API Service Unavailable."),
      { kind: "failed", mayHelpToAskAgain: true },
    ],
    [
      "by trouble, as a status",
      text("<h1>502</h1>", { status: 502 }),
      { kind: "failed", mayHelpToAskAgain: true },
    ],
    [
      "by a code that nobody knows",
      task(40999, "Odd."),
      { kind: "unreadable", reason: expect.stringContaining("40999") },
    ],
    ["by no results at the top", whole(40102, "No Search Results."), { kind: "unreadable" }],
    ["by no results with another status", whole(40102, "No Search Results.", 404), { kind: "unreadable" }],
    ["that nobody knows", text("tea", { status: 418 }), { kind: "unreadable" }],
    ["by a redirect", text("", { status: 308, headers: { location: "/elsewhere" } }), { kind: "blocked" }],
    ["as JSON that was cut", text('{"status_code": 20000, "tas'), { kind: "unreadable" }],
    ["as nothing", text(""), { kind: "unreadable" }],
    ["as an empty document", json({}), { kind: "unreadable" }],
    ["as a page", text("<html>Hello</html>"), { kind: "blocked" }],
    [
      "by a connection that breaks",
      (request) => request.socket.destroy(),
      { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining("DataForSEO") },
    ],
  ])("%s gives the outcome that it should, for one request", async (_, given, expected) => {
    expect(await asked(given)).toMatchObject({ ...expected, requests: 1 });
  });

  it("for the limit of cost a day lasts until midnight, UTC", async () => {
    const thrown = await asked(task(40203, "The cost limit has been exceeded."));
    expect(thrown).toBeInstanceOf(QuotaError);
    expect((thrown as QuotaError).until.toISOString()).toBe("2026-11-26T00:00:00.000Z");
  });

  it.each<[string, Given, number | undefined]>([
    ["by a code", whole(40202, "Rate limit per minute exceeded."), 60_000],
    ["by a status", text("", { status: 429 }), undefined],
    ["by a status with a time", text("", { status: 429, headers: { "retry-after": "5" } }), 5_000],
  ])("for the rate, %s, asks to wait", async (_, given, toldMs) => {
    const thrown = await asked(given);
    expect(thrown).toBeInstanceOf(RateLimitError);
    expect((thrown as RateLimitError).rest.toldMs).toBe(toldMs);
  });

  it.each([429, 500])("with status %d costs one request", async (status) => {
    const { server, source } = await sourceOn(text("", { status }));
    await source.count({ text: SEARCH }, never()).catch(() => {});
    expect(server.requests).toHaveLength(1);
  });

  it("for its length is told before anything is sent", async () => {
    const { server, source } = await sourceOn(done({ se_results_count: 1 }));
    expect(source.maybeRefusal({ text: "x".repeat(700) })).toBeUndefined();
    expect(source.maybeRefusal({ text: "+".repeat(234) })).toContain("takes 700 characters");
    expect(await source.count({ text: "x".repeat(701) }, never())).toMatchObject({
      kind: "failed",
      requests: 0,
    });
    expect(server.requests).toEqual([]);
  });
});

describe("the login and the password", () => {
  it.each([200, 401, 404, 500])("are in nothing that comes of an echo with %d", async (status) => {
    const echo: Given = (request, response) => {
      const said = `${request.headers.authorization} ${LOGIN} ${PASSWORD}`;
      const result = [
        { se_results_count: 5, spell: { keyword: said, type: "did_you_mean" }, items: organic(1) },
      ];
      const code = status === 200 ? 20000 : 40501;
      const body = { status_code: code, status_message: said, tasks: [{ status_code: 20000, result }] };
      response.writeHead(status).end(JSON.stringify(body));
    };
    const shown = allOf(await asked(echo));
    expect(shown).toContain("•••");
    expect(shown).not.toContain(BASIC);
  });
});

describe("what the source says of itself", () => {
  it("is how it is let in, and that its numbers are not to be mixed with others", async () => {
    const { source } = await sourceOn(done({}));
    expect(source).toMatchObject({
      name: "dataforseo",
      account: "login and password",
      caveat: expect.stringMatching(/sometimes leaves out.*google-cse/),
      versions: { "DataForSEO API": "v3" },
    });
    expect(source.requestsFor({ text: SEARCH })).toBe(1);
    expect(source.textOf({ text: SEARCH })).toBe(SEARCH);
    expect(allOf([source, source.addressOf({ text: SEARCH })])).not.toMatch(/planted/i);
    await source.close();
  });
});
