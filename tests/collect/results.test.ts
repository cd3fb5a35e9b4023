import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { MiningQuery } from "../../src/census/query.js";
import { configurationHash } from "../../src/collect/configuration-hash.js";
import type { JournalRecord } from "../../src/collect/journal-records.js";
import { loadJournal } from "../../src/collect/open-journal.js";
import { remaining } from "../../src/collect/remaining.js";
import { resultRows } from "../../src/collect/result-rows.js";
import { findRun } from "../../src/data/find-run.js";
import { loadRunIn } from "../../src/data/load-run.js";
import { CODE_QUESTIONS } from "../../src/mining/code-questions.js";
import { collectInto, newFolder, PACE } from "./collecting.js";
import { fakeClock } from "./fake-clock.js";
import { counted, failed, fakeSource, queryNamed, rest } from "./fake-source.js";
import { failureRecord, readingRecord, runRecord, TIME } from "./records.js";

const clock = fakeClock();
const source = fakeSource(clock, {});
const hashOf = (queries: readonly MiningQuery[], repeats: number) =>
  configurationHash(queries.map(CODE_QUESTIONS.meaningOf), repeats);
const text = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");
const rowOf = (records: readonly JournalRecord[], repeats = 1) =>
  resultRows({
    kind: CODE_QUESTIONS,
    queries: [queryNamed("a")],
    source,
    repeats,
    records: [runRecord, ...records],
  })[0];

describe("the result file", () => {
  it("has the study's own fields first, then how each number came about, always in one order", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const remarks = ["The page said 4."];
    const source = fakeSource(clock, { a: [counted(3, { remarks })] });
    await collectInto(folder, { clock, source, queries: ["a"] });
    expect(text(folder, "output.json")).toBe(
      `${JSON.stringify(
        [
          {
            tool: "A",
            query: "a",
            extensions: ["py"],
            purpose: ["global"],
            number: 3,
            low: 3,
            high: 3,
            reading: "exact",
            outcome: "counted",
            search: "a in py",
            address: "http://counts.test/?q=a%20in%20py",
            time: TIME,
            source: "fake",
            service: "http://counts.test",
            readFrom: ["page data"],
            remarks,
            readings: [
              {
                repeat: 1,
                number: 3,
                low: 3,
                high: 3,
                reading: "exact",
                time: TIME,
                readFrom: ["page data"],
                remarks,
              },
            ],
          },
        ],
        undefined,
        2,
      )}\n`,
    );
  });

  it("is read by whoever draws a run, whatever the outcomes", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const open = { value: 9, low: 9, high: Number.POSITIVE_INFINITY, reading: "at least" } as const;
    const rounded = { value: 1_100, low: 1_050, high: 1_149, reading: "rounded" } as const;
    const source = fakeSource(clock, {
      a: [counted(0)],
      b: [counted(0, { count: open })],
      c: [counted(0, { count: rounded })],
      d: [counted(4), counted(6)],
      e: [failed("not understood", false)],
      f: [{ kind: "unreadable", reason: "no number" }],
    });
    const queries = [..."abcdefg"];
    await collectInto(folder, { clock, source, queries, repeats: 2 });
    const counts = loadRunIn(findRun("first", join(folder, "..", "..", ".."))).map(({ count }) => count);
    expect(counts.map(({ value, low, high, reading }) => [value, low, high, reading])).toEqual([
      [0, 0, 0, "exact"],
      [9, 9, Number.POSITIVE_INFINITY, "at least"],
      [1_100, 1_050, 1_149, "rounded"],
      [4, 4, 4, "exact"],
      ...Array.from({ length: 3 }, () => [Number.NaN, Number.NaN, Number.NaN, "not measured"]),
    ]);
  });

  it("of practice says so in every row and in the provenance", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const source = fakeSource(clock, {}, { service: "practice" });
    const { rows } = await collectInto(folder, { clock, source });
    expect(rows.every(({ practice, service }) => practice === true && service === "practice")).toBe(true);
    expect(JSON.parse(text(folder, "provenance.json"))).toMatchObject({ practice: true });
  });

  it("of an answer that says it is practice says so too, whatever the service is called", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const source = fakeSource(clock, { a: [counted(4, { isPractice: true })], b: [counted(5)] });
    const { rows } = await collectInto(folder, { clock, source, queries: ["a", "b"] });
    expect(rows.map(({ practice }) => practice)).toEqual([true, undefined]);
    expect(JSON.parse(text(folder, "provenance.json"))).toMatchObject({ practice: true });
  });
});

describe("a row", () => {
  const failure = failureRecord({ reason: "502", pages: ["pages/01-1.html"] });

  it("is null and not measured where nobody asked", () => {
    const row = rowOf([]);
    expect(row).toMatchObject({ number: null, reading: "not measured", outcome: "not asked", readings: [] });
    for (const key of ["low", "high", "time", "reason", "pages", "practice"]) {
      expect(row).not.toHaveProperty(key);
    }
  });

  it("tells its last failure where there is no number", () => {
    const later = failureRecord({ reason: "hung", time: "2026-11-03T13:00:00.000Z" });
    expect(rowOf([failure, later])).toMatchObject({ reason: "hung", time: later.time, outcome: "failed" });
  });

  it("forgets a failure after which it was counted", () => {
    expect(rowOf([failure, readingRecord()])).not.toHaveProperty("reason");
    expect(rowOf([failure, readingRecord()], 2)).not.toHaveProperty("reason");
  });

  it("keeps the first of two readings that a journal holds of one repeat", () => {
    const second = readingRecord({ count: { value: 9, low: 9, high: 9, reading: "exact" } });
    expect(rowOf([readingRecord(), second])).toMatchObject({ number: 3 });
  });

  it("leaves out the readings of repeats that are not wanted any more", () => {
    const second = readingRecord({ repeat: 2, count: { value: 9, low: 9, high: 9, reading: "exact" } });
    expect(rowOf([readingRecord(), second])).toMatchObject({ number: 3, reading: "exact" });
  });
});

describe("the provenance", () => {
  it("tells every session, how it ended, what it cost, and no name", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    clock.onSleep = () => {
      throw new Error("the disk fails too");
    };
    await collectInto(folder, { clock, source: fakeSource(clock, {}) }).catch(() => {});
    delete clock.onSleep;
    const second = fakeSource(clock, { b: [rest(1_000), failed("502"), counted(1)] });
    await collectInto(folder, { clock, source: second });
    const written = JSON.parse(text(folder, "provenance.json"));
    expect(written).toMatchObject({
      source: "fake",
      service: "http://counts.test",
      account: "nothing",
      configuration: hashOf(
        ["a", "b", "c"].map((query) => queryNamed(query)),
        1,
      ),
      repeats: 1,
      paceSeconds: { low: PACE.lowMs / 1_000, high: PACE.highMs / 1_000 },
      versions: { "tracker-census": expect.any(String), node: process.versions.node, browser: "1.0" },
      sessions: [
        { started: TIME, ended: TIME, how: "crashed: Error", asked: 1, requests: 2, bytes: 100 },
        { started: TIME, how: "complete", asked: 4, requests: 6, bytes: 300 },
      ],
      totals: { asked: 5, requests: 8, bytes: 400, readings: 3 },
    });
  });

  it("is there from the start, and knows a session without an end as killed", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const source = fakeSource(clock, {});
    const seen: unknown[] = [];
    source.onAsked = () => seen.push(JSON.parse(text(folder, "provenance.json")).sessions[0].how);
    await collectInto(folder, { clock, source, queries: ["a"] });
    expect(seen).toEqual(["not ended"]);
    const journal = loadJournal(folder).filter(({ kind }) => kind !== "end");
    const { provenance } = await import("../../src/collect/provenance.js");
    expect(provenance([...journal, runRecord], true).sessions.map(({ how }) => how)).toEqual([
      "killed",
      "not ended",
    ]);
  });

  it("takes a session that crashed after its end for crashed", async () => {
    const { provenance } = await import("../../src/collect/provenance.js");
    const time = "2026-11-03T12:00:00.000Z";
    const ends = ["complete", "crashed: RunError"].map((how) => ({ kind: "end", time, how }) as const);
    expect(provenance([runRecord, ...ends], false).sessions[0]?.how).toBe("crashed: RunError");
  });
});

describe("a configuration's hash", () => {
  const query = queryNamed("a", { purposes: ["metric", "logging"] });

  it("is one for one meaning", () => {
    const same = queryNamed("a", { purposes: ["logging", "metric"] });
    expect(hashOf([query], 1)).toBe(hashOf([same], 1));
    expect(hashOf([query], 1)).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it.each([
    ["another query", [queryNamed("b", { purposes: query.purposes })], 1],
    ["another tool", [{ ...query, tool: "B" }], 1],
    ["other extensions", [{ ...query, extensions: ["sh"] }], 1],
    ["another number of repeats", [query], 2],
  ])("is another for %s", (_case, queries, repeats) => {
    expect(hashOf(queries, repeats)).not.toBe(hashOf([query], 1));
  });
});

describe("what remains", () => {
  it("is told before a run, without asking or writing", () => {
    const queries = ["a", "b", "c"].map((query) => queryNamed(query));
    const maybeRefusal = ({ query }: { query: string }) => (query === "c" ? "No." : undefined);
    const records = [runRecord, readingRecord(), failureRecord({ text: "b in py" })];
    const left = remaining({ queries, source: { ...source, maybeRefusal }, repeats: 2, records });
    const names = (wanted: typeof left.toAsk) => wanted.map(({ text, repeat }) => `${text} ${repeat}`);
    expect(names(left.counted)).toEqual(["a in py 1"]);
    expect(names(left.toAsk)).toEqual(["a in py 2", "b in py 2", "b in py 1"]);
    expect(names(left.refused)).toEqual(["c in py 1", "c in py 2"]);
    expect(loadJournal(newFolder())).toEqual([]);
  });
});
