import fc from "fast-check";
import { expect, test } from "vitest";
import { wilsonInterval } from "../../src/census/wilson-interval.js";

const tallies = fc
  .integer({ min: 1, max: 100_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

test("holds the share, and stays in 0 to 1", () => {
  fc.assert(
    fc.property(tallies, ([successes, trials]) => {
      const { low, high } = wilsonInterval(successes, trials);
      const share = successes / trials;
      return 0 <= low && low <= share && share <= high && high <= 1 && low < high;
    }),
  );
});

test("narrows where the same share is found in more trials", () => {
  fc.assert(
    fc.property(tallies, fc.integer({ min: 2, max: 50 }), ([successes, trials], times) => {
      const [few, many] = [
        wilsonInterval(successes, trials),
        wilsonInterval(successes * times, trials * times),
      ];
      return many.high - many.low < few.high - few.low;
    }),
  );
});

test("is the mirror image where successes and failures change places", () => {
  fc.assert(
    fc.property(tallies, ([successes, trials]) => {
      const [one, other] = [wilsonInterval(successes, trials), wilsonInterval(trials - successes, trials)];
      expect(one.low).toBeCloseTo(1 - other.high, 12);
      expect(one.high).toBeCloseTo(1 - other.low, 12);
    }),
  );
});

test.each([
  [0, 0, 0, 1],
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [4, 9, 0.1888, 0.7333],
])("%i of %i is %d to %d", (successes, trials, low, high) => {
  const interval = wilsonInterval(successes, trials);
  expect(interval.low).toBeCloseTo(low, 3);
  expect(interval.high).toBeCloseTo(high, 3);
});

test.each([
  [2, 1],
  [-1, 1],
  [0.5, 1],
  [Number.NaN, 1],
])("refuses %d of %d", (successes, trials) => {
  expect(() => wilsonInterval(successes, trials)).toThrow(RangeError);
});
