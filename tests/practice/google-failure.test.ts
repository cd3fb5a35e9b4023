import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Practice, startPractice } from "../../src/practice/start-practice.js";
import { askGoogle } from "./google-visitor.js";

const SERVICE = "customsearch.googleapis.com";

describe("the practice search for pages refuses", () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await startPractice({ clock: { now: () => new Date(0) } });
  });
  afterAll(() => practice.close());

  const refusal = async (fields: Record<string, string | undefined>) => {
    const answer = await askGoogle(practice, { q: "Netflix", ...fields });
    return { status: answer.status, ...(await answer.json()).error };
  };

  it.each([undefined, "", "bad", "somebody-else"])("the key %j, which is not valid", async (key) => {
    const message = "API key not valid. Please pass a valid API key.";
    expect(await refusal({ key })).toEqual({
      status: "INVALID_ARGUMENT",
      code: 400,
      message,
      errors: [{ message, domain: "global", reason: "badRequest" }],
      details: [
        {
          "@type": "type.googleapis.com/google.rpc.ErrorInfo",
          reason: "API_KEY_INVALID",
          domain: "googleapis.com",
          metadata: { service: SERVICE },
        },
      ],
    });
  });

  it.each([
    ["newproject", 403, "PERMISSION_DENIED", "global", "forbidden", /^This project does not have the access/],
    ["apioff", 403, "PERMISSION_DENIED", "usageLimits", "accessNotConfigured", /^Custom Search API has not/],
    [
      "referer",
      403,
      "PERMISSION_DENIED",
      "global",
      "forbidden",
      /^Requests from referer <empty> are blocked/,
    ],
    ["perday", 429, "RESOURCE_EXHAUSTED", "global", "rateLimitExceeded", /'Queries per day' of service/],
    ["permin", 429, "RESOURCE_EXHAUSTED", "global", "rateLimitExceeded", /'Queries per minute per user' of/],
  ])("the key %s with %i", async (key, code, status, domain, reason, message) => {
    expect(await refusal({ key })).toEqual({
      status,
      code,
      message: expect.stringMatching(message),
      errors: [{ message: expect.stringMatching(message), domain, reason }],
    });
  });

  it("the key legacy in the older form, without a status of its own", async () => {
    const answer = await askGoogle(practice, { q: "Netflix", key: "legacy" });
    const { error } = await answer.json();
    expect([answer.status, error.code, error.errors[0].reason]).toEqual([403, 403, "dailyLimitExceeded"]);
    expect(error.message).toMatch(/^Daily Limit Exceeded/);
    expect(error).not.toHaveProperty("status");
  });

  it("the key permin once, and then no more", async () => {
    const other = await startPractice({ clock: { now: () => new Date(0) } });
    const ask = async () => (await askGoogle(other, { key: "permin", q: "Netflix" })).status;
    expect([await ask(), await ask(), await ask()]).toEqual([429, 200, 200]);
    await other.close();
  });

  it.each([
    { cx: undefined },
    { cx: "other-engine" },
    { q: undefined },
    { num: "0" },
    { num: "11" },
    { num: "-1" },
    { num: "ten" },
    { start: "0" },
    { start: "92" },
    { start: "1.5" },
    { start: "" },
  ])("%j", async (fields) => {
    const message = "Request contains an invalid argument.";
    expect(await refusal(fields)).toEqual({
      status: "INVALID_ARGUMENT",
      code: 400,
      message,
      errors: [{ message, domain: "global", reason: "badRequest" }],
    });
  });

  it.each([
    [{ fields: "nothing" }, "fields", /Cannot find matching fields for path 'nothing'/],
    [{ fields: "items(nothing)" }, "fields", /for path 'items.nothing'/],
    [{ q: "Netflix OR Uber" }, "q", /but not OR here/],
    [{ q: '"Netflix' }, "q", /ends with a double quote/],
    [{ exactTerms: "Metaflow" }, "exactTerms", /does not know this field/],
  ])("%j, and says why", async (fields, field, description) => {
    const { details, code } = await refusal(fields);
    expect(code).toBe(400);
    expect(details[0].fieldViolations).toEqual([{ field, description: expect.stringMatching(description) }]);
  });
});

describe("the quota of the practice search", () => {
  const HOUR_MS = 3_600_000;

  /** Asks once a time, in order; only the statuses count. */
  async function statuses(
    times: readonly string[],
    googleQuota: { perDay?: number; perMinute?: number },
    fields: Record<string, string> = {},
  ): Promise<readonly number[]> {
    let now = new Date(0);
    const practice = await startPractice({ googleQuota, clock: { now: () => now } });
    const found: number[] = [];
    for (const time of times) {
      now = new Date(time);
      found.push((await askGoogle(practice, { q: "Netflix", ...fields })).status);
    }
    await practice.close();
    return found;
  }

  it.each([
    ["in summer", "2026-07-02T06:59:59Z", "2026-07-02T07:00:00Z"],
    ["in winter", "2026-12-02T07:59:59Z", "2026-12-02T08:00:00Z"],
    ["on the day when summer begins", "2026-03-09T06:59:59Z", "2026-03-09T07:00:00Z"],
    ["on the day when summer ends", "2026-11-02T07:59:59Z", "2026-11-02T08:00:00Z"],
  ])("begins anew at midnight in Los Angeles, %s", async (_, before, after) => {
    const earlier = new Date(Date.parse(before) - HOUR_MS).toISOString();
    expect(await statuses([earlier, before, before, after], { perDay: 2 })).toEqual([200, 200, 429, 200]);
  });

  it("begins anew with every minute", async () => {
    const times = ["2026-07-02T10:00:00Z", "2026-07-02T10:00:59Z", "2026-07-02T10:01:00Z"];
    expect(await statuses(times, { perMinute: 1 })).toEqual([200, 429, 200]);
  });

  it("does not count what is refused", async () => {
    const times = ["2026-07-02T10:00:00Z", "2026-07-02T10:00:01Z", "2026-07-02T10:01:00Z"];
    expect(await statuses(times, { perDay: 2, perMinute: 1 })).toEqual([200, 429, 200]);
    expect(await statuses(times, { perDay: 0 }, { num: "11" })).toEqual([400, 400, 400]);
  });

  it("says which of the two is used up", async () => {
    const practice = await startPractice({ googleQuota: { perDay: 1 }, clock: { now: () => new Date(0) } });
    await askGoogle(practice, { q: "Netflix" });
    const { error } = await (await askGoogle(practice, { q: "Netflix" })).json();
    expect(error.message).toContain("limit 'Queries per day' of service");
    await practice.close();
  });
});
