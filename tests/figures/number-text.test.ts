import { describe, expect, it } from "vitest";
import {
  boundText,
  countText,
  factorText,
  intervalText,
  percentIntervalText,
  percentText,
  shortCountText,
} from "../../src/figures/number-text.js";

describe("numbers as text", () => {
  it("groups thousands", () => expect(countText(197_000)).toBe("197,000"));

  it("says not measured for NaN, never 0", () => {
    expect([countText(Number.NaN), percentText(Number.NaN), shortCountText(Number.NaN)]).toEqual(
      Array(3).fill("not measured"),
    );
  });

  it("writes 0 where it was measured", () => {
    expect([countText(0), percentText(0), shortCountText(0)]).toEqual(["0", "0.0 %", "0"]);
  });

  it.each([
    [720, "720"],
    [1_136, "1.1k"],
    [93_000, "93k"],
    [197_000, "197k"],
    [1_520_000, "1.5M"],
  ])("shortens %i to %s", (value, text) => expect(shortCountText(value)).toBe(text));

  it("gives small shares two decimals", () => {
    expect([percentText(0.7117), percentText(0.0026)]).toEqual(["71.2 %", "0.26 %"]);
  });

  it("writes factors with three digits, padded", () => {
    expect([1, 1.8, 12, 1_234, 0, 0.5].map(factorText)).toEqual([
      "1.00",
      "1.80",
      "12.0",
      "1,230",
      "0.00",
      "0.500",
    ]);
    expect(factorText(Number.POSITIVE_INFINITY)).toBe("not bounded");
  });

  it("marks a lower bound", () => {
    expect(boundText({ value: 210, high: Number.POSITIVE_INFINITY })).toBe("≥ 210");
    expect(boundText({ value: 1_100, high: 1_149 })).toBe("1,100");
    expect(boundText({ value: Number.NaN, high: Number.NaN })).toBe("not measured");
  });

  it("writes an interval only where there is one", () => {
    expect(intervalText({ low: 1_050, high: 1_149 })).toBe("1,050–1,149");
    expect(intervalText({ low: 720, high: 720 })).toBe("");
    expect(intervalText({ low: Number.NaN, high: Number.NaN })).toBe("");
    expect(intervalText({ low: 100_000, high: Number.POSITIVE_INFINITY })).toBe("at least 100,000");
  });

  it("writes an interval of shares only where its ends read differently", () => {
    expect(percentIntervalText({ low: 0.449, high: 0.816 })).toBe("44.9–81.6 %");
    expect(percentIntervalText({ low: 0.98282, high: 0.98283 })).toBe("");
  });
});
