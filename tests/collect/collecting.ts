import { join } from "node:path";
import type { CountSource } from "../../src/census/count-source.js";
import type { MiningQuery } from "../../src/census/query.js";
import { type Collection, type CollectOptions, collect } from "../../src/collect/collector.js";
import type { FileSystem } from "../../src/collect/file-system.js";
import { openRun } from "../../src/collect/open-run.js";
import { CODE_QUESTIONS, type CodeFields } from "../../src/mining/code-questions.js";
import { folderWith } from "../data/folder.js";
import type { FakeClock } from "./fake-clock.js";
import { queryNamed } from "./fake-source.js";

export const PACE = { lowMs: 10_000, highMs: 30_000 };
/** The middle of the pace above: the fake random number is always a half. */
export const PAUSE = 20_000;

/** A run's folder in a project of its own, gone after the test. */
export function newFolder(): string {
  return join(folderWith(), "data", "runs", "first");
}

/** Opens the run in a folder and collects into it; queries are given by their text. */
export async function collectInto(
  folder: string,
  {
    clock,
    source,
    queries = ["a", "b", "c"],
    files,
    ...more
  }: { clock: FakeClock; source: CountSource; queries?: readonly string[]; files?: FileSystem } & Partial<
    Omit<CollectOptions<MiningQuery, CodeFields>, "clock" | "source" | "queries">
  >,
): Promise<Collection<CodeFields>> {
  const identity = { source: source.name, service: source.service };
  const run = await openRun({ folder, identity, clock, random: () => 0.5, ...(files && { files }) });
  return collect({
    kind: CODE_QUESTIONS,
    run,
    queries: queries.map((query) => queryNamed(query)),
    source,
    clock,
    pace: PACE,
    repeats: 1,
    random: () => 0.5,
    signal: new AbortController().signal,
    ...more,
  });
}
