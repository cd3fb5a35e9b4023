import { rmSync } from "node:fs";
import { SYSTEM_CLOCK } from "../census/clock.js";
import { type Collection, collect } from "../collect/collector.js";
import { loadJournal } from "../collect/open-journal.js";
import { openRun } from "../collect/open-run.js";
import { provenance } from "../collect/provenance.js";
import { treeMemoryBytes } from "../setup/process-tree.js";
import { setUpFolder } from "../setup/set-up-folder.js";
import type { CensusPart } from "../sources/census-part.js";
import { type Census, openCensus } from "../sources/open-census.js";
import { PRACTICE_DRAFT } from "../sources/run-place.js";

/** What a collection in practice cost, without a pace. */
export interface CollectionMeasurement {
  readonly readings: number;
  /** From the start of what asks (the browser, with its sign-in) to its end. */
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
export function measureCode(root: string, repeats: number): Promise<CollectionMeasurement> {
  const { code } = practiceCensus(root);
  return measurePart({ ...code, repeats });
}

/** Counts the study's searches for pages in practice, once each, with the real client. Errors: those of {@link measureCode} */
export function measurePages(root: string): Promise<CollectionMeasurement> {
  const { pages } = practiceCensus(root);
  if (pages === undefined) throw new Error("conf.json has no dorking: there is nothing to measure.");
  return measurePart(pages);
}

function practiceCensus(root: string): Census {
  const folder = setUpFolder(root, "bench", "run");
  rmSync(folder, { recursive: true, force: true });
  const env = { CENSUS_ENV_FILE: "none", [PRACTICE_DRAFT]: folder };
  return openCensus({ root, env, clock: SYSTEM_CLOCK });
}

async function measurePart<Query, Fields extends object>(
  part: CensusPart<Query, Fields>,
): Promise<CollectionMeasurement> {
  const memoryBytes: number[] = [];
  const started = performance.now();
  const { isComplete } = await collectPart(part, (done) => {
    if (done % SAMPLE_EVERY === 0) memoryBytes.push(treeMemoryBytes(process.pid));
  });
  const seconds = (performance.now() - started) / 1_000;
  if (!isComplete) throw new Error("The collection in practice left queries without a count.");
  const { totals } = provenance(loadJournal(part.run.folder), false);
  const { readings } = totals;
  return {
    readings,
    seconds,
    memoryBytes,
    requests: totals.requests / readings,
    bytes: totals.bytes / readings,
  };
}

async function collectPart<Query, Fields extends object>(
  part: CensusPart<Query, Fields>,
  onCounted: (done: number) => void,
): Promise<Collection<Fields>> {
  const clock = SYSTEM_CLOCK;
  const { source, close } = await part.choice.open(part.run.folder);
  try {
    const identity = { source: source.name, service: source.service };
    const run = await openRun({ folder: part.run.folder, identity, clock });
    let last = 0;
    return await collect({
      ...part,
      ...{ source, run, clock },
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
