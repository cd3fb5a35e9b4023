import { SYSTEM_CLOCK } from "../census/clock.js";
import type { Count } from "../census/count.js";
import { RunError } from "../census/errors.js";
import { type Collection, collect } from "../collect/collector.js";
import type { JournalRecord } from "../collect/journal-records.js";
import { openRun } from "../collect/open-run.js";
import { stopText } from "../collect/outcome-rows.js";
import type { Progress } from "../collect/progress.js";
import type { CensusPart } from "../sources/census-part.js";
import { liveDisplay } from "./display.js";
import { progressBundle, progressLine, stoppedBundle } from "./progress-view.js";
import { type Stopping, untilStopped } from "./stopping.js";
import { tellTerminal } from "./terminal.js";

interface Running {
  readonly signal: AbortSignal;
  readonly ended: Promise<unknown>;
}

export interface LiveCollection<Fields extends object> {
  readonly collection: Collection<Fields>;
  /** What was mended in the run's folder when it was opened, a sentence each. */
  readonly remarks: readonly string[];
}

/** The collection that this kernel makes, or is ending: a cell that is interrupted gives its run back a moment later. */
let last: Running | undefined;

/**
 * Collects what a part of a census asks, with a live display below the running cell.
 *
 * The stop button, and whatever ends the kernel, ends it in order: the browser is closed, the results so far are
 * written, and the next start goes on where it stopped.
 *
 * Errors: RunError where the run is taken or the disk refuses; SetupError where there is no browser
 */
export async function collectLive<Query, Fields extends object>(
  part: CensusPart<Query, Fields>,
): Promise<LiveCollection<Fields>> {
  if (last !== undefined && !last.signal.aborted) {
    throw new RunError("This notebook is collecting already: wait until it ends, or interrupt its cell.");
  }
  await last?.ended;
  return untilStopped((stopping) => {
    const collecting = collectShown(part, stopping);
    last = { signal: stopping.signal, ended: collecting.catch(() => undefined) };
    const over = () => {
      last = undefined;
    };
    collecting.then(over, over);
    return collecting;
  });
}

async function collectShown<Query, Fields extends object>(
  { kind, queries, repeats, choice, pace, run }: CensusPart<Query, Fields>,
  { signal }: Stopping,
): Promise<LiveCollection<Fields>> {
  const { asker, isPractice } = choice;
  const clock = SYSTEM_CLOCK;
  // Before the run is taken: without a cell to show it in there is no display, and the run would stay taken.
  const show = progressShown(isPractice);
  const identity = { source: asker.name, service: choice.service };
  const folder = await openRun({ folder: run.folder, name: run.name, identity, clock });
  const { source, close } = await choice.open(run.folder).catch((error: unknown) => {
    folder.close();
    throw error;
  });
  try {
    for (const remark of folder.remarks) tellTerminal(remark);
    const before = folder.records.length;
    const collection = await collect({
      ...{ kind, queries, repeats },
      pace,
      source,
      run: folder,
      clock,
      random: Math.random,
      signal,
      onProgress: (progress) => show.progress(progress, lastCount(folder.records.slice(before))),
    });
    if (collection.interrupted) show.stopped();
    if (collection.stop !== undefined) tellTerminal(stopText(collection.stop));
    return { collection, remarks: folder.remarks };
  } finally {
    await close();
  }
}

function lastCount(records: readonly JournalRecord[]): Count | undefined {
  return records.findLast((record) => record.kind === "reading")?.count;
}

interface Show {
  progress(progress: Progress, last: Count | undefined): void;
  stopped(): void;
}

function progressShown(isPractice: boolean): Show {
  const show = liveDisplay();
  let shown: Progress | undefined;
  return {
    progress(progress, last) {
      shown = progress;
      show(progressBundle(progress, { isPractice, last }));
      if (progress.current !== undefined || progress.done === progress.total)
        tellTerminal(progressLine(progress, { last }));
    },
    stopped() {
      if (shown !== undefined) show(stoppedBundle(shown));
    },
  };
}
