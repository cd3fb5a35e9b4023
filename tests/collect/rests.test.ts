import { describe, expect, it } from "vitest";
import type { JournalRecord } from "../../src/collect/journal-records.js";
import { maybeDue, restsInARow } from "../../src/collect/rests.js";
import { readingRecord, runRecord, TIME } from "./records.js";

const until = "2026-11-03T12:10:00.000Z";
const rest = { kind: "rest", time: TIME, repeat: 1, text: "a in py", until, reason: "slow down" } as const;
const end = (how: string) => ({ kind: "end", time: TIME, how }) as const;
const at = (time: string) => new Date(`2026-11-03T${time}:00.000Z`);

describe("rests in a row", () => {
  it.each<[string, readonly JournalRecord[], number]>([
    ["none", [runRecord], 0],
    ["those since the last number", [runRecord, rest, readingRecord(), rest, rest], 2],
    ["those before a kill too", [runRecord, rest, runRecord, rest], 2],
    ["those before an interruption too", [runRecord, rest, end("interrupted"), runRecord, rest], 2],
    ["not those before the run was stopped", [runRecord, rest, end("stopped: rests"), runRecord, rest], 1],
  ])("are %s", (_case, records, rests) => {
    expect(restsInARow(records)).toBe(rests);
  });
});

describe("a rest that is due", () => {
  it("is what is left of the last one", () => {
    expect(maybeDue([runRecord, rest], at("12:04"))).toEqual({ time: new Date(until), reason: "slow down" });
  });

  it("may stand beside a number", () => {
    const reading = readingRecord({ rest: { until, reason: "slow down" } });
    expect(maybeDue([runRecord, rest, reading], at("12:04"))?.time).toEqual(new Date(until));
  });

  it.each<[string, readonly JournalRecord[], string]>([
    ["nobody asked for one", [runRecord, readingRecord()], "12:04"],
    ["it is over", [runRecord, rest], "12:10"],
  ])("is none where %s", (_case, records, time) => {
    expect(maybeDue(records, at(time))).toBeUndefined();
  });

  it("is never longer than the service asked for, whatever the clock says", () => {
    expect(maybeDue([runRecord, rest], at("02:00"))?.time).toEqual(at("02:10"));
  });
});
