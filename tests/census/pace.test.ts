import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maybePace, waitingTime } from "../../src/census/pace.js";

describe("a written pace", () => {
  it.each([
    ["10-30", 10_000, 30_000],
    ["10 - 30", 10_000, 30_000],
    ["0.5-1.5", 500, 1_500],
    ["10–30", 10_000, 30_000],
    ["10 – 30", 10_000, 30_000],
    ["0", 0, 0],
    [" 7 ", 7_000, 7_000],
    [2.5, 2_500, 2_500],
    [0, 0, 0],
  ])("%j is %i to %i ms", (written, lowMs, highMs) => {
    expect(maybePace(written)).toEqual({ lowMs, highMs });
  });

  it.each([
    "",
    "-",
    "30-10",
    "-5",
    "5-",
    "1-2-3",
    "1–2-3",
    "30–10",
    "–5",
    "ten",
    "1e3",
    "1,5",
    "10000-30000",
    -1,
    Number.NaN,
    Infinity,
  ])("%j is none", (written) => {
    expect(maybePace(written)).toBeUndefined();
  });
});

describe("the time that requests wait", () => {
  const pace = { lowMs: 10_000, highMs: 30_000 };

  it("lies between them: twenty waits for twenty-one requests", () => {
    expect(waitingTime(21, pace)).toEqual({ lowMs: 200_000, highMs: 600_000 });
  });

  it("is none for one request and for no request", () => {
    expect(waitingTime(1, pace)).toEqual({ lowMs: 0, highMs: 0 });
    expect(waitingTime(0, pace)).toEqual({ lowMs: 0, highMs: 0 });
  });

  it("grows by one wait a request", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (requests) => {
        const [fewer, more] = [waitingTime(requests, pace), waitingTime(requests + 1, pace)];
        expect(more.highMs - fewer.highMs).toBe(pace.highMs);
        expect(more.lowMs).toBeLessThanOrEqual(more.highMs);
      }),
    );
  });
});
