import { SYSTEM_CLOCK } from "../census/clock.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import type { Collection } from "../collect/collector.js";
import { outcomeRows, problemRows, readFromText, remarkRows } from "../collect/outcome-rows.js";
import type { Plan } from "../collect/plan.js";
import {
  credentialRows,
  dorkingPlanRows,
  miningPlanRows,
  type PlanRow,
  warningRows,
} from "../collect/plan-rows.js";
import { requestsText } from "../collect/requests-text.js";
import { costSentences } from "../sources/cost-sentences.js";
import { type Census, isOfPractice, openCensus } from "../sources/open-census.js";
import { collectLive } from "./collect-live.js";
import { collectionTables } from "./collection-tables.js";
import { markdownText } from "./markdown-text.js";

/** A collection as its notebook shows it: rows for tables, sentences for what is computed. */
export interface NotebookCollection {
  /** Who will be asked, and into which run the counts go. */
  readonly about: string;
  readonly searches: readonly PlanRow[];
  readonly searchCost: string;
  readonly warnings: readonly PlanRow[];
  readonly pages: readonly PlanRow[];
  readonly pageCost: string;
  readonly services: readonly PlanRow[];
  /** How the tables are written. */
  readonly tables: ReturnType<typeof collectionTables>;
  /** Counts what the run lacks, with a live display. */
  collect(): Promise<NotebookOutcome>;
}

/** What came of it. */
export interface NotebookOutcome {
  /** How its tables are written; those of a practice server say so, by whatever name it was asked. */
  readonly tables: ReturnType<typeof collectionTables>;
  readonly summary: string;
  readonly outcomes: readonly PlanRow[];
  readonly remarksText: string;
  readonly remarks: readonly PlanRow[];
  readonly problemsText: string;
  readonly problems: readonly PlanRow[];
}

/**
 * The collection that `conf.json` and the settings make: of GitHub, or practice where no account is set. Nothing is
 * asked before `collect`.
 *
 * Errors: ConfigurationError with everything that is wrong; DataFileError where the run's journal is broken
 */
export function openCollection(): NotebookCollection {
  const census = openCensus({ root: PROJECT_ROOT, env: process.env, clock: SYSTEM_CLOCK });
  const { plan } = census;
  return {
    about: aboutText(census),
    searches: miningPlanRows(plan),
    searchCost: searchCostText(census),
    warnings: warningRows(plan),
    pages: dorkingPlanRows(plan),
    pageCost: pageCostText(plan),
    services: credentialRows(plan),
    tables: collectionTables(census.choice.isPractice),
    collect: async () => {
      const { collection, remarks } = await collectLive(census);
      return outcomeOf(census, collection, remarks);
    },
  };
}

function aboutText({ choice, run }: Census): string {
  const caveat = choice.asker.caveat === undefined ? "" : ` ${choice.asker.caveat}`;
  return `**${choice.about}**${caveat} The counts go to \`${run.place}/\`.`;
}

function searchCostText(census: Census): string {
  const [first, ...others] = costSentences(census);
  return [`**${first}**`, ...others].join(" ");
}

function pageCostText({ dorking }: Plan): string {
  if (dorking === undefined) return "`conf.json` plans no searches on Google.";
  const { freePerDay, days } = dorking;
  return `**${requestsText(dorking)}.** Google gives ${freePerDay} a day for free, so this takes ${days === 1 ? "one day" : `${days} days`}, or money.`;
}

function outcomeOf(census: Census, collection: Collection, ofRun: readonly string[]): NotebookOutcome {
  const [remarks, problems] = [remarkRows(collection), problemRows(collection)];
  return {
    tables: collectionTables(isOfPractice(census, collection.rows)),
    summary: [summaryText(census, collection), ...ofRun.map(markdownText)].join(" "),
    outcomes: outcomeRows(collection),
    remarksText: remarks.length === 0 ? "No count needs one." : "Read these beside their counts.",
    remarks,
    problemsText:
      problems.length === 0
        ? "None: every query has a count."
        : "What can be asked is asked again at the next start.",
    problems,
  };
}

function summaryText(census: Census, { rows, stop, interrupted, isComplete }: Collection): string {
  const { run } = census;
  const counted = rows.filter(({ number }) => number !== null).length;
  const practice = isOfPractice(census, rows) ? " in practice" : "";
  const count = `**${counted} of ${rows.length} queries counted${practice}.**`;
  const stopped = stop && markdownText(`The run stopped: ${stop.reason} ${stop.advice ?? ""}`);
  const resume = interrupted ? " It was interrupted: run the cell again, and it goes on." : "";
  const where = isComplete ? ` All of it is in \`${run.place}/\`.` : "";
  const readFrom = readFromText({ rows });
  return `${count}${stopped === undefined ? "" : ` ${stopped}`}${resume}${where}${readFrom === "" ? "" : ` ${readFrom}`}`;
}
