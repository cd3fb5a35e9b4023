import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maybeRetryAfterMs } from "../../src/http/retry-after.js";

const NOW = new Date("2026-11-03T12:00:00Z");

describe("maybeRetryAfterMs", () => {
  it.each([
    ["0", 0],
    ["60", 60_000],
    [" 60 ", 60_000],
    ["1.5", 1_500],
    ["-5", 0],
    ["1m0s", 60_000],
    ["1h2m3s", 3_723_000],
    ["300s", 300_000],
    ["2h", 7_200_000],
    ["-1m0s", 0],
    ["Tue, 03 Nov 2026 12:05:00 GMT", 300_000],
    ["Tuesday, 03-Nov-26 12:05:00 GMT", 300_000],
    ["Tue Nov  3 12:05:00 2026", 300_000],
    ["Tue, 03 Nov 2026 11:00:00 GMT", 0],
  ])("reads %j as %d ms", (header, ms) => {
    expect(maybeRetryAfterMs(header, NOW)).toBe(ms);
  });

  it.each([
    null,
    undefined,
    "",
    "soon",
    "1m0",
    "m",
    "1 minute",
    "60, 60",
    "2026-11-03",
    "0x10",
    "NaN",
    "Infinity",
    "9".repeat(400),
    "Tue, 99 Foo 2026 12:05:00 GMT",
  ])("makes nothing of %j", (header) => {
    expect(maybeRetryAfterMs(header, NOW)).toBeUndefined();
  });

  it("gives a whole number of at least 0 or nothing, whatever is written", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+]?[0-9hms.]{0,9}$/)), (header) => {
        const ms = maybeRetryAfterMs(header, NOW);
        expect(ms === undefined || (Number.isInteger(ms) && ms >= 0)).toBe(true);
      }),
    );
  });
});
