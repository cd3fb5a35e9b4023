import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Count, countShownByGitHub, exactCount } from "../../../src/census/count.js";
import { classify } from "../../../src/mining/web/classify.js";
import { withoutSecrets } from "../../../src/mining/web/ended.js";
import type { EndpointAnswer } from "../../../src/mining/web/endpoint-answer.js";
import type { SearchData } from "../../../src/mining/web/page-data.js";
import type { SearchPage } from "../../../src/mining/web/search-page.js";
import { maybeShownCount } from "../../../src/mining/web/shown-count.js";

const TEXT = '"x" path:*.py';
const asked = { text: TEXT, now: new Date("2026-11-01T10:00:00Z") };

const SEARCH: SearchData = {
  count: 720,
  isWhole: true,
  lacksPages: false,
  listsFiles: false,
  errors: [],
  isSignedIn: true,
  isSignedOut: false,
  isLimited: false,
  hiddenOrganisationCount: 0,
};

function data(changes: Partial<SearchData> = {}): Pick<SearchPage, "data"> {
  return { data: { kind: "search", search: { ...SEARCH, ...changes } } };
}

function shows(text: string, isSure = true): Pick<SearchPage, "shown"> {
  const count = maybeShownCount({ text, before: "", after: "" });
  return { shown: count === undefined ? { kind: "none" } : { kind: "count", count, isSure } };
}

/** A text outside the count's own place. */
const mayShow = (text: string) => shows(text, false);

const PAGE: SearchPage = {
  status: 200,
  retryAfter: null,
  path: "/search",
  isOtherSite: false,
  searchedText: TEXT,
  title: "Code search results · GitHub",
  headings: [],
  mainHeadings: [],
  text: "",
  data: { kind: "absent" },
  shown: { kind: "none" },
  hasResults: false,
  hasFileLinks: false,
  hasLoginForm: false,
  saysIncomplete: false,
  bareText: "",
  isPractice: false,
  practiceNotice: "",
};

const says = (count: number, saysNotFailed = true): EndpointAnswer => ({
  kind: "count",
  count,
  saysNotFailed,
});
const GONE: EndpointAnswer = { kind: "nothing", remark: "gone" };
/** "3 files" and "1.1k files", in whichever place. */
const SEVERAL = {
  kind: "several",
  counts: [exactCount(3), countShownByGitHub(1_100)],
  isSure: false,
} as const;
const FAULT: EndpointAnswer = { kind: "fault", remark: "broken" };
const SLOW: EndpointAnswer = { kind: "slow down", rest: { reason: "slow", toldMs: 5 } };

function judge(page: Partial<SearchPage>, endpoint: EndpointAnswer = GONE) {
  return classify({ page: { ...PAGE, ...page }, endpoint, asked });
}

const bound = (low: number): Count => ({
  value: low,
  low,
  high: Number.POSITIVE_INFINITY,
  reading: "at least",
});

describe("what the answers to a search mean", () => {
  it.each<[string, Partial<SearchPage>, EndpointAnswer, Record<string, unknown>]>([
    ["data alone", data(), GONE, { count: exactCount(720) }],
    ["data and a broken endpoint", data(), FAULT, { count: exactCount(720), remarks: ["broken"] }],
    ["data and endpoint that agree", data(), says(720), { count: exactCount(720), remarks: [] }],
    [
      "data and endpoint that differ",
      data(),
      says(700),
      { count: { value: 700, low: 700, high: 720, reading: "estimate" } },
    ],
    [
      "data above a bound of the text",
      { ...data({ count: 130 }), ...shows("100+ files") },
      GONE,
      { count: exactCount(130) },
    ],
    [
      "data at a bound of the text",
      { ...data({ count: 100 }), ...shows("100+ files") },
      GONE,
      { count: bound(100) },
    ],
    ["limited data", data({ isLimited: true }), says(700), { count: bound(700) }],
    ["hidden organisations", data({ hiddenOrganisationCount: 2 }), GONE, { count: bound(720) }],
    [
      "the text alone",
      shows("1.1k files"),
      GONE,
      { count: { value: 1_100, low: 1_050, high: 1_149, reading: "rounded" } },
    ],
    ["the text's bound alone", shows("More than 100k files"), FAULT, { count: bound(100_000) }],
    ["endpoint within the text", shows("1.1k files"), says(1_080), { count: exactCount(1_080) }],
    ["endpoint above the text's bound", shows("100k+ files"), says(140_000), { count: exactCount(140_000) }],
    ["endpoint at the text's bound", shows("100k+ files"), says(100_000), { count: bound(100_000) }],
    [
      "endpoint outside the text",
      shows("1.1k files"),
      says(900),
      { count: { value: 900, low: 900, high: 1_149, reading: "estimate" } },
    ],
    ["endpoint below the text's bound", shows("100k+ files"), says(900), { count: { ...bound(900) } }],
    [
      "a text that was cut and not rounded",
      shows("1.1k files"),
      says(1_199),
      { count: exactCount(1_199), remarks: [] },
    ],
    [
      "data beside a text that was cut and not rounded",
      { ...data({ count: 1_199 }), ...shows("1.1k files") },
      GONE,
      { count: exactCount(1_199), remarks: ["gone"] },
    ],
    [
      "data that no cutting explains",
      { ...data({ count: 1_200 }), ...shows("1.1k files") },
      GONE,
      { count: { value: 1_200, low: 1_050, high: 1_200, reading: "estimate" } },
    ],
    [
      "an unsure text that the endpoint confirms",
      mayShow("1.1k files"),
      says(1_123),
      { count: exactCount(1_123), remarks: [] },
    ],
    [
      "data beside an unsure text that does not fit",
      { ...data(), ...mayShow("12 files") },
      says(720),
      { count: exactCount(720), remarks: [expect.stringMatching(/12.*does not fit/)] },
    ],
    [
      "data beside an unsure zero",
      { ...data(), ...mayShow("0 files") },
      says(720),
      { count: exactCount(720), remarks: [expect.stringMatching(/0.*does not fit/)] },
    ],
    [
      "data beside several texts",
      { ...data(), shown: SEVERAL },
      says(720),
      { count: exactCount(720), remarks: [expect.stringMatching(/several/)] },
    ],
    [
      "data for somebody signed in, though the endpoint wants a sign-in",
      data(),
      { kind: "signed out" },
      { count: exactCount(720), remarks: [expect.stringMatching(/wants somebody signed in/)] },
    ],
    [
      "a zero of data and endpoint, whatever a lesser heading says",
      { ...data({ count: 0 }), headings: ["Whoa there!", "Something went wrong"] },
      says(0),
      { count: exactCount(0), remarks: [] },
    ],
    ["a zero of the data", data({ count: 0 }), GONE, { count: exactCount(0) }],
    [
      "a zero of data and endpoint",
      { ...data({ count: 0 }), ...shows("0 files") },
      says(0),
      { count: exactCount(0) },
    ],
    ["a zero of text and endpoint", shows("0 files"), says(0), { count: exactCount(0) }],
    ["data and an endpoint that wants a rest", data(), SLOW, { count: exactCount(720), rest: { toldMs: 5 } }],
  ])("counted: %s", (_, page, endpoint, expected) => {
    expect(judge(page, endpoint)).toMatchObject({ kind: "counted", ...expected });
  });

  const zero = data({ count: 0 });
  it.each<[string, Partial<SearchPage>, EndpointAnswer, Record<string, unknown>]>([
    [
      "errors beside a count",
      data({ errors: [{ message: "m", type: "" }] }),
      says(720),
      { mayHelpToAskAgain: true },
    ],
    [
      "an error about the query among others",
      data({
        errors: [
          { message: "m", type: "" },
          { message: "cannot parse", type: "" },
        ],
      }),
      GONE,
      { mayHelpToAskAgain: false },
    ],
    ["HTTP 422", { status: 422 }, GONE, { mayHelpToAskAgain: false }],
    ["no number of pages", data({ lacksPages: true, isWhole: false }), GONE, { mayHelpToAskAgain: true }],
    [
      "a zero without all its fields",
      data({ count: 0, isWhole: false }),
      says(0),
      { mayHelpToAskAgain: true },
    ],
    [
      "a zero with limited results",
      data({ count: 0, isLimited: true }),
      says(0),
      { mayHelpToAskAgain: true },
    ],
    [
      "a zero with hidden results",
      data({ count: 0, hiddenOrganisationCount: 1 }),
      says(0),
      { mayHelpToAskAgain: false },
    ],
    ["a zero and a broken endpoint", zero, FAULT, { mayHelpToAskAgain: true }],
    ["a zero against the endpoint", zero, says(3), { mayHelpToAskAgain: true }],
    ["a count against the endpoint's zero", data(), says(0), { mayHelpToAskAgain: true }],
    ["a zero against the text", { ...zero, ...shows("3 files") }, says(0), { mayHelpToAskAgain: true }],
    ["a zero against several texts", { ...zero, shown: SEVERAL }, says(0), { mayHelpToAskAgain: true }],
    ["a zero beside results", { ...zero, hasResults: true }, says(0), { mayHelpToAskAgain: true }],
    [
      "a count against the text's zero",
      { ...data(), ...shows("0 files") },
      says(720),
      { mayHelpToAskAgain: true },
    ],
    ["the text's zero alone", shows("0 files"), GONE, { mayHelpToAskAgain: true }],
    ["the text's zero against the endpoint", shows("0 files"), says(3), { mayHelpToAskAgain: true }],
    ["the endpoint's zero against the text", shows("3 files"), says(0), { mayHelpToAskAgain: true }],
    [
      "the text's zero with an unsure endpoint",
      shows("0 files"),
      says(0, false),
      { mayHelpToAskAgain: true },
    ],
    ["HTTP 500", { status: 500 }, GONE, { mayHelpToAskAgain: true }],
    [
      "words of a time-out",
      { headings: ["We couldn't respond to your request in time"] },
      GONE,
      { mayHelpToAskAgain: true },
    ],
    [
      "words of a failure over a zero",
      { ...zero, mainHeadings: ["Something went wrong"] },
      says(0),
      { mayHelpToAskAgain: true },
    ],
    [
      "words of a failure in a lesser heading over a zero of the data alone",
      { ...zero, headings: ["Something went wrong"] },
      GONE,
      { mayHelpToAskAgain: true },
    ],
    [
      "words of a failure beside the text's number",
      { ...shows("12 files"), text: "We couldn't respond to your request in time" },
      says(12),
      { mayHelpToAskAgain: true },
    ],
    [
      "a zero beside data that list files",
      data({ count: 0, listsFiles: true }),
      says(0),
      { mayHelpToAskAgain: true },
    ],
    [
      "the text's zero beside results",
      { ...shows("0 files"), hasResults: true },
      says(0),
      { mayHelpToAskAgain: true },
    ],
    [
      "the text's zero beside links to files",
      { ...shows("0 files"), hasFileLinks: true },
      says(0),
      { mayHelpToAskAgain: true },
    ],
    ["an unsure text's zero alone", mayShow("0 files"), GONE, { mayHelpToAskAgain: true }],
  ])("failed: %s", (_, page, endpoint, expected) => {
    expect(judge(page, endpoint)).toMatchObject({ kind: "failed", ...expected });
  });

  it.each<[string, Partial<SearchPage>, EndpointAnswer]>([
    ["nothing to read", {}, GONE],
    ["the endpoint alone", {}, says(720)],
    ["several texts", { shown: SEVERAL }, says(720)],
    ["an unknown form alone", { data: { kind: "unknown" } }, GONE],
    ["an unknown form and the endpoint", { data: { kind: "unknown" } }, says(720)],
    ["an unknown form and the text", { data: { kind: "unknown" }, ...shows("720 files") }, GONE],
    ["an unknown form and two that disagree", { data: { kind: "unknown" }, ...shows("720 files") }, says(7)],
    ["an unknown form and a zero", { data: { kind: "unknown" }, ...shows("0 files") }, says(0)],
    ["another page", { path: "/explore" }, GONE],
    ["another search", { ...data(), searchedText: "other" }, says(720)],
    ["an odd status", { status: 304 }, GONE],
    ["an unsure text alone", mayShow("12 files"), GONE],
    ["an unsure text against the endpoint", mayShow("12 files"), says(720)],
    ["an unsure bound that anything fits", mayShow("More than 12 files"), says(720)],
  ])("unreadable: %s", (_, page, endpoint) => {
    expect(judge(page, endpoint).kind).toBe("unreadable");
  });

  it("takes of several unsure texts the one number that the endpoint's fits, and of those in their place none", () => {
    const shown = (isSure: boolean) => ({ shown: { ...SEVERAL, isSure } });
    expect(judge(shown(false), says(1_123))).toMatchObject({ kind: "counted", count: exactCount(1_123) });
    expect(judge(shown(false), GONE).kind).toBe("unreadable");
    expect(judge(shown(true), says(1_123)).kind).toBe("unreadable");
  });

  it.each([
    ["We couldn't respond to your request in time.", says(0), "failed"],
    ["We couldn't respond to your request in time.", GONE, "failed"],
    ["You have exceeded a secondary rate limit.", GONE, "slow down"],
  ])("never a zero of the data beside the words: %s", (text, endpoint, kind) => {
    expect(judge({ ...zero, text }, endpoint).kind).toBe(kind);
  });

  it("may be asked again where an unsure text stands beside a broken endpoint", () => {
    expect(judge(mayShow("12 files"), FAULT)).toMatchObject({ kind: "failed", mayHelpToAskAgain: true });
  });

  it.each<[string, Partial<SearchPage>, EndpointAnswer]>([
    ["the data", data({ count: 0, isSignedOut: true }), GONE],
    ["the words", { text: "Sign in to search code on GitHub" }, GONE],
    ["the words over a zero", { ...zero, text: "Sign in to search code on GitHub" }, says(0)],
    ["a login form", { hasLoginForm: true }, GONE],
    ["the login page", { path: "/login" }, GONE],
    ["HTTP 401", { status: 401 }, GONE],
    ["the endpoint", data({ isSignedIn: false }), { kind: "signed out" }],
    ["the endpoint beside a zero", zero, { kind: "signed out" }],
    ["the endpoint beside a text", shows("3 files"), { kind: "signed out" }],
  ])("signed out: %s", (_, page, endpoint) => {
    expect(judge(page, endpoint).kind).toBe("signed out");
  });

  it.each<[string, Partial<SearchPage>, EndpointAnswer]>([
    ["HTTP 429", { status: 429 }, GONE],
    [
      "HTTP 403 with words in its text",
      { status: 403, text: "You have exceeded a secondary rate limit" },
      GONE,
    ],
    ["words in a heading", { headings: ["Whoa there!"] }, GONE],
    ["words in a heading over a zero", { ...zero, mainHeadings: ["Whoa there!"] }, says(0)],
    [
      "words in a heading beside an unsure text",
      { ...mayShow("12 files"), headings: ["Whoa there!"] },
      says(12),
    ],
    ["HTTP 403 that says how long", { status: 403, retryAfter: "1" }, GONE],
    ["words in the title", { title: "Rate limit · GitHub" }, GONE],
    ["an endpoint beside a zero", zero, SLOW],
    ["an endpoint beside a text", shows("3 files"), SLOW],
    ["an endpoint beside nothing", {}, SLOW],
  ])("slow down: %s", (_, page, endpoint) => {
    expect(judge(page, endpoint).kind).toBe("slow down");
  });

  it.each<[string, Partial<SearchPage>]>([
    ["HTTP 403", { status: 403 }],
    ["HTTP 404", { status: 404 }],
    ["a captcha", { path: "/sessions/verified-device/captcha" }],
    ["a device check", { path: "/sessions/verified-device" }],
    ["a second factor", { path: "/sessions/two-factor/app" }],
    ["an organisation's sign-in", { path: "/orgs/acme/sso" }],
    ["another site", { isOtherSite: true, path: "/x" }],
  ])("blocked: %s", (_, page) => {
    expect(judge(page)).toMatchObject({ kind: "blocked", advice: expect.stringMatching(/./) });
  });

  it("quotes the service on one line, without secrets, cut after they are blanked", () => {
    const quoted = (message: string): string => {
      const verdict = judge(data({ errors: [{ message, type: "" }] }));
      const shown = withoutSecrets(verdict, { secrets: ["two  blanks", "correct-horse-battery"] });
      return "reason" in shown ? shown.reason : "";
    };
    expect(quoted(`a\n\u0007${"b".repeat(300)}`)).toMatch(/^GitHub says: “a b{284}…$/);
    expect(quoted("said two  blanks")).toBe("GitHub says: “said •••”");
    for (let length = 260; length < 300; length++) {
      expect(quoted(`${"b".repeat(length)}correct-horse-battery`)).not.toContain("bc");
    }
  });

  it("never makes a zero beside any fault, and never a number that nobody gave", () => {
    const number = fc.constantFrom(0, 1, 720, 100_000);
    const shown = fc.constantFrom("0 files", "720 files", "100k files", "More than 100k files", "");
    const search = fc.record({
      count: fc.option(number, { nil: undefined }),
      isWhole: fc.boolean(),
      lacksPages: fc.boolean(),
      errors: fc.constantFrom([], [{ message: "m", type: "" }]),
      listsFiles: fc.boolean(),
      isSignedIn: fc.boolean(),
      isSignedOut: fc.boolean(),
      isLimited: fc.boolean(),
      hiddenOrganisationCount: fc.constantFrom(0, 2),
    });
    const pageData = fc.oneof(
      search.map((one) => ({ kind: "search", search: one }) as const),
      fc.constantFrom({ kind: "absent" } as const, { kind: "unknown" } as const),
    );
    const endpoint = fc.oneof(
      number.map((count) => says(count)),
      fc.constantFrom(GONE, FAULT, SLOW),
    );
    fc.assert(
      fc.property(
        pageData,
        shown,
        fc.boolean(),
        fc.boolean(),
        endpoint,
        (one, text, isSure, isPart, other) => {
          const verdict = judge({ data: one, ...shows(text, isSure), saysIncomplete: isPart }, other);
          if (verdict.kind !== "counted") return;
          const { count } = verdict;
          const given = [
            ...(one.kind === "search" ? [one.search.count] : []),
            ...(other.kind === "count" ? [other.count] : []),
            maybeShownCount({ text, before: "", after: "" })?.value,
          ].filter((value) => value !== undefined);
          expect(given).toContain(count.value);
          expect(count.low).toBeLessThanOrEqual(count.value);
          expect(count.high).toBeGreaterThanOrEqual(count.value);
          if (count.low > 0) return;
          expect(new Set(given)).toEqual(new Set([0]));
          expect(isPart).toBe(false);
          if (one.kind !== "search") return;
          expect(one.search).toMatchObject({
            isWhole: true,
            errors: [],
            isSignedOut: false,
            isLimited: false,
          });
          expect(other).not.toBe(FAULT);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
