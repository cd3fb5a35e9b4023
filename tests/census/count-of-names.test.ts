import { expect, test } from "vitest";
import { exactCount, NOT_MEASURED } from "../../src/census/count.js";
import { countOfNames } from "../../src/census/count-of-names.js";

const estimate = (value: number, low: number, high: number) =>
  ({ value, low, high, reading: "estimate" }) as const;

test.each([
  ["one name alone keeps its count", [exactCount(3)], exactCount(3)],
  [
    "several names: at least the largest, at most all together",
    [estimate(10, 9, 11), estimate(30, 28, 33)],
    estimate(30, 28, 44),
  ],
  [
    "a name without an upper end leaves the whole without one",
    [exactCount(5), { value: 3, low: 3, high: Number.POSITIVE_INFINITY, reading: "at least" as const }],
    { value: 5, low: 5, high: Number.POSITIVE_INFINITY, reading: "at least" },
  ],
  [
    "so does a name that was not measured",
    [NOT_MEASURED, exactCount(5)],
    { value: 5, low: 5, high: Number.POSITIVE_INFINITY, reading: "at least" },
  ],
  ["no name measured", [NOT_MEASURED, NOT_MEASURED], NOT_MEASURED],
  ["no names", [], NOT_MEASURED],
])("%s", (_case, counts, whole) => {
  expect(countOfNames(counts)).toEqual(whole);
});
