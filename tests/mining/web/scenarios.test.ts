import { describe, expect, it, vi } from "vitest";
import type { Outcome } from "../../../src/census/outcome.js";
import { PRACTICE } from "../../../src/census/practice.js";
import { heldClock } from "./held-clock.js";
import {
  json,
  newShape,
  oldShape,
  redirect,
  type Scenario,
  SIGNED_OUT_HTML,
  SLOW_DOWN_HTML,
  searchHtml,
} from "./scenario-server.js";
import { NEVER, QUERY, webTests } from "./web-source.js";

const web = webTests();

/** A length that nothing else waits for. */
const PAGE_MS = 7_500;

async function outcome(scenario: Scenario): Promise<Outcome> {
  web.server.scenario = scenario;
  return web.signedIn().count(QUERY, NEVER);
}

/** From a page whose text comes late: it is read as soon as it is there. */
async function lateOutcome(scenario: Scenario): Promise<Outcome> {
  web.server.scenario = scenario;
  return web.source({ lateTextMs: 20_000 }).count(QUERY, NEVER);
}

const counts = (count: number, failed = false) => json({ count, failed, mode: "any" });
const zero = { result_count: 0, page_count: 0 };
const zeroText = "<span>0 files</span>";

interface Row {
  readonly name: string;
  readonly scenario: Scenario;
  readonly count: Partial<Record<"value" | "low" | "high" | "reading", unknown>>;
  readonly readFrom?: readonly string[];
  readonly remarks?: readonly (string | RegExp)[];
  readonly isLate?: true;
}

const page = (parts: Parameters<typeof searchHtml>[0]) => ({ body: searchHtml(parts) });

const COUNTED: readonly Row[] = [
  {
    name: "the one of two texts outside their place that the endpoint bears out",
    scenario: { page: page({ data: null, shown: null, extra: "<div>720 files</div><h3>12 files</h3>" }) },
    count: { value: 720, low: 720, high: 720, reading: "exact" },
  },
  {
    name: "a text that the endpoint bears out, though another one follows late",
    scenario: {
      page: page({
        data: null,
        shown: null,
        extra: `<div>12 files</div>${late("1.1k files", 100).replace(' data-testid="search-sub-header"', "")}`,
      }),
      endpoint: counts(12),
    },
    count: { value: 12, low: 12, high: 12, reading: "exact" },
  },
  {
    name: "an exact count, three times alike",
    scenario: {},
    count: { value: 720, low: 720, high: 720, reading: "exact" },
    readFrom: ["count endpoint", "page data", "page text"],
    remarks: [],
  },
  {
    name: "an abbreviated text beside exact numbers",
    scenario: {
      page: page({ data: newShape({ result_count: 1_123 }), shown: "<b>1.1k files</b>" }),
      endpoint: counts(1_123),
    },
    count: { value: 1_123, reading: "exact" },
    remarks: [],
  },
  {
    name: "a lower bound in the text that the numbers repeat",
    scenario: {
      page: page({ data: newShape({ result_count: 100_000 }), shown: "More than 100k files" }),
      endpoint: counts(100_000),
    },
    count: { value: 100_000, low: 100_000, high: Infinity, reading: "at least" },
    remarks: [/more than 100,000/],
  },
  {
    name: "a lower bound in a text that comes late, beside a round number",
    isLate: true,
    scenario: {
      page: page({
        data: newShape({ result_count: 100_000 }),
        shown: null,
        extra: late("More than 100k files", 100),
      }),
      endpoint: counts(100_000),
    },
    count: { value: 100_000, high: Infinity, reading: "at least" },
  },
  {
    name: "one file",
    scenario: {
      page: page({ data: newShape({ result_count: 1, page_count: 1 }), shown: "1 file" }),
      endpoint: counts(1),
    },
    count: { value: 1, reading: "exact" },
    remarks: [],
  },
  {
    name: "a true zero",
    scenario: {
      page: page({ data: newShape(zero), shown: null, extra: "<h2>Your search did not match any code</h2>" }),
      endpoint: counts(0),
    },
    count: { value: 0, low: 0, high: 0, reading: "exact" },
    remarks: [],
  },
  {
    name: "limited results, as a lower bound",
    scenario: { page: page({ data: newShape({ warn_limited_results: true }) }) },
    count: { value: 720, low: 720, high: Infinity, reading: "at least" },
    remarks: [/limited/],
  },
  {
    name: "hidden organisations, as a lower bound without their names",
    scenario: { page: page({ data: newShape({ protected_org_logins: ["acme"] }) }) },
    count: { value: 720, high: Infinity, reading: "at least" },
    remarks: [/1 organisation from/],
  },
  {
    name: "the old form of the data",
    scenario: { page: page({ data: oldShape() }) },
    count: { value: 720, reading: "exact" },
    readFrom: ["count endpoint", "page data", "page text"],
  },
  {
    name: "an unknown form where text and endpoint agree",
    scenario: { page: page({ data: { payload: { elsewhere: { result_count: 720 } } } }) },
    count: { value: 720, reading: "exact" },
    remarks: [/unknown form/],
  },
  {
    name: "an endpoint that failed",
    scenario: { endpoint: counts(99, true) },
    count: { value: 720, low: 720, high: 720, reading: "exact" },
    readFrom: ["page data", "page text"],
    remarks: [/failed to count/],
  },
  {
    name: "an endpoint that is gone",
    scenario: { endpoint: { status: 404, body: "gone" } },
    count: { value: 720, reading: "exact" },
    remarks: [/HTTP 404/],
  },
  {
    name: "an endpoint that refuses the form",
    scenario: { endpoint: json({}, 406) },
    count: { value: 720, reading: "exact" },
    remarks: [/HTTP 406/],
  },
  {
    name: "an endpoint and a page that disagree",
    scenario: { endpoint: counts(800) },
    count: { value: 800, low: 720, high: 800, reading: "estimate" },
    remarks: [/800.*720/],
  },
  {
    name: "a text that does not fit exact numbers",
    scenario: { page: page({ shown: "12 files" }) },
    count: { value: 720, low: 12, high: 720, reading: "estimate" },
    remarks: [/12.*does not fit/],
  },
  {
    name: "a page without data, by its text and the endpoint",
    scenario: { page: page({ data: null, shown: "1.1k files" }), endpoint: counts(1_149) },
    count: { value: 1_149, low: 1_149, high: 1_149, reading: "exact" },
    readFrom: ["count endpoint", "page text"],
  },
  {
    name: "a page without data, by its text alone",
    scenario: { page: page({ data: null, shown: "1.1k files" }), endpoint: { status: 404 } },
    count: { value: 1_100, low: 1_050, high: 1_149, reading: "rounded" },
    readFrom: ["page text"],
  },
  {
    name: "a text that comes late",
    isLate: true,
    scenario: { page: page({ data: null, shown: null, extra: late("720 files", 150) }) },
    count: { value: 720, reading: "exact" },
    readFrom: ["count endpoint", "page text"],
  },
  {
    name: "the endpoint alone, where the page shows files and no number that is known",
    scenario: {
      page: page({ data: null, shown: "4.3k results", results: '<div><a href="/o/r">o/r</a></div>' }),
      endpoint: counts(4_321),
    },
    count: { value: 4_321, low: 4_321, high: 4_321, reading: "exact" },
    readFrom: ["count endpoint"],
    remarks: [/count endpoint alone/],
  },
  {
    name: "a page that says that there may be more",
    scenario: {
      page: page({
        extra: '<div role="status">This search took too long to run: results may be incomplete.</div>',
      }),
    },
    count: { value: 720, low: 720, high: Number.POSITIVE_INFINITY, reading: "at least" },
    remarks: [/may be incomplete/],
  },
  {
    name: "a text that is counted up before the reader's eyes",
    isLate: true,
    scenario: {
      page: page({
        data: null,
        shown: '<span id="n">3 files</span>',
        extra: `<script>let n = 3; const timer = setInterval(() => {
          n = Math.min(n * 5, 720); document.getElementById("n").textContent = n + " files";
          if (n === 720) clearInterval(timer); }, 200)</script>`,
      }),
      endpoint: { status: 404 },
    },
    count: { value: 720, reading: "exact" },
    readFrom: ["page text"],
  },
  {
    name: "a page in other markup, by any element whose whole text is a count",
    scenario: {
      page: {
        body: `<!doctype html><title>Code</title><div class="zz9"><div class="q1"><span class="h">720 files</span>
          <span class="k">in all</span></div><table><tr><td>3 files</td></tr></table><pre>5 files</pre></div>`,
      },
    },
    count: { value: 720, reading: "exact" },
    readFrom: ["count endpoint", "page text"],
  },
  {
    name: "a text outside its usual place, which the endpoint confirms, ahead of the results",
    scenario: {
      page: {
        body: `<!doctype html><title>Code</title><nav>Code <span>9</span></nav><div><div>1.1k files</div></div>
          <div><a href="/o/r">o/r</a><p>12 files</p></div>`,
      },
      endpoint: counts(1_123),
    },
    count: { value: 1_123, reading: "exact" },
    remarks: [],
  },
  {
    name: "a text in its usual place that comes after a result's",
    isLate: true,
    scenario: {
      page: page({
        data: null,
        shown: null,
        extra: `<div><h3>o/r</h3><p>12 files</p></div>${late("1.1k files", 150)}`,
      }),
      endpoint: { status: 404 },
    },
    count: { value: 1_100, reading: "rounded" },
  },
  {
    name: "data beside a result's text",
    scenario: { page: page({ shown: null, extra: "<div><h3>o/r</h3><p>12 files</p></div>" }) },
    count: { value: 720, low: 720, high: 720, reading: "exact" },
    remarks: [/12.*does not fit/],
  },
  {
    name: "data for somebody signed in, though the endpoint wants a sign-in",
    scenario: { endpoint: redirect("/login") },
    count: { value: 720, reading: "exact" },
    remarks: [/signed in/],
  },
  {
    name: "a page whose number comes after words that a result holds",
    isLate: true,
    scenario: {
      page: page({
        data: null,
        shown: null,
        extra: `<div><h3>Whoa there!</h3><p>Sign in to search code on GitHub</p>
          <form><input name="login"><input type="password"></form></div>${late("720 files", 150)}`,
      }),
    },
    count: { value: 720, reading: "exact" },
  },
  {
    name: "a true zero beside words in a lesser heading",
    scenario: {
      page: page({ data: newShape(zero), shown: zeroText, extra: "<h3>Whoa there!</h3>" }),
      endpoint: counts(0),
    },
    count: { value: 0, high: 0, reading: "exact" },
    remarks: [],
  },
  {
    name: "a good page whose results hold words of failures",
    scenario: {
      page: page({
        results: `<div><h3>Whoa there! You have exceeded a secondary rate limit</h3><h2>9 files</h2>
          <p>Sign in to search code. Something went wrong. Your search did not match any code</p></div>`,
      }),
    },
    count: { value: 720, reading: "exact" },
    remarks: [],
  },
];

function late(text: string, ms: number): string {
  return `<div id="late"></div><script>setTimeout(() => {
    document.getElementById("late").innerHTML = '<div data-testid="search-sub-header">${text}</div>';
  }, ${ms})</script>`;
}

describe("a count", () => {
  it.each(COUNTED)("is read from $name", async ({ scenario, count, readFrom, remarks, isLate }) => {
    const result = await (isLate ? lateOutcome : outcome)(scenario);
    expect(result).toMatchObject({ kind: "counted", count, ...(readFrom ? { readFrom } : {}) });
    if (result.kind !== "counted" || remarks === undefined) return;
    expect(result.remarks).toHaveLength(remarks.length);
    for (const [index, remark] of remarks.entries()) expect(result.remarks[index]).toMatch(remark);
  });

  it("costs one page and one request to the endpoint, and says what it cost", async () => {
    const result = await outcome({
      page: page({
        head: '<link rel="stylesheet" href="/s.css">',
        extra: '<img src="/i.png"><video src="/v.mp4">',
      }),
    });
    expect(
      web.server.requests.filter((path) => /^\/(?:search|i\.png|v\.mp4|s\.css)/.test(path)).sort(),
    ).toEqual(["/s.css", "/search", "/search/blackbird_count"]);
    expect(result.requests).toBe(3);
    expect(result.bytes).toBeGreaterThan(500);
    expect(result.text).toBe('"wandb" path:*.py');
    expect(result.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it("goes on with a rest where only the endpoint asks for one", async () => {
    const result = await outcome({ endpoint: { status: 429, headers: { "retry-after": "1m0s" } } });
    expect(result).toMatchObject({ kind: "counted", count: { value: 720 }, rest: { toldMs: 60_000 } });
  });

  it("says so where a practice page stands in GitHub's place", async () => {
    const head = '<meta name="census-practice" content="yes">';
    expect(await outcome({ page: page({ head }) })).toMatchObject({
      isPractice: true,
      remarks: [expect.stringMatching(/practice/)],
    });
  });

  it("says what a practice page says of its count, and nothing that another page says so", async () => {
    const extra = '<p role="note" data-census-practice="notice">GitHub ends the pattern there.</p>';
    const head = '<meta name="census-practice" content="yes">';
    web.server.scenario = { page: page({ head, extra }) };
    const source = web.source({ service: PRACTICE });
    expect(await source.count(QUERY, NEVER)).toMatchObject({ remarks: ["GitHub ends the pattern there."] });
    expect(await outcome({ page: page({ extra }) })).toMatchObject({ remarks: [] });
  });
});

interface Fault {
  readonly name: string;
  readonly scenario: Scenario;
  readonly outcome: Record<string, unknown>;
}

const FAULTS: readonly Fault[] = [
  {
    name: "a failed search with HTTP 200",
    scenario: {
      page: page({
        data: oldShape({
          result_count: 0,
          page_count: null,
          errors: [{ message: "Search failed. Please try again later." }],
        }),
        shown: zeroText,
      }),
      endpoint: counts(0),
    },
    outcome: { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining("Search failed") },
  },
  {
    name: "a query that is not understood",
    scenario: {
      page: page({
        data: newShape({
          ...zero,
          errors: [{ type: "ERROR_TYPE_QUERY_PARSING_FATAL", message: "unable to\nparse query!" }],
        }),
      }),
    },
    outcome: {
      kind: "failed",
      mayHelpToAskAgain: false,
      reason: expect.stringContaining("unable to parse query!"),
    },
  },
  {
    name: "errors that are plain texts, beside results",
    scenario: { page: page({ data: newShape({ errors: ["Partial outage"] }) }) },
    outcome: { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining("Partial outage") },
  },
  {
    name: "a zero with limited results",
    scenario: { page: page({ data: newShape({ ...zero, warn_limited_results: true }), shown: zeroText }) },
    outcome: { kind: "failed", mayHelpToAskAgain: true },
  },
  {
    name: "a zero without a number of pages",
    scenario: {
      page: page({ data: newShape({ result_count: 0, page_count: null }), shown: zeroText }),
      endpoint: counts(0),
    },
    outcome: { kind: "failed", mayHelpToAskAgain: true },
  },
  {
    name: "a zero of which the endpoint says that it failed",
    scenario: { page: page({ data: newShape(zero), shown: zeroText }), endpoint: counts(0, true) },
    outcome: { kind: "failed", mayHelpToAskAgain: true },
  },
  {
    name: "a zero against a number of the endpoint",
    scenario: { page: page({ data: newShape(zero), shown: zeroText }), endpoint: counts(12) },
    outcome: { kind: "failed", mayHelpToAskAgain: true },
  },
  {
    name: "a zero against a number in the text",
    scenario: { page: page({ data: newShape(zero), shown: "12 files" }), endpoint: counts(0) },
    outcome: { kind: "failed", mayHelpToAskAgain: true },
  },
  {
    name: "a zero beside results",
    scenario: {
      page: page({ data: newShape(zero), shown: zeroText, results: "<p>a file</p>" }),
      endpoint: counts(0),
    },
    outcome: { kind: "failed", mayHelpToAskAgain: true },
  },
  {
    name: "a zero of the text alone",
    scenario: { page: page({ data: null, shown: zeroText }), endpoint: { status: 404 } },
    outcome: { kind: "failed", mayHelpToAskAgain: true },
  },
  {
    name: "a zero beside an endpoint that checks the browser",
    scenario: {
      page: page({ data: newShape(zero), shown: zeroText }),
      endpoint: { status: 403, body: "<title>Just a moment</title>" },
    },
    outcome: { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining("HTTP 403") },
  },
  {
    name: "HTTP 403",
    scenario: { page: { status: 403, body: "<h1>Forbidden</h1>" } },
    outcome: { kind: "blocked", reason: expect.stringContaining("403") },
  },
  {
    name: "HTTP 404",
    scenario: { page: { status: 404, body: "<h1>Not found</h1>" } },
    outcome: { kind: "blocked", reason: expect.stringContaining("404") },
  },
  {
    name: "HTTP 422",
    scenario: { page: { status: 422, body: "<h1>Oh no</h1>" } },
    outcome: { kind: "failed", mayHelpToAskAgain: false },
  },
  {
    name: "HTTP 502",
    scenario: { page: { status: 502, body: "<h1>Bad gateway</h1>" } },
    outcome: { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining("502") },
  },
  {
    name: "HTTP 502 without a page",
    scenario: { page: { status: 502 } },
    outcome: { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining("502") },
  },
  {
    name: "words of a time-out",
    scenario: {
      page: page({ data: null, shown: null, title: "Error", extra: "<h1>Something went wrong</h1>" }),
    },
    outcome: { kind: "failed", mayHelpToAskAgain: true },
  },
  {
    name: "an unknown form of the data",
    scenario: { page: page({ data: { payload: { found: 720 } }, shown: null }) },
    outcome: { kind: "unreadable", reason: expect.stringContaining("form") },
  },
  {
    name: "an unknown form where text and endpoint disagree",
    scenario: { page: page({ data: { payload: { found: 720 } } }), endpoint: counts(5) },
    outcome: { kind: "unreadable" },
  },
  {
    name: "a page without any count, whatever the endpoint says",
    scenario: { page: page({ data: null, shown: null }), endpoint: counts(5) },
    outcome: { kind: "unreadable" },
  },
  {
    name: "several numbers of files",
    scenario: { page: page({ data: null, shown: "<b>3 files</b><b>5 files</b>" }), endpoint: counts(5) },
    outcome: { kind: "unreadable", reason: expect.stringContaining("several") },
  },
  ...["<p>12 files</p>", "<h3>12 files</h3>"].map((text) => ({
    name: `a result's text, ${text}`,
    scenario: {
      page: page({ data: null, shown: null, extra: `<div><h3>o/r</h3>${text}</div>` }),
      endpoint: { status: 404 },
    },
    outcome: { kind: "unreadable", reason: expect.stringContaining("may be a result's") },
  })),
  {
    name: "a result's text against the endpoint",
    scenario: { page: page({ data: null, shown: null, extra: "<div><h3>o/r</h3><p>12 files</p></div>" }) },
    outcome: { kind: "unreadable" },
  },
  ...[
    "Showing <b>10 files</b> of <b>1.2k</b>",
    "<span>Showing</span> <b>10 files</b> <span>of 1.2k</span>",
    "<b>10 files</b> of <b>1.2k</b>",
    "First <b>100 files</b>",
    "Fewer than <b>10 files</b>",
  ].map((shown) => ({
    name: `a number that is not the whole, ${shown}`,
    scenario: { page: page({ data: null, shown }), endpoint: { status: 404 } },
    outcome: { kind: "unreadable" },
  })),
  {
    name: "a time-out that still shows files",
    scenario: {
      page: {
        body: "<title>GitHub</title><p>Sorry, we couldn't respond to your request in time. Showing <b>12 files</b></p>",
      },
      endpoint: { status: 502 },
    },
    outcome: {
      kind: "failed",
      mayHelpToAskAgain: true,
      reason: expect.stringContaining("finish the search"),
    },
  },
  ...[{ results: [{ path: "a.py" }] }, { page_count: 5 }].map((fields) => ({
    name: `a zero beside ${Object.keys(fields)} that speak of files`,
    scenario: {
      page: page({ data: newShape({ ...zero, ...fields }), shown: zeroText }),
      endpoint: counts(0),
    },
    outcome: { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining("list files") },
  })),
  ...['<div data-testid="results-list"><p>a</p></div>', '<div><a href="/o/r">o/r</a> <b>a.py</b></div>'].map(
    (extra) => ({
      name: `a zero of the text beside ${extra}`,
      scenario: { page: page({ data: null, shown: zeroText, extra }), endpoint: counts(0) },
      outcome: { kind: "failed", mayHelpToAskAgain: true, reason: expect.stringContaining("shows files") },
    }),
  ),
  ...[{ failed: "true" }, { failed: 1 }, { failed: false, error: { message: "timed out" } }].map((said) => ({
    name: `a zero beside an endpoint that says ${JSON.stringify(said)}`,
    scenario: {
      page: page({ data: newShape(zero), shown: zeroText }),
      endpoint: json({ count: 0, ...said }),
    },
    outcome: { kind: "failed", mayHelpToAskAgain: true },
  })),
  {
    name: "a step of signing in",
    scenario: { page: redirect("/sessions/verified-device") },
    outcome: { kind: "blocked", reason: expect.stringContaining("e-mail") },
  },
  {
    name: "a captcha",
    scenario: { page: redirect("/captcha") },
    outcome: { kind: "blocked", reason: expect.stringContaining("captcha") },
  },
  {
    name: "another page of the site",
    scenario: { page: redirect("/explore") },
    outcome: { kind: "unreadable" },
  },
  {
    name: "another search",
    scenario: {
      page: (searched) =>
        searched === "other" ? { body: searchHtml() } : redirect("/search?q=other&type=code"),
    },
    outcome: { kind: "unreadable", reason: expect.stringContaining("another search") },
  },
];

describe("no count", () => {
  it.each(FAULTS)("comes from $name", async ({ scenario, outcome: expected }) => {
    for (const path of ["/sessions/verified-device", "/captcha", "/explore"]) {
      web.server.routes.set(path, () => ({ body: "<h1>A step</h1>" }));
    }
    const result = await outcome(scenario);
    expect(result).toMatchObject(expected);
    expect(result).not.toHaveProperty("count");
    if (result.kind === "blocked") expect(result.advice).not.toBe("");
  });

  it.each([
    [
      "HTTP 429 that says how long",
      { status: 429, headers: { "retry-after": "300" }, body: SLOW_DOWN_HTML },
      300_000,
    ],
    ["HTTP 429 that does not", { status: 429, body: SLOW_DOWN_HTML }, undefined],
    ["HTTP 429 without a page", { status: 429, headers: { "retry-after": "7" } }, 7_000],
    [
      "HTTP 403 with its words",
      { status: 403, body: "<p>You have triggered an abuse detection mechanism.</p>" },
      undefined,
    ],
    ["HTTP 200 with its words", { body: SLOW_DOWN_HTML }, undefined],
    ["HTTP 200 with its heading only", { body: "<title>GitHub</title><h1>Whoa there!</h1>" }, undefined],
    [
      "HTTP 200 with its words in a list",
      { body: "<ul><li>You have exceeded a secondary rate limit.</ul>" },
      undefined,
    ],
    [
      "HTTP 200 as JSON",
      {
        headers: { "content-type": "application/json" },
        body: '{"message":"You have exceeded a secondary rate limit."}',
      },
      undefined,
    ],
    [
      "HTTP 403 that says how long",
      { status: 403, headers: { "retry-after": "1" }, body: "<p>Please</p>" },
      1_000,
    ],
    [
      "HTTP 503 that says how long",
      { status: 503, headers: { "retry-after": "1" }, body: "<p>Please</p>" },
      1_000,
    ],
    ["HTTP 403 as JSON", json({ message: "You have exceeded a secondary rate limit." }, 403), undefined],
    [
      "HTTP 403 as plain text",
      {
        status: 403,
        headers: { "content-type": "text/plain" },
        body: "You have exceeded a secondary rate limit.",
      },
      undefined,
    ],
    [
      "HTTP 403 with its words in a list",
      { status: 403, body: "<title>Forbidden</title><ul><li>You have exceeded a secondary rate limit.</ul>" },
      undefined,
    ],
  ])("comes from a wish to slow down: %s", async (_, reply, toldMs) => {
    web.server.scenario = { page: reply };
    const source = web.signedIn();
    const error = await source.count(QUERY, NEVER).catch((thrown) => thrown);
    expect(error).toMatchObject({
      name: "RateLimitError",
      rest: { reason: expect.stringMatching(/slow down/) },
    });
    expect(error.rest.toldMs).toBe(toldMs);
    web.server.scenario = {};
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted", count: { value: 720 } });
  });

  it.each([
    ["a page that hangs", "hang" as const],
    ["a page whose script never ends", { body: "<script>for (;;);</script>" }],
  ])(
    "comes from %s, and the next query is asked on another page",
    async (_, reply) => {
      const clock = heldClock(PAGE_MS);
      web.server.scenario = { page: reply };
      const source = web.source({ pageMs: PAGE_MS, clock });
      const asking = source.count(QUERY, NEVER);
      await vi.waitFor(() => expect(web.server.requests).toContain("/search"), { timeout: 60_000 });
      clock.release();
      expect(await asking).toMatchObject({
        kind: "failed",
        mayHelpToAskAgain: true,
        reason: "No answer came within 7.5 s.",
      });
      web.server.scenario = {};
      expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    },
    120_000,
  );

  it("comes from an endpoint that hangs beside a zero", async () => {
    web.server.scenario = { page: page({ data: newShape(zero), shown: zeroText }), endpoint: "hang" };
    expect(await web.source({ endpointMs: 200 }).count(QUERY, NEVER)).toMatchObject({
      kind: "failed",
      reason: expect.stringContaining("did not answer in time"),
    });
  });

  it("comes from a server that is down, and says where", async () => {
    const source = web.source({ url: "http://127.0.0.1:9" });
    expect(await source.count(QUERY, NEVER)).toMatchObject({
      kind: "failed",
      mayHelpToAskAgain: true,
      reason: expect.stringMatching(/http:\/\/127\.0\.0\.1:9 \(ERR_/),
    });
  });

  it("comes from a session that is not accepted", async () => {
    web.server.sessions.clear();
    expect(await web.source().count(QUERY, NEVER)).toMatchObject({
      kind: "blocked",
      reason: "GitHub no longer accepts the session cookie of GH_SESSION.",
    });
  });

  it.each([
    ["the words", { body: SIGNED_OUT_HTML }],
    ["the data", { body: searchHtml({ data: newShape({ ...zero, logged_in: false }), shown: null }) }],
    ["the login page", redirect("/login?return_to=x")],
  ])("comes from a signed-out answer told by %s", async (_, reply) => {
    web.server.scenario = { page: reply };
    expect(await web.source().count(QUERY, NEVER)).toMatchObject({ kind: "blocked" });
  });
});
