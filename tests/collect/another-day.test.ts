import { describe, expect, it } from "vitest";
import { QuotaError } from "../../src/census/errors.js";
import { nextUtcDay } from "../../src/census/utc-day.js";
import { isAnsweredToday } from "../../src/collect/another-day.js";
import { loadJournal } from "../../src/collect/open-journal.js";
import { CODE_QUESTIONS } from "../../src/mining/code-questions.js";
import { collectInto, newFolder } from "./collecting.js";
import { fakeClock } from "./fake-clock.js";
import { counted, fakeSource, notGiven, throws } from "./fake-source.js";
import { readingRecord, runRecord } from "./records.js";

const BY_DAY = { ...CODE_QUESTIONS, isRepeatedByDay: true };
const HOUR = 3_600_000;
const now = new Date("2026-11-03T23:59:59.999Z");

describe("a day", () => {
  it("is that of UTC, and ends at its midnight", () => {
    const records = [runRecord, readingRecord({ text: "a", time: "2026-11-03T00:00:00.000Z" })];
    expect(isAnsweredToday(records, "a", now)).toBe(true);
    expect(isAnsweredToday(records, "b", now)).toBe(false);
    expect(isAnsweredToday(records, "a", nextUtcDay(now))).toBe(false);
    expect(nextUtcDay(now).toISOString()).toBe("2026-11-04T00:00:00.000Z");
  });
});

describe("searches that are repeated on other days", () => {
  it("are each asked once a day, and the run says when to come back", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const source = fakeSource(clock, { a: [counted(10), counted(14), counted(11)] });
    const collectNow = () => collectInto(folder, { clock, source, kind: BY_DAY, queries: ["a"], repeats: 3 });
    const first = await collectNow();
    expect(first).toMatchObject({ isComplete: false, asked: 1 });
    expect(first.stop).toEqual({
      reason: "2 searches are to be repeated on another day.",
      advice: "Start again after 2026-11-04 00:00 UTC, with the same run.",
    });
    expect(await collectNow()).toMatchObject({ asked: 0 });
    clock.forward(24 * HOUR);
    expect(await collectNow()).toMatchObject({ asked: 1, isComplete: false });
    clock.forward(24 * HOUR);
    const last = await collectNow();
    expect(last).toMatchObject({ asked: 1, isComplete: true });
    expect(last.rows[0]).toMatchObject({ number: 11, low: 10, high: 14, reading: "estimate" });
    expect(last.rows[0]?.readings.map(({ number, time }) => [number, time.slice(0, 10)])).toEqual([
      [10, "2026-11-03"],
      [14, "2026-11-04"],
      [11, "2026-11-05"],
    ]);
  });

  it("are asked anew where the answer was that there is no number", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const source = fakeSource(clock, { a: [notGiven("No total."), counted(7)] });
    const collectNow = () => collectInto(folder, { clock, source, kind: BY_DAY, queries: ["a"], repeats: 2 });
    await collectNow();
    clock.forward(24 * HOUR);
    const { rows, isComplete } = await collectNow();
    expect(isComplete).toBe(true);
    expect(rows[0]).toMatchObject({ outcome: "counted", number: 7, remarks: ["No total."] });
    expect(rows[0]?.readings.map(({ number, reading }) => [number, reading])).toEqual([
      [null, "not measured"],
      [7, "exact"],
    ]);
  });
});

describe("an answer without a number", () => {
  it("is kept as such, is no 0, and is not asked for again", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const evidence = { pages: [{ title: "A page", address: "https://a.example/" }] };
    const source = fakeSource(clock, { a: [notGiven("No total.", { evidence })] });
    const first = await collectInto(folder, { clock, source, queries: ["a", "b"] });
    expect(first).toMatchObject({ isComplete: true, asked: 2 });
    expect(first.rows[0]).toMatchObject({
      outcome: "not given",
      number: null,
      reading: "not measured",
      reason: "No total.",
    });
    expect(first.rows[0]).not.toHaveProperty("low");
    expect(first.rows[0]?.readings[0]?.evidence).toEqual(evidence);
    expect(await collectInto(folder, { clock, source, queries: ["a", "b"] })).toMatchObject({ asked: 0 });
  });
});

describe("a quota that is used up", () => {
  const until = new Date("2026-11-03T15:00:00.000Z");

  it("ends the run, asks nothing before it is over, however soon that is, and then goes on", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const source = fakeSource(clock, { b: [throws(new QuotaError("No more today.", until)), counted(2)] });
    const first = await collectInto(folder, { clock, source });
    expect(first).toMatchObject({ isComplete: false, interrupted: false });
    expect(first.stop).toEqual({
      reason: "No more today.",
      advice: "Start again after 2026-11-03 15:00 UTC, with the same run: it goes on where it stopped.",
    });
    expect(first.rows.map(({ outcome }) => outcome)).toEqual(["counted", "not asked", "not asked"]);
    const second = await collectInto(folder, { clock, source });
    expect(second.stop).toEqual(first.stop);
    expect(source.asked).toEqual(["a", "b"]);
    clock.forward(4 * HOUR);
    expect(await collectInto(folder, { clock, source })).toMatchObject({ isComplete: true, asked: 2 });
    expect(source.asked).toEqual(["a", "b", "b", "c"]);
    expect(loadJournal(folder).filter(({ kind }) => kind === "failure")).toEqual([]);
  });

  it("that ends in the past lets the next start ask", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const past = new Date(clock.now().getTime() - HOUR);
    const source = fakeSource(clock, { a: [throws(new QuotaError("No more.", past)), counted(1)] });
    await collectInto(folder, { clock, source });
    expect(await collectInto(folder, { clock, source })).toMatchObject({ isComplete: true });
  });
});
