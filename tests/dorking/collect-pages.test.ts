import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { collect } from "../../src/collect/collector.js";
import { openRun } from "../../src/collect/open-run.js";
import type { DorkingConfiguration } from "../../src/config/configuration.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { Secret } from "../../src/config/secret.js";
import { googleCse } from "../../src/dorking/google-cse/google-cse.js";
import { PAGE_QUESTIONS } from "../../src/dorking/page-questions.js";
import { dorkingPlan } from "../../src/dorking/plan.js";
import { PRACTICE_ENGINE_ID, PRACTICE_GOOGLE_KEY } from "../../src/practice/accounts.js";
import { type PracticeOptions, startPractice } from "../../src/practice/start-practice.js";
import { newFolder } from "../collect/collecting.js";
import { type FakeClock, fakeClock } from "../collect/fake-clock.js";

const queries = dorkingPlan(loadConfiguration().dorking as DorkingConfiguration);

/** A practice server that is closed after the test, and what collects from it into a folder. */
async function practised(clock: FakeClock, options: PracticeOptions = {}) {
  const server = await startPractice({ clock, isMarked: false, ...options });
  onTestFinished(() => server.close());
  const folder = newFolder();
  const collectNow = async () => {
    const source = googleCse({
      url: server.googleUrl,
      service: "https://search.test",
      key: new Secret(PRACTICE_GOOGLE_KEY),
      engineId: PRACTICE_ENGINE_ID,
      clock,
    });
    const identity = { source: source.name, service: source.service };
    return collect({
      kind: PAGE_QUESTIONS,
      queries,
      source,
      run: await openRun({ folder, identity, clock }),
      pace: { lowMs: 1_000, highMs: 2_000 },
      repeats: 1,
      clock,
      random: () => 0.5,
      signal: new AbortController().signal,
    });
  };
  return { server, folder, collectNow };
}

const endOf = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, "provenance.json"), "utf8")).sessions.at(-1).how;

const asked = (requests: readonly { readonly path: string }[]): string[] =>
  requests.map(({ path }) => new URL(path, "http://127.0.0.1").searchParams.get("q") ?? "");

describe("the study's searches for pages, from the practice server through the real client", () => {
  it("each cost one request, and come with evidence and an estimate", async () => {
    const { server, collectNow } = await practised(fakeClock());
    const { rows, isComplete } = await collectNow();
    expect(isComplete).toBe(true);
    expect(rows).toHaveLength(176);
    expect(server.requests).toHaveLength(176);
    expect(rows.every(({ reading }) => reading === "estimate")).toBe(true);
    const listed = rows.map(({ number, readings }) => ({
      number,
      pages: readings[0]?.evidence?.pages ?? [],
    }));
    expect(listed.every(({ number, pages }) => (number === 0) === (pages.length === 0))).toBe(true);
    expect(listed.some(({ number, pages }) => (number ?? 0) > pages.length && pages.length > 0)).toBe(true);
    expect(rows.filter(({ number }) => number === 0).length).toBeGreaterThan(20);
  });

  it("stop at the day's quota, ask nothing more that day, and end the next with each asked once", async () => {
    const clock = fakeClock(new Date("2026-11-03T18:00:00.000Z"));
    const { server, folder, collectNow } = await practised(clock, { googleQuota: { perDay: 100 } });
    const first = await collectNow();
    expect(first.rows.filter(({ outcome }) => outcome === "counted")).toHaveLength(100);
    expect(first.stop?.reason).toMatch(/quota/i);
    expect(first.stop?.advice).toBe(
      "Start again after 2026-11-04 08:00 UTC, with the same run: it goes on where it stopped.",
    );
    expect(endOf(folder)).toMatch(/^stopped: .*\."? Start again after 2026-11-04 08:00 UTC/);
    expect(server.requests).toHaveLength(101);
    clock.forward(3 * 3_600_000);
    expect(await collectNow()).toMatchObject({ asked: 0, isComplete: false });
    expect(server.requests).toHaveLength(101);
    clock.forward(12 * 3_600_000);
    const last = await collectNow();
    expect(last).toMatchObject({ asked: 76, resumed: 100, isComplete: true });
    expect(last.rows.every(({ outcome }) => outcome === "counted")).toBe(true);
    expect(server.requests).toHaveLength(177);
    const answered = asked(server.requests).toSpliced(100, 1);
    expect(new Set(answered).size).toBe(176);
  });

  it("leave key and engine nowhere in what is written", async () => {
    const { folder, collectNow } = await practised(fakeClock(), { googleQuota: { perDay: 3 } });
    await collectNow();
    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
      .join("\n");
    expect(written).toContain("allintitle: Netflix MLFlow");
    expect(written).not.toContain(PRACTICE_GOOGLE_KEY);
    expect(written).not.toContain(PRACTICE_ENGINE_ID);
  });
});
