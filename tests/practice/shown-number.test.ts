import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countShownByGitHub } from "../../src/census/count.js";
import { shownNumber } from "../../src/practice/shown-number.js";

describe("a number as the search page shows it", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1_000, "1k"],
    [1_123, "1.1k"],
    [93_000, "93k"],
    [99_949, "99.9k"],
    [99_950, "100k"],
    [197_400, "197k"],
    [999_499, "999k"],
    [999_500, "1M"],
    [4_649_999, "4.6M"],
  ])("shows %i as %s", (count, shown) => {
    expect(shownNumber(count)).toBe(shown);
  });

  it("is read back as an interval that holds the number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000_000 }), (count) => {
        const [, digits, letter] = /^([\d.]+)([kM]?)$/.exec(shownNumber(count)) ?? [];
        const unit = { k: 1_000, M: 1_000_000 }[letter ?? ""] ?? 1;
        const { low, high } = countShownByGitHub(Math.round(Number(digits) * unit));
        expect(low).toBeLessThanOrEqual(count);
        expect(high).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});
