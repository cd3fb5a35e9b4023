import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startPractice } from "../../src/practice/start-practice.js";
import { JOB_FILE, jobStore } from "../../src/sources/job-store.js";
import { QUERIES, quickClock, sourceAt } from "../bigquery/practice-source.js";
import { temporaryFolder } from "../config/conf-file.js";
import { never } from "../dorking/stand-in.js";

const [FIRST = { query: "x", extensions: ["py"] }] = QUERIES;

describe("the job of a run", () => {
  it("is kept in the run's folder from before it is sent, and taken up from there", async () => {
    const folder = temporaryFolder();
    const practice = await startPractice({ bigQuery: { unfinished: 2 } });
    const killed = new AbortController();
    const clock = { ...quickClock(), sleep: async () => killed.abort() };
    const first = sourceAt(practice.url, { kept: jobStore(folder), clock }).count(FIRST, killed.signal);
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
    expect(readdirSync(folder)).toEqual([JOB_FILE]);
    expect(jobStore(folder).load()).toMatchObject({ job: { id: "job_practice_0", location: "US" } });
    const again = await sourceAt(practice.url, { kept: jobStore(folder) }).count(FIRST, never());
    expect(again.kind).toBe("counted");
    expect(practice.requests.map(({ method }) => method)).toEqual(["POST", "POST", "GET", "GET"]);
    await practice.close();
    const once = await sourceAt(practice.url, { kept: jobStore(folder) }).count(FIRST, never());
    expect(once).toMatchObject({ kind: "counted", requests: 0, isPractice: true });
  });

  it("is nothing where no file is, and never a file that is broken", () => {
    const folder = temporaryFolder();
    expect(jobStore(folder).load()).toBeUndefined();
    writeFileSync(join(folder, JOB_FILE), "{");
    expect(() => jobStore(folder).load()).toThrow(/^.*bigquery-job\.json is no JSON\. /);
  });
});
