import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combineCounts } from "../../src/census/combine-counts.js";
import { type Count, countShownByGitHub, exactCount, NOT_MEASURED } from "../../src/census/count.js";

const atLeast = (value: number): Count => ({
  value,
  low: value,
  high: Number.POSITIVE_INFINITY,
  reading: "at least",
});
const count = fc.oneof(
  fc.nat(900).map(exactCount),
  fc.integer({ min: 10, max: 999 }).map((tenths) => countShownByGitHub(tenths * 100)),
  fc.nat(5_000).map(atLeast),
);
const counts = fc.array(count, { minLength: 1, maxLength: 9 });

describe("several readings of one query", () => {
  it("are the reading itself where there is one, or where all agree", () => {
    expect(combineCounts([exactCount(7)])).toEqual(exactCount(7));
    expect(combineCounts([countShownByGitHub(1_100), countShownByGitHub(1_100)])).toEqual(
      countShownByGitHub(1_100),
    );
  });

  it("are not measured where none is", () => {
    expect(combineCounts([])).toEqual(NOT_MEASURED);
    expect(combineCounts([NOT_MEASURED])).toEqual(NOT_MEASURED);
    expect(combineCounts([NOT_MEASURED, exactCount(3)])).toEqual(exactCount(3));
  });

  it("that differ are an estimate: the median, within all of them", () => {
    expect(combineCounts([exactCount(9), exactCount(2), exactCount(4)])).toEqual({
      value: 4,
      low: 2,
      high: 9,
      reading: "estimate",
    });
  });

  it("of an even number have the lower middle one as their value", () => {
    expect(combineCounts([exactCount(1), exactCount(2), exactCount(3), exactCount(4)]).value).toBe(2);
  });

  it("are a lower bound where one of them is", () => {
    expect(combineCounts([exactCount(4), atLeast(3)])).toEqual({
      value: 3,
      low: 3,
      high: Number.POSITIVE_INFINITY,
      reading: "at least",
    });
  });

  it("hold each reading in their interval, and their value is one that was read", () => {
    fc.assert(
      fc.property(counts, (parts) => {
        const whole = combineCounts(parts);
        expect(parts.map(({ value }) => value)).toContain(whole.value);
        for (const { low, value, high } of parts) {
          expect(whole.low).toBeLessThanOrEqual(low);
          expect(whole.high).toBeGreaterThanOrEqual(high);
          expect(whole.low <= value && value <= whole.high).toBe(true);
        }
      }),
    );
  });

  it("do not depend on their order", () => {
    fc.assert(
      fc.property(counts, (parts) => {
        expect(combineCounts(parts.toReversed())).toEqual(combineCounts(parts));
      }),
    );
  });
});
