import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collect } from "../../src/collect/collector.js";
import { loadJournal } from "../../src/collect/open-journal.js";
import { openRun } from "../../src/collect/open-run.js";
import type { Progress } from "../../src/collect/progress.js";
import { CODE_QUESTIONS } from "../../src/mining/code-questions.js";
import { collectInto, newFolder, PAUSE } from "./collecting.js";
import { fakeClock, START } from "./fake-clock.js";
import { counted, failed, fakeSource, queryNamed, rest, throws } from "./fake-source.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const kinds = (folder: string) => loadJournal(folder).map(({ kind }) => kind);
const json = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));

describe("a collection", () => {
  it("asks every query once, in order, with the pace between and no wait before or after", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, { b: [counted(7)] });
    const collection = await collectInto(newFolder(), { clock, source });
    expect(source.asked).toEqual(["a", "b", "c"]);
    expect(clock.slept).toEqual([PAUSE, PAUSE]);
    expect(collection).toMatchObject({ interrupted: false, asked: 3, resumed: 0, isComplete: true });
    expect(collection.rows.map(({ number }) => number)).toEqual([1, 7, 1]);
    expect(source.closed).toBe(1);
  });

  it("asks all queries once before it asks them again", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, { a: [counted(4), counted(2), counted(9)] });
    const { rows } = await collectInto(newFolder(), { clock, source, queries: ["a", "b"], repeats: 3 });
    expect(source.asked).toEqual(["a", "b", "a", "b", "a", "b"]);
    expect(rows[0]).toMatchObject({ number: 4, low: 2, high: 9, reading: "estimate" });
    expect(rows[0]?.readings.map(({ repeat, number }) => [repeat, number])).toEqual([
      [1, 4],
      [2, 2],
      [3, 9],
    ]);
  });

  it("has each reading on disk before it asks the next", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const source = fakeSource(clock, {});
    const stored: number[] = [];
    source.onAsked = () => stored.push(loadJournal(folder).filter(({ kind }) => kind === "reading").length);
    await collectInto(folder, { clock, source });
    expect(stored).toEqual([0, 1, 2]);
  });

  it("that is taken up again asks what is missing, and what was changed", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    await collectInto(folder, { clock, source: fakeSource(clock, {}), queries: ["a", "b"] });
    const source = fakeSource(clock, {});
    const collection = await collectInto(folder, { clock, source, queries: ["b", "changed", "a"] });
    expect(source.asked).toEqual(["changed"]);
    expect(collection).toMatchObject({ asked: 1, resumed: 2, isComplete: true });
    expect(clock.slept).toEqual([PAUSE]);
  });

  it("keeps a reading whose tool and purpose are named anew, and asks a changed extension", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    await collectInto(folder, { clock, source: fakeSource(clock, {}), queries: ["a", "b"] });
    const source = fakeSource(clock, {});
    const run = await openRun({ folder, identity: { source: source.name, service: source.service }, clock });
    const queries = [
      queryNamed("a", { tool: "Other", purposes: ["metric"] }),
      queryNamed("b", { extensions: ["ipynb"] }),
    ];
    const signal = new AbortController().signal;
    const pace = { lowMs: 0, highMs: 0 };
    const options = {
      run,
      kind: CODE_QUESTIONS,
      queries,
      source,
      pace,
      repeats: 1,
      clock,
      random: () => 0.5,
      signal,
    };
    const { rows } = await collect(options);
    expect(source.asked).toEqual(["b"]);
    expect(rows[0]).toMatchObject({ tool: "Other", purpose: ["metric"], number: 1 });
  });

  it("asks one text once, however many entries have it", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, {});
    const { rows } = await collectInto(newFolder(), { clock, source, queries: ["a", "b", "a"] });
    expect(source.asked).toEqual(["a", "b"]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["counted", "counted", "counted"]);
  });

  it("does not ask what the source refuses", async () => {
    const clock = fakeClock();
    const maybeRefusal = ({ query }: { query: string }) =>
      query === "b" ? "It knows no regular expressions." : undefined;
    const source = fakeSource(clock, {}, { maybeRefusal });
    const collection = await collectInto(newFolder(), { clock, source });
    expect(source.asked).toEqual(["a", "c"]);
    expect(collection.isComplete).toBe(false);
    expect(collection.rows[1]).toMatchObject({
      outcome: "not asked",
      reason: "It knows no regular expressions.",
      advice: expect.stringContaining("another source"),
      number: null,
    });
    expect(collection.rows[1]).not.toHaveProperty("time");
  });

  it("asks first what was never asked, so that a page which nobody can read keeps nothing else from being asked", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const answers = { a: [{ kind: "unreadable", reason: "odd" } as const] };
    const first = await collectInto(folder, { clock, source: fakeSource(clock, answers) });
    expect(first.stop).toMatchObject({ reason: "odd" });
    const again = fakeSource(clock, answers);
    const { rows } = await collectInto(folder, { clock, source: again });
    expect(again.asked).toEqual(["b", "c", "a"]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["unreadable", "counted", "counted"]);
  });

  it("refuses a source that is not that of the run", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const run = await openRun({ folder, identity: { source: "other", service: "x" }, clock });
    const source = fakeSource(clock, {});
    const signal = new AbortController().signal;
    const pace = { lowMs: 0, highMs: 0 };
    const options = {
      run,
      kind: CODE_QUESTIONS,
      queries: [],
      source,
      pace,
      repeats: 1,
      clock,
      random: () => 0.5,
      signal,
    };
    await expect(collect(options)).rejects.toThrow("cannot hold numbers of fake");
  });
});

describe("a service that is down", () => {
  const QUERIES = ["a", "b", "c", "d", "e", "f", "g"];
  const down = (queries: readonly string[]) =>
    Object.fromEntries(queries.map((query) => [query, [failed("no answer")]]));

  it("is asked for five searches, and then left alone; what is left is asked the next time", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const source = fakeSource(clock, down(QUERIES));
    const { stop, rows, isComplete } = await collectInto(folder, { clock, source, queries: QUERIES });
    expect(stop?.reason).toBe("5 searches in a row had no answer, each after several attempts.");
    expect(isComplete).toBe(false);
    expect(rows.map(({ outcome }) => outcome)).toEqual([
      ...["failed", "failed", "failed", "failed", "failed"],
      ...["not asked", "not asked"],
    ]);
    const again = await collectInto(folder, { clock, source: fakeSource(clock, {}), queries: QUERIES });
    expect(again).toMatchObject({ isComplete: true, asked: 7 });
  });

  it("is not taken for down where one search in between is answered, or refused for good", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const answers = { ...down(QUERIES), d: [counted(1)], g: [failed("not understood", false)] };
    const { stop } = await collectInto(folder, {
      clock,
      source: fakeSource(clock, answers),
      queries: QUERIES,
    });
    expect(stop).toBeUndefined();
  });
});

describe("a failure", () => {
  it("that may pass is asked again, ever later, and then counted", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, { a: [failed("time-out"), failed("502"), counted(5)] });
    const pace = { lowMs: 0, highMs: 0 };
    const { rows, asked } = await collectInto(newFolder(), { clock, source, pace, queries: ["a"] });
    expect(clock.slept).toEqual([7_500, 15_000]);
    expect(asked).toBe(3);
    expect(rows[0]).toMatchObject({ outcome: "counted", number: 5 });
    expect(rows[0]).not.toHaveProperty("reason");
  });

  it("never waits less than the pace before it asks again", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, { a: [failed("time-out"), counted(5)] });
    await collectInto(newFolder(), { clock, source, queries: ["a"] });
    expect(clock.slept).toEqual([PAUSE]);
  });

  it("that stays is given up after four askings, and the run goes on", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const source = fakeSource(clock, { b: [failed("time-out")] });
    const collection = await collectInto(folder, { clock, source });
    expect(source.asked).toEqual(["a", "b", "b", "b", "b", "c"]);
    expect(collection).toMatchObject({ isComplete: false, interrupted: false });
    expect(collection).not.toHaveProperty("stop");
    expect(collection.rows[1]).toMatchObject({ outcome: "failed", number: null, reason: "time-out" });
    expect(kinds(folder).filter((kind) => kind === "failure")).toHaveLength(4);
  });

  it("is asked again by the next session", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    await collectInto(folder, { clock, source: fakeSource(clock, { b: [failed("502")] }) });
    const source = fakeSource(clock, {});
    const { isComplete } = await collectInto(folder, { clock, source });
    expect(source.asked).toEqual(["b"]);
    expect(isComplete).toBe(true);
  });

  it("that cannot pass is asked once, for all repeats", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, { a: [failed("not understood", false)] });
    const { rows } = await collectInto(newFolder(), { clock, source, queries: ["a", "b"], repeats: 2 });
    expect(source.asked).toEqual(["a", "b", "b"]);
    expect(rows[0]).toMatchObject({ outcome: "failed", reason: "not understood" });
  });

  it("of one repeat leaves the row its other readings, and says why one is missing", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, { a: [counted(3), failed("not understood", false)] });
    const collection = await collectInto(newFolder(), { clock, source, queries: ["a"], repeats: 2 });
    expect(collection.isComplete).toBe(false);
    expect(collection.rows[0]).toMatchObject({ outcome: "counted", number: 3, reason: "not understood" });
  });

  it("keeps its pages, each under a name of its own", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const page = { html: "<p>é</p>", screenshot: new Uint8Array([1, 2]) };
    const answer = { kind: "failed", reason: "502", mayHelpToAskAgain: true, page } as const;
    const { rows } = await collectInto(folder, { clock, source: fakeSource(clock, { b: [answer] }) });
    expect(readdirSync(join(folder, "pages"))).toEqual(
      [1, 2, 3, 4].flatMap((failure) => [`02-${failure}.html`, `02-${failure}.png`]),
    );
    expect(rows[1]?.pages).toEqual(["pages/02-4.html", "pages/02-4.png"]);
    expect(readFileSync(join(folder, "pages", "02-1.html"), "utf8")).toBe("<p>é</p>");
    expect([...readFileSync(join(folder, "pages", "02-1.png"))]).toEqual([1, 2]);
  });
});

describe("a request to wait", () => {
  it("is followed as told, and costs no attempt", async () => {
    const clock = fakeClock();
    const answers = [rest(300_000), failed("502"), rest(90_000), failed("502"), failed("502"), counted(1)];
    const source = fakeSource(clock, { a: answers });
    const { rows } = await collectInto(newFolder(), { clock, source, queries: ["a"] });
    expect(clock.slept).toEqual([300_000, PAUSE, 90_000, PAUSE, 30_000]);
    expect(rows[0]).toMatchObject({ outcome: "counted", number: 1 });
  });

  it("that tells no time is followed for a minute, twice as long each time, until a number comes", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, { a: [rest(), rest(), counted(1)], b: [rest(), counted(1)] });
    await collectInto(newFolder(), { clock, source, queries: ["a", "b"] });
    expect(clock.slept).toEqual([MINUTE, 2 * MINUTE, PAUSE, MINUTE]);
  });

  it("that comes six times in a row stops the run, which says when to go on", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, { b: [rest()] });
    const { stop, rows } = await collectInto(newFolder(), { clock, source });
    expect(source.asked).toEqual(["a", "b", "b", "b", "b", "b", "b"]);
    expect(clock.slept).toEqual([PAUSE, ...[1, 2, 4, 8, 16].map((minutes) => minutes * MINUTE)]);
    expect(stop?.reason).toBe("The service asked for a rest 6 times in a row: too many requests");
    expect(stop?.advice).toBe(
      "Start again after 2026-11-03 13:04 UTC, with the same run: it goes on where it stopped.",
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(["counted", "not asked", "not asked"]);
  });

  it("of more than six hours stops the run at once, and so does taking it up too early", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const told = fakeSource(clock, { a: [rest(8 * HOUR)] });
    const { stop } = await collectInto(folder, { clock, source: told });
    expect(clock.slept).toEqual([]);
    expect(stop?.reason).toBe("The service asks for a rest until 2026-11-03 20:00 UTC: too many requests");
    const source = fakeSource(clock, {});
    expect((await collectInto(folder, { clock, source })).stop?.advice).toContain("20:00 UTC");
    expect(source.asked).toEqual([]);
    clock.forward(3 * HOUR);
    expect((await collectInto(folder, { clock, source })).isComplete).toBe(true);
    expect(clock.slept[0]).toBe(5 * HOUR);
  });

  it("beside a number makes the next asking wait, also in a later session", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const slow = { rest: { reason: "slow down", toldMs: 2 * MINUTE } };
    const source = fakeSource(clock, { a: [counted(1, slow)] });
    await collectInto(folder, { clock, source, queries: ["a"] });
    expect(clock.slept).toEqual([]);
    clock.forward(MINUTE);
    await collectInto(folder, { clock, source, queries: ["a", "b"] });
    expect(clock.slept).toEqual([MINUTE]);
  });

  it("during which the run is killed is waited for by the next session, for what is left of it", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    clock.onSleep = () => {
      throw new Error("killed");
    };
    const killed = collectInto(folder, { clock, source: fakeSource(clock, { a: [rest(10 * MINUTE)] }) });
    await expect(killed).rejects.toThrow("killed");
    const later = fakeClock(new Date(START.getTime() + 4 * MINUTE));
    await collectInto(folder, { clock: later, source: fakeSource(later, {}), queries: ["a"] });
    expect(later.slept).toEqual([6 * MINUTE]);
  });

  it("is not waited for longer than it was told where the clock was set back", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    await collectInto(folder, { clock, source: fakeSource(clock, { a: [rest(7 * HOUR)] }) });
    const earlier = fakeClock(new Date(START.getTime() - 48 * HOUR));
    const { stop } = await collectInto(folder, { clock: earlier, source: fakeSource(earlier, {}) });
    expect(stop?.reason).toContain("2026-11-01 19:00 UTC");
  });
});

describe("a source that must not be asked any more", () => {
  const page = { html: "<p>captcha</p>" };

  it.each([
    [{ kind: "blocked", reason: "a captcha", advice: "Solve it.", page } as const, "Solve it."],
    [{ kind: "unreadable", reason: "no number", page } as const, "The page is kept in the run's folder"],
  ])("stops the run and keeps the page: %o", async (answer, advice) => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const source = fakeSource(clock, { b: [answer] });
    const { stop, rows, isComplete } = await collectInto(folder, { clock, source });
    expect(source.asked).toEqual(["a", "b"]);
    expect(stop?.reason).toBe(answer.reason);
    expect(stop?.advice).toContain(advice);
    expect(isComplete).toBe(false);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["counted", answer.kind, "not asked"]);
    expect(rows[1]).toMatchObject({ number: null, reason: answer.reason, pages: ["pages/02-1.html"] });
    expect(json(folder, "provenance.json").sessions[0].how).toBe(`stopped: ${answer.reason}`);
  });
});

describe("an interruption", () => {
  const interruptedAt = async (when: "before" | "asked" | "waiting", answer = counted(1)) => {
    const [clock, folder, stop] = [fakeClock(), newFolder(), new AbortController()];
    const source = fakeSource(clock, { b: [answer] });
    if (when === "before") stop.abort();
    if (when === "asked") source.onAsked = (_query, asked) => void (asked === 2 && stop.abort());
    if (when === "waiting") clock.onSleep = () => stop.abort();
    const collection = await collectInto(folder, { clock, source, signal: stop.signal });
    return { collection, folder, source };
  };

  it.each([
    ["before the first asking", () => interruptedAt("before"), ["not asked", "not asked", "not asked"]],
    ["during a wait", () => interruptedAt("waiting"), ["counted", "not asked", "not asked"]],
    [
      "during an asking that then says so",
      () => interruptedAt("asked", throws(new DOMException("aborted", "AbortError"))),
      ["counted", "not asked", "not asked"],
    ],
    [
      "during an asking that then breaks",
      () => interruptedAt("asked", throws(new Error("Target closed"))),
      ["counted", "not asked", "not asked"],
    ],
    [
      "during an asking that then fails",
      () => interruptedAt("asked", failed("connection lost")),
      ["counted", "not asked", "not asked"],
    ],
    [
      "during an asking that gives a number all the same",
      () => interruptedAt("asked"),
      ["counted", "counted", "not asked"],
    ],
  ])("%s ends the run in order, and it can be taken up again", async (_case, interrupt, outcomes) => {
    const { collection, folder, source } = await interrupt();
    expect(collection).toMatchObject({ interrupted: true, isComplete: false });
    expect(collection.rows.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(json(folder, "output.json")).toEqual(JSON.parse(JSON.stringify(collection.rows)));
    expect(json(folder, "provenance.json").sessions[0].how).toBe("interrupted");
    expect(source.closed).toBe(1);
    const clock = fakeClock();
    const again = fakeSource(clock, {});
    expect((await collectInto(folder, { clock, source: again })).isComplete).toBe(true);
    expect(again.asked).toEqual(["a", "b", "c"].filter((_, place) => outcomes[place] !== "counted"));
  });
});

describe("a fault of the source's own", () => {
  it.each([
    ["an exception", throws(new TypeError("x is not a function"))],
    ["a number that is none", counted(Number.NaN)],
  ])("(%s) ends the run with it, closes all, loses nothing", async (_case, answer) => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const source = fakeSource(clock, { b: [answer] });
    await expect(collectInto(folder, { clock, source })).rejects.toThrow(TypeError);
    expect(source.closed).toBe(1);
    expect(existsSync(join(folder, "output.json"))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith("lock"))).toEqual([]);
    expect(json(folder, "provenance.json").sessions[0].how).toBe("crashed: TypeError");
    const again = fakeSource(clock, {});
    expect((await collectInto(folder, { clock, source: again })).isComplete).toBe(true);
    expect(again.asked).toEqual(["b", "c"]);
  });

  it("is told even where it cannot be closed", async () => {
    const clock = fakeClock();
    const close = () => Promise.reject(new Error("no browser"));
    const source = fakeSource(clock, { a: [throws(new TypeError("a bug"))] }, { close });
    await expect(collectInto(newFolder(), { clock, source })).rejects.toThrow("a bug");
  });

  it("before the first record leaves a run that can be begun", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    const maybeRefusal = () => {
      throw new TypeError("a bug");
    };
    const source = fakeSource(clock, {}, { maybeRefusal });
    await expect(collectInto(folder, { clock, source })).rejects.toThrow("a bug");
    const again = await collectInto(folder, { clock, source: fakeSource(clock, {}) });
    expect(again.isComplete).toBe(true);
  });

  it("that is told as nothing at all ends the run with an error all the same", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, {}, { count: () => Promise.reject(undefined) });
    await expect(collectInto(newFolder(), { clock, source })).rejects.toThrow(
      "The source failed, and did not say why.",
    );
  });

  it("that sends another text than it said is found out", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, {});
    const other = { ...source, textOf: ({ query }: { query: string }) => `${query}!` };
    await expect(collectInto(newFolder(), { clock, source: other })).rejects.toThrow(
      "The source sent a in py where it meant a!",
    );
  });
});

describe("the progress", () => {
  it("is told at every change: what is asked, what was counted, what is waited for and why", async () => {
    const clock = fakeClock();
    const source = fakeSource(clock, { b: [failed("502"), failed("not understood", false)] });
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => void told.push(progress);
    await collectInto(newFolder(), { clock, source, queries: ["a", "b"], onProgress });
    const [a, b] = [
      { position: 1, label: "A", text: "a in py", repeat: 1 },
      { position: 2, label: "A", text: "b in py", repeat: 1 },
    ];
    const start = { done: 0, total: 2, counted: 0, failures: 0 };
    const half = { done: 1, total: 2, counted: 1, failures: 0 };
    expect(told).toEqual([
      start,
      { ...start, current: a },
      half,
      { ...half, current: b, waiting: { ms: PAUSE, until: "2026-11-03T12:00:20.000Z", why: "the pace" } },
      { ...half, current: b },
      { ...half, current: b, waiting: { ms: PAUSE, until: "2026-11-03T12:00:40.000Z", why: "the pace" } },
      { ...half, current: b },
      { done: 2, total: 2, counted: 1, failures: 1 },
    ]);
  });

  it("never says that something is asked which is not, where it is stopped while it waits", async () => {
    const [clock, stop] = [fakeClock(), new AbortController()];
    clock.onSleep = () => stop.abort();
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => void told.push(progress);
    const source = fakeSource(clock, {});
    await collectInto(newFolder(), { clock, source, queries: ["a", "b"], signal: stop.signal, onProgress });
    expect(source.asked).toEqual(["a"]);
    expect(told.at(-1)).toMatchObject({
      done: 1,
      current: { text: "b in py" },
      waiting: { why: "the pace" },
    });
  });

  it("counts what the source cannot ask as neither done nor failed", async () => {
    const clock = fakeClock();
    const maybeRefusal = ({ query }: { query: string }) => (query === "b" ? "It cannot." : undefined);
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => void told.push(progress);
    const source = fakeSource(clock, {}, { maybeRefusal });
    await collectInto(newFolder(), { clock, source, queries: ["a", "b"], onProgress });
    const start = { done: 0, total: 1, counted: 0, failures: 0, refused: 1 };
    expect(told[0]).toEqual(start);
    expect(told.at(-1)).toEqual({ ...start, done: 1, counted: 1 });
  });

  it("begins with what is there already, and says why it waits", async () => {
    const [clock, folder] = [fakeClock(), newFolder()];
    await collectInto(folder, { clock, source: fakeSource(clock, {}), queries: ["a"] });
    const source = fakeSource(clock, { b: [rest(5 * MINUTE), failed("502"), counted(1)] });
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => void told.push(progress);
    const pace = { lowMs: 0, highMs: 0 };
    await collectInto(folder, { clock, source, queries: ["a", "b"], onProgress, pace });
    expect(told[0]).toEqual({ done: 1, total: 2, counted: 1, failures: 0 });
    expect(told.flatMap(({ waiting }) => waiting?.why ?? [])).toEqual([
      "too many requests",
      "asking again (2 of 4): 502",
    ]);
  });
});
