import { setImmediate as turn } from "node:timers/promises";
import { addTally } from "./add-to-tally.js";
import { type KeptUnit, maybeKeptTally, type UnitStore, unitKey } from "./kept-units.js";
import { type ListedTask, listTasks, markOf } from "./list-tasks.js";
import type { ProgressCount } from "./scan-progress.js";
import type { Search } from "./search-options.js";
import { SearchedExtensions } from "./searched-extensions.js";
import { emptyTally, type Tally } from "./tally.js";
import type { TaskPool } from "./task-pool.js";
import { archiveState, isArchive, type Unit } from "./unit.js";

export interface UnitTally {
  readonly unit: Unit;
  readonly tally: Tally;
}

export interface ScanUnitsOptions {
  readonly units: readonly Unit[];
  readonly search: Search;
  readonly pool: TaskPool;
  readonly progress: ProgressCount;
  readonly signal: AbortSignal;
  readonly store?: UnitStore;
}

/** The list of files to read is at most so many tasks ahead of those that are read. */
const MOST_AHEAD = 4_000;

/** Scans units in their order; each is kept as soon as it is done. */
export async function scanUnits(options: ScanUnitsOptions): Promise<readonly UnitTally[]> {
  const { units, search, progress, signal, store } = options;
  const extensions = new SearchedExtensions(search.queries);
  const results: UnitTally[] = [];
  const line = new Line();
  for (const unit of units) {
    signal.throwIfAborted();
    const key = unitKey(unit, search);
    const kept = store && maybeKeptTally(store, key, () => markOf(unit, extensions));
    const tally = kept ?? emptyTally();
    results.push({ unit, tally });
    if (kept) {
      const bytes = isArchive(unit) ? archiveState(unit.root).bytes : kept.searched.bytes;
      progress.know(bytes);
      progress.done(kept.files, bytes);
      continue;
    }
    const mark = await sendTasks(unit, extensions, tally, line, options);
    await line.add(async () => store?.save(key, { mark, tally } satisfies KeptUnit));
  }
  progress.listed();
  await line.end();
  return results;
}

/** Returns: the unit's mark */
async function sendTasks(
  unit: Unit,
  extensions: SearchedExtensions,
  tally: Tally,
  line: Line,
  options: ScanUnitsOptions,
): Promise<string> {
  const tasks = listTasks(unit, extensions);
  for (let step = tasks.next(); ; step = tasks.next()) {
    if (step.done) return step.value;
    const { listed } = step.value;
    const done = runTold(step.value, options);
    // Whoever waits for it in the line hears of it.
    done.catch(() => {});
    await line.add(async () => {
      addTally(tally, listed);
      addTally(tally, await done);
    });
    await turn();
    options.signal.throwIfAborted();
  }
}

async function runTold(
  { task, bytes, listed }: ListedTask,
  { pool, progress }: ScanUnitsOptions,
): Promise<Tally> {
  progress.know(bytes);
  let told = 0;
  const tally = await pool.run(task, (more) => {
    told += more;
    progress.done(0, more);
  });
  progress.done(listed.files + tally.files, bytes - told);
  return tally;
}

/** Work done in the order in which it was added, each as soon as it can be. */
class Line {
  #last: Promise<void> = Promise.resolve();
  readonly #ahead: Promise<void>[] = [];

  /** Waits where too much is open. */
  async add(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work);
    this.#last.catch(() => {});
    this.#ahead.push(this.#last);
    if (this.#ahead.length > MOST_AHEAD) await this.#ahead.shift();
  }

  end(): Promise<void> {
    return this.#last;
  }
}
