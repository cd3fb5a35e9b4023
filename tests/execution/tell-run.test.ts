import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openRun } from "../../src/collect/open-run.js";
import { collect } from "../../src/execution/collect.js";
import { tellStopped } from "../../src/execution/tell-run.js";
import type { CommandRunner } from "../../src/setup/command-runner.js";
import { openCensus } from "../../src/sources/open-census.js";
import { readingRecord, runRecord, TIME } from "../collect/records.js";
import { temporaryFolder } from "../config/conf-file.js";
import { codeCell, notebookOf } from "./notebook-of.js";

const QUERIES = ["create", "comment"].map((verb) => ({
  tool: "cml",
  query: `cml ${verb}`,
  extensions: "sh",
  purpose: "metric",
}));
const ENV = { CENSUS_RUN: "first" };
const IDENTITY = { source: "github-web", service: "practice" };
const clock = { now: () => new Date(TIME), sleep: async () => {} };

function project(): { root: string; folder: string } {
  const root = temporaryFolder();
  writeFileSync(join(root, "conf.json"), JSON.stringify(QUERIES));
  mkdirSync(join(root, "notebooks"));
  writeFileSync(join(root, "notebooks", "collection.ipynb"), JSON.stringify(notebookOf(codeCell("1"))));
  return { root, folder: join(root, "data", "practice", "first") };
}

/** A kernel that counts so many of the queries, and comes to an end if it is to. */
async function counts(folder: string, { count, isOver }: { count: number; isOver: boolean }): Promise<void> {
  const run = await openRun({ folder, identity: IDENTITY, clock });
  const texts = QUERIES.slice(0, count).map(({ query }) => `"${query}" path:*.sh`);
  run.append({ ...runRecord, ...IDENTITY }, ...texts.map((text) => readingRecord({ text })));
  if (isOver) run.append({ kind: "end", time: TIME, how: "complete" });
  run.close();
}

/** What is printed, and the error's message. */
async function collected(root: string, run: CommandRunner): Promise<{ said: string; message: string }> {
  const said: string[] = [];
  const print = (line: string): void => void said.push(line);
  const tools = { jupyter: { command: "jupyter", version: "7.0.0" } };
  const message = await collect({ root, args: [], tools, env: ENV, clock, run, print }).then(
    () => "",
    (error: Error) => error.message,
  );
  return { said: said.join("\n"), message };
}

describe("what npm run collect tells where its notebook fails", () => {
  it("is that the counts are kept, where the kernel was killed", async () => {
    const { root, folder } = project();
    const { said, message } = await collected(root, async () => {
      await counts(folder, { count: 1, isOver: false });
      return { status: 1, stdout: "", stderr: "nbclient.exceptions.DeadKernelError: Kernel died\n" };
    });
    expect(said).toContain("Stopped. 1 of 2 are counted and kept in data/practice/first/; started again");
    expect(message).toContain("Kernel died");
  });

  it("is what was counted, where only the executed notebook cannot be saved, and leaves no half file", async () => {
    const { root, folder } = project();
    const { said, message } = await collected(root, async ({ args }) => {
      await counts(folder, { count: 2, isOver: true });
      // What is in the place of the notebook's file is no file.
      mkdirSync(join(folder, "collection.ipynb", "inside"), { recursive: true });
      const out = args.find((arg) => arg.startsWith("--output-dir="))?.slice("--output-dir=".length) ?? "";
      writeFileSync(join(out, "collection.ipynb"), JSON.stringify(notebookOf(codeCell("1"))));
      return { status: 0, stdout: "", stderr: "" };
    });
    expect(said).toContain("2 of 2 queries counted in practice: data/practice/first/output.json");
    expect(said).not.toContain("Stopped");
    expect(message).toMatch(/collection\.ipynb: expected to save the executed notebook here, and .*EISDIR/);
    expect(message).toContain("Then start again.");
    expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  it("is nothing but who has the run, where another process has it", async () => {
    const { root, folder } = project();
    const held = await openRun({ folder, identity: IDENTITY, clock });
    const lock = readdirSync(folder).find((name) => name.startsWith("lock.")) ?? "";
    held.close();
    // One on another machine is taken to be there.
    writeFileSync(join(folder, `${lock.split(".").slice(0, -1).join(".")}.elsewhere`), "");
    const { said, message } = await collected(root, () => Promise.reject(new Error("No kernel is started.")));
    expect(said).toBe("");
    expect(message).toMatch(/^Another process \(\d+ on the machine elsewhere\) collects into/);
  });

  it("is the journal's fault, where that is broken by then, and no stack", async () => {
    const { root, folder } = project();
    const census = openCensus({ root, env: ENV, clock });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "journal.jsonl"), "broken\n{}\n");
    const said: string[] = [];
    tellStopped(census, (line) => said.push(line));
    expect(said).toEqual([expect.stringMatching(/^\nStopped\. .*journal\.jsonl, line 1: expected a record/)]);
  });
});
