import { RESULT_FILE } from "../census/run-files.js";
import { sentence } from "../census/sentence.js";
import { loadJournal } from "../collect/open-journal.js";
import { problemRows } from "../collect/outcome-rows.js";
import { remaining } from "../collect/remaining.js";
import type { ResultRow } from "../collect/result-row.js";
import { resultRows } from "../collect/result-rows.js";
import { CODE_QUESTIONS } from "../mining/code-questions.js";
import type { CensusPart } from "../sources/census-part.js";
import { briefText } from "../sources/census-text.js";
import { type AnyPart, type Census, homeOf, isOfPractice, partsOf } from "../sources/open-census.js";
import { resultsText } from "./results-text.js";

type Print = (line: string) => void;

export function tellPlan(census: Census, print: Print): void {
  print(briefText(census));
  print(`Run: ${homeOf(census).place}/ (Ctrl-C stops it; started again, it goes on)`);
  print("Starting the notebook's kernel…");
}

/** What is kept where the notebook failed: its counts may all be there, as where it could not be saved. */
export function tellKept(census: Census, { print, started }: { print: Print; started: string }): void {
  try {
    const isOver = ({ run }: AnyPart): boolean => {
      const last = loadJournal(run.folder).at(-1);
      return last?.kind === "end" && last.time >= started && !/^(crashed|interrupted)/.test(last.how);
    };
    if (partsOf(census).every(isOver)) tellResults(census, print);
    else tellStopped(census, print);
  } catch (error) {
    print((error as Error).message);
  }
}

/** To be called when this process is told to end: what was counted is kept, and the person should know. */
export function tellStopped(census: Census, print: Print): void {
  try {
    const { code, pages, repositories } = census;
    const kept = [
      leftOf(code),
      ...(pages ? [leftOf(pages)] : []),
      ...(repositories ? [leftOf(repositories)] : []),
    ];
    const text = kept.map(
      ({ counted, all, place }) => `${counted} of ${all} are counted and kept in ${place}/`,
    );
    print(`\nStopped. ${text.join("; ")}; started again, it goes on.`);
  } catch (error) {
    print(`\nStopped. ${(error as Error).message}`);
  }
}

function leftOf<Query, Fields extends object>(part: CensusPart<Query, Fields>) {
  const { counted, toAsk } = remaining(keptOf(part));
  return { counted: counted.length, all: counted.length + toAsk.length, place: part.run.place };
}

/** What the run's journal holds, read again from the disk: what is told is what the next start finds. */
function keptOf<Query, Fields extends object>({ queries, repeats, choice, run }: CensusPart<Query, Fields>) {
  return { queries, repeats, source: choice.asker, records: loadJournal(run.folder) };
}

/** Returns the exit status: 0 where every question has its answers. `notebook` is the executed one's name, if any. */
export function tellResults(census: Census, print: Print, notebook?: string): number {
  const { code, pages, repositories } = census;
  const rows = resultRows({ ...keptOf(code), kind: CODE_QUESTIONS });
  print(`\n${resultsText(rows, isOfPractice(code, rows))}\n`);
  const statuses = [
    tellPart(code, print, "queries"),
    ...(pages ? [tellPart(pages, print, "searches for pages")] : []),
    ...(repositories ? [tellPart(repositories, print, "repositories")] : []),
  ];
  const { place } = homeOf(census);
  if (notebook !== undefined) print(`What was done, query by query: ${place}/${notebook}`);
  const missing = statuses.reduce((sum, status) => sum + status.missing, 0);
  if (notebook !== undefined && missing > 0)
    print(`${missing} without a full count: the notebook says what to do for each.`);
  return statuses.every(({ isComplete }) => isComplete) ? 0 : 1;
}

function tellPart<Query, Fields extends { readonly tool: string }>(
  part: CensusPart<Query, Fields>,
  print: Print,
  noun: string,
) {
  const kept = keptOf(part);
  const rows = resultRows({ ...kept, kind: part.kind });
  const { toAsk, refused } = remaining(kept);
  const counted = rows.filter(({ number }) => number !== null).length;
  const practice = isOfPractice(part, rows) ? " in practice" : "";
  print(`${counted} of ${rows.length} ${noun} counted${practice}: ${part.run.place}/${RESULT_FILE}`);
  for (const reason of reasonsOf(rows)) print(`  ${reason}`);
  const last = kept.records.at(-1);
  if (last?.kind === "end" && last.how.startsWith("stopped: ")) print(`  The run ${last.how}`);
  return { missing: problemRows({ rows }).length, isComplete: toAsk.length + refused.length === 0 };
}

/** Each reason once, with what to do. */
function reasonsOf(rows: readonly ResultRow<object>[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ reason, advice = "" }) => (reason ? `${sentence(reason)} ${advice}`.trim() : [])),
  );
}
