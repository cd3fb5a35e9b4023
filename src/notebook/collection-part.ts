import type { Collection } from "../collect/collector.js";
import { problemRows, readFromText, remarkRows, stopText } from "../collect/outcome-rows.js";
import type { PlanRow } from "../collect/plan-rows.js";
import type { ResultRow } from "../collect/result-row.js";
import type { CensusPart } from "../sources/census-part.js";
import { isOfPractice } from "../sources/open-census.js";
import { collectLive } from "./collect-live.js";
import { markdownText } from "./markdown-text.js";

/** One kind of question as the collection notebook shows it: rows for tables, sentences for what is computed. */
export interface NotebookPart<Outcome> {
  /** Who will be asked, and into which folder the numbers go. */
  readonly about: string;
  readonly searches: readonly PlanRow[];
  readonly cost: string;
  /** Asks what the run lacks, with a live display. */
  collect(): Promise<Outcome>;
}

/** What came of it. */
export interface NotebookOutcome<Tables> {
  /** How its tables are written; those of a practice server say so, by whatever name it was asked. */
  readonly tables: Tables;
  readonly summary: string;
  readonly outcomes: readonly PlanRow[];
  readonly remarksText: string;
  readonly remarks: readonly PlanRow[];
  readonly problemsText: string;
  readonly problems: readonly PlanRow[];
}

export interface NotebookPartOptions<Fields extends object, Tables> {
  readonly searches: readonly PlanRow[];
  readonly cost: readonly string[];
  /** What is counted, in the plural: "queries". */
  readonly noun: string;
  outcomesOf(rows: readonly ResultRow<Fields>[]): readonly PlanRow[];
  tablesOf(isPractice: boolean): Tables;
}

export function notebookPart<Query, Fields extends Named, Tables, More extends object>(
  part: CensusPart<Query, Fields>,
  options: NotebookPartOptions<Fields, Tables> & {
    /** What else there is to show of what came. */
    moreOf(rows: readonly ResultRow<Fields>[]): More;
  },
): NotebookPart<NotebookOutcome<Tables> & More> {
  const [first, ...others] = options.cost;
  return {
    about: aboutText(part),
    searches: options.searches,
    cost: [`**${first}**`, ...others].join(" "),
    collect: async () => {
      const { collection, remarks } = await collectLive(part);
      const outcome = outcomeOf(part, { collection, ofRun: remarks, ...options });
      return { ...outcome, ...options.moreOf(collection.rows) };
    },
  };
}

function aboutText<Query, Fields extends object>({ choice, run }: CensusPart<Query, Fields>): string {
  const caveat = choice.asker.caveat === undefined ? "" : ` ${choice.asker.caveat}`;
  return `**${choice.about}**${caveat} The counts go to \`${run.place}/\`.`;
}

interface Named {
  readonly tool: string;
}

function outcomeOf<Query, Fields extends Named, Tables>(
  part: CensusPart<Query, Fields>,
  {
    collection,
    ofRun,
    noun,
    outcomesOf,
    tablesOf,
  }: NotebookPartOptions<Fields, Tables> & { collection: Collection<Fields>; ofRun: readonly string[] },
): NotebookOutcome<Tables> {
  const [remarks, problems] = [remarkRows(collection), problemRows(collection)];
  return {
    tables: tablesOf(isOfPractice(part, collection.rows)),
    summary: [summaryText(part, collection, noun), ...ofRun.map(markdownText)].join(" "),
    outcomes: outcomesOf(collection.rows),
    remarksText:
      remarks.length === 0
        ? "Nothing: every count can be read as it stands."
        : "Read these beside their counts.",
    remarks,
    problemsText:
      problems.length === 0
        ? `Every one of the ${noun} has a count.`
        : "What can be asked is asked again at the next start.",
    problems,
  };
}

function summaryText<Query, Fields extends object>(
  part: CensusPart<Query, Fields>,
  { rows, stop, interrupted, isComplete }: Collection<Fields>,
  noun: string,
): string {
  const { run } = part;
  const counted = rows.filter(({ number }) => number !== null).length;
  const practice = isOfPractice(part, rows) ? " in practice" : "";
  const count = `**${counted} of ${rows.length} ${noun} counted${practice}.**`;
  const stopped = stop && markdownText(stopText(stop));
  const resume = interrupted ? " It was interrupted: run the cell again, and it goes on." : "";
  const where = isComplete ? ` All of it is in \`${run.place}/\`.` : "";
  const readFrom = readFromText({ rows });
  return `${count}${stopped === undefined ? "" : ` ${stopped}`}${resume}${where}${readFrom === "" ? "" : ` ${readFrom}`}`;
}
