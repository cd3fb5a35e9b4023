import { describe, expect, it } from "vitest";
import { readEndpointAnswer } from "../../../src/mining/web/endpoint-answer.js";
import { LOGIN_HTML, SIGNED_OUT_HTML, SLOW_DOWN_HTML, searchHtml } from "./scenario-server.js";

const NOW = new Date("2026-11-01T10:00:00Z");
const PATH = "/search/blackbird_count";

interface Parts {
  readonly status?: number;
  readonly path?: string;
  readonly body?: string;
  readonly retryAfter?: string | null;
}

function read({ status = 200, path = PATH, body = "", retryAfter = null }: Parts) {
  return readEndpointAnswer(
    { kind: "answer", status, path, body, retryAfter, isHtml: body.startsWith("<") },
    NOW,
  );
}

describe("the count endpoint's answer", () => {
  it.each([
    ['{"count":1234,"failed":false,"mode":"any"}', 1_234, true],
    ['{"count":"1,234","failed":false}', 1_234, true],
    ['{"count":"12"}', 12, false],
    ['{"count":0,"failed":false,"error":""}', 0, true],
    ['{"count":0,"failed":false,"error":null}', 0, true],
    ['{"count":4,"failed":null,"error":[]}', 4, false],
  ])("is a count in %s", (body, count, saysNotFailed) => {
    expect(read({ body })).toEqual({ kind: "count", count, saysNotFailed });
  });

  it.each([
    ['{"count":1234,"failed":true}', /failed to count/],
    ['{"count":0,"failed":"true"}', /failed to count/],
    ['{"count":0,"failed":1}', /failed to count/],
    ['{"count":3,"failed":false,"error":"no"}', /reported an error/],
    ['{"count":0,"failed":false,"error":{"message":"timed out"}}', /reported an error/],
    ['{"count":0,"failed":false,"error":1}', /reported an error/],
    ['{"count":null,"failed":false}', /no number/],
    ['{"count":"many"}', /no number/],
    ['{"count":1.5}', /no number/],
    ['{"count":-1}', /no number/],
    ["{}", /no number/],
    ["[]", /could not be read/],
    ["{", /could not be read/],
  ])("is a fault in %s", (body, remark) => {
    expect(read({ body })).toEqual({ kind: "fault", remark: expect.stringMatching(remark) });
  });

  it.each([500, 502, 504])("is a fault with HTTP %i", (status) => {
    expect(read({ status, body: "<h1>No</h1>" })).toMatchObject({ kind: "fault" });
  });

  it.each([404, 406, 410])("is nothing with HTTP %i", (status) => {
    expect(read({ status, body: "{}" })).toMatchObject({ kind: "nothing" });
  });

  it.each([403, 418, 422])("is a fault with HTTP %i, which may have spoilt the search too", (status) => {
    expect(read({ status, body: "{}" })).toMatchObject({ kind: "fault" });
  });

  it("is a fault where a page comes, whatever words its results hold", () => {
    const body = searchHtml({ results: "<p>secondary rate limit</p>" });
    expect(read({ body, path: "/search" })).toMatchObject({ kind: "fault" });
  });

  it("is a fault where a page comes with HTTP 200 that asks nobody to sign in", () => {
    expect(read({ body: "<title>Oops</title><h1>Something went wrong</h1>" })).toMatchObject({
      kind: "fault",
    });
  });

  it("is that nobody is signed in, by its place or its page", () => {
    const all = [
      { path: "/login", body: LOGIN_HTML },
      { body: LOGIN_HTML },
      { body: SIGNED_OUT_HTML },
      { status: 401 },
    ];
    for (const parts of all) expect(read(parts)).toEqual({ kind: "signed out" });
  });

  it.each([
    [{ status: 429, retryAfter: "30" }, 30_000],
    [{ status: 503, retryAfter: "30" }, 30_000],
    [{ status: 429, retryAfter: "Sun, 01 Nov 2026 10:02:00 GMT" }, 120_000],
    [{ status: 429, retryAfter: "soon" }, undefined],
    [{ status: 403, body: '{"message":"You have exceeded a secondary rate limit."}' }, undefined],
    [{ status: 200, body: '{"message":"You have exceeded a secondary rate limit."}' }, undefined],
    [{ status: 200, body: SLOW_DOWN_HTML }, undefined],
    [{ status: 403, body: "{}", retryAfter: "5" }, 5_000],
  ])("is a wish to slow down: %o", (parts, toldMs) => {
    const answer = read(parts);
    expect(answer.kind).toBe("slow down");
    expect(answer.kind === "slow down" && answer.rest.toldMs).toBe(toldMs);
  });

  it("is a fault where none comes", () => {
    for (const isTimeOut of [true, false]) {
      expect(readEndpointAnswer({ kind: "none", isTimeOut }, NOW)).toMatchObject({ kind: "fault" });
    }
  });
});
