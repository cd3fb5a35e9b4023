import { expect, it } from "vitest";
import { nextUtcDay, utcDay } from "../../src/census/utc-day.js";

it("A day ends at midnight in UTC, and the next one begins there", () => {
  expect(utcDay("2026-01-31T23:59:59.999Z")).toBe("2026-01-31");
  expect(nextUtcDay(new Date("2026-01-31T23:59:59.999Z"))).toEqual(new Date("2026-02-01T00:00:00.000Z"));
  expect(nextUtcDay(new Date("2026-02-01T00:00:00.000Z"))).toEqual(new Date("2026-02-02T00:00:00.000Z"));
});
