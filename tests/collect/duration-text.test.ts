import { describe, expect, it } from "vitest";
import { durationText } from "../../src/collect/duration-text.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe("a duration in words", () => {
  it.each([
    [210 * SECOND, 630 * SECOND, "3.5 to 10.5 min"],
    [200 * SECOND, 600 * SECOND, "3.3 to 10 min"],
    [50 * SECOND, 150 * SECOND, "50 s to 2.5 min"],
    [10 * SECOND, 30 * SECOND, "10 to 30 s"],
    [0, 30 * SECOND, "0 to 30 s"],
    [0, 10 * MINUTE, "0 to 10 min"],
    [5 * MINUTE, 5 * MINUTE, "5 min"],
    [80 * MINUTE, 3 * HOUR, "80 min to 3 h"],
    [24 * HOUR, 72 * HOUR, "24 h to 3 days"],
    [0, 0, "no time"],
  ])("from %i to %i ms is %s", (lowMs, highMs, text) => {
    expect(durationText({ lowMs, highMs })).toBe(text);
  });
});
