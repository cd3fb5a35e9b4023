import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { collect } from "../../src/collect/collector.js";
import { openRun } from "../../src/collect/open-run.js";
import { CODE_QUESTIONS } from "../../src/mining/code-questions.js";
import { type PracticeOptions, startPractice } from "../../src/practice/start-practice.js";
import { JOB_FILE, jobStore } from "../../src/sources/job-store.js";
import { newFolder } from "../collect/collecting.js";
import { type FakeClock, fakeClock } from "../collect/fake-clock.js";
import { QUERIES, sourceAt } from "./practice-source.js";

/** A practice BigQuery that is closed after the test, and what collects from it into a folder. */
async function practised(clock: FakeClock, bigQuery: PracticeOptions["bigQuery"] = {}) {
  const server = await startPractice({ clock, bigQuery });
  onTestFinished(() => server.close());
  const folder = newFolder();
  const collectNow = async (signal = new AbortController().signal, pause?: () => void) => {
    const sleep: FakeClock["sleep"] = async (ms, given) => {
      pause?.();
      await clock.sleep(ms, given);
    };
    const source = sourceAt(server.bigQueryUrl, { kept: jobStore(folder), clock: { ...clock, sleep } });
    const identity = { source: source.name, service: source.service };
    return collect({
      kind: CODE_QUESTIONS,
      queries: QUERIES,
      source,
      run: await openRun({ folder, identity, clock }),
      pace: { lowMs: 0, highMs: 0 },
      repeats: 1,
      clock,
      random: () => 0.5,
      signal,
    });
  };
  return { server, folder, collectNow };
}

const methods = ({ requests }: { readonly requests: readonly { readonly method: string }[] }) =>
  requests.map(({ method }) => method);

describe("the study's 21 queries, from the practice BigQuery through the real client", () => {
  it("cost one dry run and one query in all, and each is exact", async () => {
    const { server, collectNow } = await practised(fakeClock());
    const { rows, isComplete } = await collectNow();
    expect(isComplete).toBe(true);
    expect(rows.map(({ reading }) => reading)).toEqual(QUERIES.map(() => "exact"));
    expect(methods(server)).toEqual(["POST", "POST"]);
  });

  it("are taken up by a run that was interrupted while the job ran, without a second query", async () => {
    const { server, folder, collectNow } = await practised(fakeClock(), { unfinished: 3 });
    const stop = new AbortController();
    expect(await collectNow(stop.signal, () => stop.abort())).toMatchObject({ interrupted: true });
    expect(JSON.parse(readFileSync(join(folder, JOB_FILE), "utf8"))).toHaveProperty("job.id");
    const { rows, isComplete } = await collectNow();
    expect(isComplete).toBe(true);
    expect(rows).toHaveLength(21);
    expect(methods(server)).toEqual(["POST", "POST", "GET", "GET", "GET"]);
    await collectNow();
    expect(server.requests).toHaveLength(5);
  });

  it("stop before the query where it is over the budget, and nothing else is asked", async () => {
    const { server, collectNow } = await practised(fakeClock(), { bytes: 3 * 2 ** 40 });
    const { rows, stop } = await collectNow();
    expect(stop?.reason).toMatch(
      /^the query would read 3\.0 TiB, 18\.75 USD .* over the budget of 0\.00 USD$/,
    );
    expect(rows.filter(({ outcome }) => outcome === "counted")).toEqual([]);
    expect(methods(server)).toEqual(["POST"]);
  });
});
