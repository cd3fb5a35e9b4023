import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { type Clock, SYSTEM_CLOCK } from "../census/clock.js";
import type { MiningQuery } from "../census/query.js";
import { shownPath } from "../census/shown-path.js";
import { type CorpusCounts, corpusCounts } from "./corpus-counts.js";
import type { UnitStore } from "./kept-units.js";
import { listAhead } from "./list-tasks.js";
import { ProgressCount, type ScanProgress } from "./scan-progress.js";
import { scanUnits, type UnitTally } from "./scan-units.js";
import { type Search, type SearchOptions, searchOf } from "./search-options.js";
import { SearchedExtensions } from "./searched-extensions.js";
import { ownThread } from "./task-pool.js";
import { type Unit, unitsOf } from "./unit.js";
import { workerPool } from "./worker-pool.js";

export interface ScanOptions {
  /** Folders and archives. With several, each file's name begins with its place. */
  readonly places: readonly string[];
  readonly queries: readonly MiningQuery[];
  readonly options?: SearchOptions;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ScanProgress) => void;
  readonly clock?: Clock;
  /** Threads beside this one. Default: as many as cores where there are over 50 MB to read, else none. */
  readonly workers?: number;
  readonly store?: UnitStore;
}

/** Below this, starting threads takes longer than they save. */
const WORTH_WORKERS_BYTES = 50 * 1_000 * 1_000;
/**
 * Counts all queries in files, in one pass over their bytes. The result is the same whatever the number of threads.
 *
 * Files that cannot be read are told in the result, and do not stop the scan.
 *
 * Errors: DataFileError where a place cannot be read; PatternError where a query cannot be searched; AbortError
 */
export async function scanCorpus(options: ScanOptions): Promise<CorpusCounts> {
  const search = searchOf(options.queries, options.options ?? {});
  const places = [...new Set(options.places.map((place) => resolve(place)))];
  const units = places.flatMap((place) =>
    unitsOf(place, places.length === 1 ? "" : `${shownPath(place).replaceAll("\\", "/")}/`),
  );
  return corpusCounts(options.queries, search, await scanAll(units, search, options));
}

async function scanAll(
  units: readonly Unit[],
  search: Search,
  { signal = NEVER, clock = SYSTEM_CLOCK, onProgress, workers, store }: ScanOptions,
): Promise<readonly UnitTally[]> {
  const progress = new ProgressCount(() => clock.now().getTime(), onProgress);
  const ahead = listAhead(units, new SearchedExtensions(search.queries), WORTH_WORKERS_BYTES);
  if (ahead.isAll) progress.knowAll(ahead.bytes);
  const count = workers ?? (ahead.isAll ? 0 : availableParallelism());
  const pool = count === 0 ? ownThread(search, signal) : workerPool(search, count);
  const stop = () => void pool.close();
  signal.addEventListener("abort", stop);
  try {
    return await scanUnits({ units, search, pool, progress, signal, ...(store && { store }) });
  } catch (error) {
    if (signal.aborted) throw new DOMException("The scan was stopped.", "AbortError");
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    await pool.close();
  }
}

const NEVER = new AbortController().signal;
