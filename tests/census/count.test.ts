import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Count,
  countShownByGitHub,
  differenceOfCounts,
  exactCount,
  NOT_MEASURED,
  sumOfCounts,
} from "../../src/census/count.js";

const shown = fc.oneof(
  fc.integer({ min: 0, max: 999 }),
  fc.integer({ min: 10, max: 999 }).map((tenths) => tenths * 100),
  fc.integer({ min: 100, max: 999 }).map((thousands) => thousands * 1_000),
);
const counts = fc.array(shown.map(countShownByGitHub), { minLength: 1, maxLength: 6 });

describe("a count that GitHub's page showed", () => {
  it.each([
    [720, 720, 720],
    [999, 999, 999],
    [1_000, 950, 1_049],
    [1_100, 1_050, 1_149],
    [60_400, 60_350, 60_449],
    [93_000, 92_950, 93_049],
    [197_000, 196_500, 197_499],
    [1_200_000, 1_150_000, 1_249_999],
  ])("%i stands for %i to %i", (value, low, high) => {
    expect(countShownByGitHub(value)).toMatchObject({ value, low, high });
  });

  it("is exact under 1,000 and rounded from there", () => {
    expect(countShownByGitHub(999).reading).toBe("exact");
    expect(countShownByGitHub(1_000).reading).toBe("rounded");
  });

  it("is exact when it is 0, and not measured when it is NaN", () => {
    expect(countShownByGitHub(0)).toEqual(exactCount(0));
    expect(countShownByGitHub(Number.NaN)).toEqual(NOT_MEASURED);
  });
});

describe("a sum of counts", () => {
  it("adds values and ends, and is as vague as its vaguest part", () => {
    expect(sumOfCounts([exactCount(36), countShownByGitHub(1_100)])).toEqual({
      value: 1_136,
      low: 1_086,
      high: 1_185,
      reading: "rounded",
    });
  });

  it("leaves out what was not measured, and is not measured when nothing was", () => {
    expect(sumOfCounts([NOT_MEASURED, exactCount(2)])).toEqual(exactCount(2));
    expect(sumOfCounts([NOT_MEASURED])).toEqual(NOT_MEASURED);
    expect(sumOfCounts([])).toEqual(NOT_MEASURED);
  });

  it("holds the true sum, whatever the true numbers behind the rounding", () => {
    fc.assert(
      fc.property(counts, fc.nat(), (parts, seed) => {
        const truth = parts.reduce((sum, part, i) => sum + within(part, seed + i), 0);
        const { low, high } = sumOfCounts(parts);
        return low <= truth && truth <= high;
      }),
    );
  });
});

describe("a difference of counts", () => {
  it("spans the ends of both", () => {
    expect(differenceOfCounts(countShownByGitHub(4_400), exactCount(400))).toMatchObject({
      value: 4_000,
      low: 3_950,
      high: 4_049,
    });
  });

  it("can be negative, and is not measured when either part is", () => {
    expect(differenceOfCounts(exactCount(1), exactCount(3)).value).toBe(-2);
    expect(differenceOfCounts(NOT_MEASURED, exactCount(3))).toEqual(NOT_MEASURED);
    expect(differenceOfCounts(exactCount(3), NOT_MEASURED)).toEqual(NOT_MEASURED);
  });

  it("holds the true difference", () => {
    fc.assert(
      fc.property(shown, shown, fc.nat(), (a, b, seed) => {
        const [whole, part] = [countShownByGitHub(a), countShownByGitHub(b)];
        const truth = within(whole, seed) - within(part, seed + 1);
        const { low, high } = differenceOfCounts(whole, part);
        return low <= truth && truth <= high;
      }),
    );
  });
});

/** A whole number in a count's interval, picked by a seed. */
function within({ low, high }: Count, seed: number): number {
  return low + (seed % (high - low + 1));
}
