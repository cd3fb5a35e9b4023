import { rmSync } from "node:fs";
import { SYSTEM_CLOCK } from "../census/clock.js";
import type { MiningQuery } from "../census/query.js";
import { CODE_QUESTIONS } from "../collect/code-questions.js";
import { type Collection, collect } from "../collect/collector.js";
import { loadJournal } from "../collect/open-journal.js";
import { openRun } from "../collect/open-run.js";
import { provenance } from "../collect/provenance.js";
import { loadConfiguration } from "../config/load-configuration.js";
import { loadSettings } from "../config/load-settings.js";
import { treeMemoryBytes } from "../setup/process-tree.js";
import { setUpFolder } from "../setup/set-up-folder.js";
import { chooseSource } from "../sources/choose-source.js";

/** What a collection in practice cost, without a pace. */
export interface CollectionMeasurement {
  readonly readings: number;
  /** From the start of the browser to its end, sign-in included. */
  readonly seconds: number;
  /** A reading's share of what was sent and came back. */
  readonly requests: number;
  readonly bytes: number;
  /** What this process and its browser held, at every hundredth reading; NaN where the system does not tell. */
  readonly memoryBytes: readonly number[];
}

const SAMPLE_EVERY = 100;

/**
 * Counts the study's queries in practice, `repeats` times each, with a real browser.
 *
 * Errors: an Error when one of them has no count: there is nothing to measure then
 */
export async function measureCollection(root: string, repeats: number): Promise<CollectionMeasurement> {
  const folder = setUpFolder(root, "bench", "run");
  rmSync(folder, { recursive: true, force: true });
  const { queries } = loadConfiguration().mining;
  const memoryBytes: number[] = [];
  const started = performance.now();
  const { isComplete } = await collectInPractice({ root, folder, queries, repeats }, (done) => {
    if (done % SAMPLE_EVERY === 0) memoryBytes.push(treeMemoryBytes(process.pid));
  });
  const seconds = (performance.now() - started) / 1_000;
  if (!isComplete) throw new Error("The collection in practice left queries without a count.");
  const { totals } = provenance(loadJournal(folder), false);
  const readings = totals.readings;
  return {
    readings,
    seconds,
    memoryBytes,
    requests: totals.requests / readings,
    bytes: totals.bytes / readings,
  };
}

async function collectInPractice(
  {
    root,
    folder,
    queries,
    repeats,
  }: { root: string; folder: string; queries: readonly MiningQuery[]; repeats: number },
  onCounted: (done: number) => void,
): Promise<Collection> {
  const clock = SYSTEM_CLOCK;
  const settings = loadSettings({ env: { CENSUS_ENV_FILE: "none" } });
  const choice = chooseSource({ name: "github-web", settings, clock, root });
  const { source, close } = await choice.open();
  try {
    const run = await openRun({ folder, identity: { source: source.name, service: source.service }, clock });
    let last = 0;
    return await collect({
      kind: CODE_QUESTIONS,
      ...{ queries, repeats, source, run, clock },
      pace: { lowMs: 0, highMs: 0 },
      random: Math.random,
      signal: new AbortController().signal,
      onProgress: ({ done }) => {
        if (done !== last) onCounted(done);
        last = done;
      },
    });
  } finally {
    await close();
  }
}
