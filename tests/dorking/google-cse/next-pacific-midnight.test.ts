import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPacificMidnight } from "../../../src/dorking/google-cse/next-pacific-midnight.js";

const PACIFIC = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "America/Los_Angeles",
  dateStyle: "short",
  timeStyle: "medium",
});

const dayOf = (ms: number) => PACIFIC.format(ms).slice(0, 10);

describe("the next midnight in Los Angeles", () => {
  it.each([
    ["in winter", "2026-11-25T12:00:00Z", "2026-11-26T08:00:00.000Z"],
    ["in summer", "2026-07-01T12:00:00Z", "2026-07-02T07:00:00.000Z"],
    ["before it, in another UTC day", "2026-11-25T07:59:59.999Z", "2026-11-25T08:00:00.000Z"],
    ["at midnight itself", "2026-11-25T08:00:00Z", "2026-11-26T08:00:00.000Z"],
    ["in the day of 23 hours", "2026-03-08T08:00:00Z", "2026-03-09T07:00:00.000Z"],
    ["in the day of 25 hours", "2026-11-01T07:00:00Z", "2026-11-02T08:00:00.000Z"],
    ["at the end of the year", "2027-01-01T00:00:00Z", "2027-01-01T08:00:00.000Z"],
  ])("%s", (_, now, midnight) => {
    expect(nextPacificMidnight(new Date(now)).toISOString()).toBe(midnight);
  });

  it("is after now, at 0 o'clock there, and the first of the next day", () => {
    const times = fc.date({
      min: new Date("1970-01-01"),
      max: new Date("2100-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(times, (now) => {
        const ms = nextPacificMidnight(now).getTime();
        expect(ms).toBeGreaterThan(now.getTime());
        expect(PACIFIC.format(ms)).toMatch(/ 00:00:00$/);
        expect(dayOf(ms)).not.toBe(dayOf(now.getTime()));
        expect(dayOf(ms - 1)).toBe(dayOf(now.getTime()));
      }),
    );
  });
});
