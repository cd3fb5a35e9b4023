import { describe, expect, test } from "vitest";
import { countShownByGitHub, exactCount, NOT_MEASURED } from "../../src/census/count.js";
import { completeSum, countOf } from "../../src/frames/count-columns.js";

describe("the count in a row", () => {
  test("is the row's value, ends and reading", () => {
    expect(countOf({ value: 1_100, low: 1_050, high: 1_149, reading: "rounded" })).toEqual(
      countShownByGitHub(1_100),
    );
  });

  test("without a value is not measured, whatever else stands there", () => {
    expect(countOf({ value: Number.NaN, low: 0, high: 0, reading: "exact" })).toEqual(NOT_MEASURED);
  });

  test.each([
    [{ value: 5, low: 6, high: 7, reading: "exact" }, "low 6, value 5, high 7"],
    [{ value: 5, low: Number.NaN, high: 7, reading: "exact" }, "low NaN"],
    [{ value: 5, low: 5, high: 5, reading: "guess" }, 'found "guess"'],
    [{ value: 5, low: 5, high: 5, reading: "not measured" }, 'found "not measured"'],
  ])("is refused where it contradicts itself: %o", (cells, message) => {
    expect(() => countOf(cells)).toThrow(message);
  });
});

describe("a complete sum", () => {
  test("adds values and ends", () => {
    expect(completeSum([countShownByGitHub(1_100), exactCount(36)])).toEqual({
      value: 1_136,
      low: 1_086,
      high: 1_185,
      reading: "rounded",
    });
  });

  test("is only a lower bound where one part was not measured", () => {
    expect(completeSum([exactCount(5), NOT_MEASURED])).toEqual({
      value: 5,
      low: 5,
      high: Number.POSITIVE_INFINITY,
      reading: "at least",
    });
  });

  test("of nothing, or of nothing measured, is not measured", () => {
    expect(completeSum([])).toEqual(NOT_MEASURED);
    expect(completeSum([NOT_MEASURED])).toEqual(NOT_MEASURED);
  });
});
