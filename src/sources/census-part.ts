import { join } from "node:path";
import type { Pace } from "../census/pace.js";
import { loadJournal } from "../collect/open-journal.js";
import { requireIdentity } from "../collect/open-run.js";
import { type Plan, type PlanOptions, planOf } from "../collect/plan.js";
import type { QuestionKind } from "../collect/question-kind.js";
import { remaining, type Wanted } from "../collect/remaining.js";
import type { SourceChoice } from "./source-choice.js";

/** Where the numbers of one kind of question go. */
export interface PartRun {
  /** The name of the run that it is a part of. */
  readonly name: string;
  /** Absolute; it may be absent still. */
  readonly folder: string;
  /** The folder as a person is told of it: from the project's own. */
  readonly place: string;
  /** The folder of the whole run, likewise twice. */
  readonly whole: { readonly folder: string; readonly place: string };
  /** Readings that the run holds already, and those that are still to be asked. */
  readonly counted: number;
  readonly toAsk: number;
  /** Requests that those still to be asked make. */
  readonly requests: number;
  /** How often the same search is among them, at most. */
  readonly repeats: number;
}

/** One kind of question of a census, before anything of it is asked: what, whom, how fast, and into which folder. */
export interface CensusPart<Query, Fields extends object> {
  readonly kind: QuestionKind<Query, Fields>;
  readonly queries: readonly Query[];
  readonly repeats: number;
  readonly choice: SourceChoice<Query>;
  /** What it costs on the service itself, in practice too. */
  readonly plan: Plan<Query>;
  /** The pace of this census: none in practice, unless the settings name one, since nobody is burdened. */
  readonly pace: Pace;
  readonly run: PartRun;
}

export const NO_WAIT: Pace = { lowMs: 0, highMs: 0 };

export interface PartOptions<Query, Fields extends object>
  extends Pick<CensusPart<Query, Fields>, "kind" | "queries" | "repeats" | "choice">,
    Pick<PlanOptions<Query>, "warningsOf"> {
  /** Of the configuration. */
  readonly pace: Pace;
  /** Of the settings: goes before, in practice too. */
  readonly setPace?: Pace | undefined;
  readonly place: Pick<PartRun, "name" | "folder" | "place">;
  /** A folder in that of the run; absent for what lies in the run's own. */
  readonly subfolder?: string;
}

/**
 * Reads what a run holds already of one kind of question. Nothing is asked, nothing written.
 *
 * Errors: DataFileError where the journal is broken; RunError where it is of another source or service
 */
export function openPart<Query, Fields extends object>(
  options: PartOptions<Query, Fields>,
): CensusPart<Query, Fields> {
  const { kind, queries, repeats, choice, setPace, subfolder = "" } = options;
  const { asker, service, isPractice } = choice;
  const { name } = options.place;
  const [folder, place] = [join(options.place.folder, subfolder), join(options.place.place, subfolder)];
  const records = loadJournal(folder);
  requireIdentity(records, { source: asker.name, service }, name);
  const { counted, toAsk } = remaining({ queries, source: asker, repeats, records });
  return {
    ...{ kind, queries, repeats, choice },
    plan: planOf({ ...options, asker, pace: setPace ?? options.pace }),
    pace: setPace ?? (isPractice ? NO_WAIT : options.pace),
    run: {
      ...{ name, folder, place },
      whole: { folder: options.place.folder, place: options.place.place },
      counted: counted.length,
      toAsk: toAsk.length,
      requests: toAsk.reduce((sum, { query }) => sum + asker.requestsFor(query), 0),
      repeats: repeatsIn(toAsk),
    },
  };
}

function repeatsIn(wanted: readonly Wanted<unknown>[]): number {
  const times = new Map<string, number>();
  for (const { text } of wanted) times.set(text, (times.get(text) ?? 0) + 1);
  return Math.max(0, ...times.values());
}
