import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RETRY_POLICY } from "../../src/collect/retry-policy.js";
import { backOffMs, pauseMs, restMs } from "../../src/collect/waits.js";

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("the pause between two askings", () => {
  it("lies anywhere between the ends of the pace", () => {
    const pace = { lowMs: 10_000, highMs: 30_000 };
    expect(pauseMs(pace, () => 0)).toBe(10_000);
    expect(pauseMs(pace, () => 0.5)).toBe(20_000);
    fc.assert(
      fc.property(random, (drawn) => {
        const ms = pauseMs(pace, () => drawn);
        expect(ms >= 10_000 && ms <= 30_000).toBe(true);
      }),
    );
  });
});

describe("the wait before asking again", () => {
  it.each([
    [1, 10_000],
    [2, 20_000],
    [5, 160_000],
    [6, 300_000],
    [60, 300_000],
  ])("after failure %i is at most %i ms and at least half of it", (failures, whole) => {
    expect(backOffMs(failures, RETRY_POLICY, () => 0)).toBe(whole / 2);
    fc.assert(
      fc.property(random, (drawn) => {
        const ms = backOffMs(failures, RETRY_POLICY, () => drawn);
        expect(ms >= whole / 2 && ms <= whole).toBe(true);
      }),
    );
  });
});

describe("a rest", () => {
  it.each([
    [undefined, 1, 60_000],
    [undefined, 2, 120_000],
    [undefined, 6, 1_920_000],
    [undefined, 7, 3_600_000],
    [undefined, 99, 3_600_000],
    [300_000, 5, 300_000],
    [1_000.2, 1, 1_001],
    [0, 1, 1_000],
    [0, 4, 8_000],
    [0, 99, 3_600_000],
    [-5, 1, 60_000],
    [Number.NaN, 1, 60_000],
    [Number.POSITIVE_INFINITY, 1, 366 * 86_400_000],
  ])("that is told to take %s ms, %i in a row, takes %i", (toldMs, rests, ms) => {
    const told = toldMs === undefined ? {} : { toldMs };
    expect(restMs({ reason: "slow down", ...told }, rests, RETRY_POLICY)).toBe(ms);
  });
});
