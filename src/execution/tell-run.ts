import { CODE_QUESTIONS } from "../collect/code-questions.js";
import { loadJournal } from "../collect/open-journal.js";
import { problemRows } from "../collect/outcome-rows.js";
import { remaining } from "../collect/remaining.js";
import { resultRows } from "../collect/result-rows.js";
import { RESULT_FILE } from "../data/find-run.js";
import { costSentences } from "../sources/cost-sentences.js";
import { type Census, isOfPractice } from "../sources/open-census.js";
import { resultsText } from "./results-text.js";

type Print = (line: string) => void;

export function tellPlan(census: Census, print: Print): void {
  const { choice, run } = census;
  print(choice.about);
  print(costSentences(census).join(" "));
  print(`Run: ${run.place}/ (Ctrl-C stops it; started again, it goes on)`);
  print("Starting the notebook's kernel…");
}

/** What is kept where the notebook failed: its counts may all be there, as where it could not be saved. */
export function tellKept(census: Census, { print, started }: { print: Print; started: string }): void {
  try {
    const last = loadJournal(census.run.folder).at(-1);
    const isOver = last?.kind === "end" && last.time >= started && !/^(crashed|interrupted)/.test(last.how);
    if (isOver) tellResults(census, print);
    else tellStopped(census, print);
  } catch (error) {
    print((error as Error).message);
  }
}

/** To be called when this process is told to end: what was counted is kept, and the person should know. */
export function tellStopped(census: Census, print: Print): void {
  try {
    const { counted, toAsk } = remaining(kept(census));
    const all = counted.length + toAsk.length;
    const { place } = census.run;
    print(
      `\nStopped. ${counted.length} of ${all} are counted and kept in ${place}/; started again, it goes on.`,
    );
  } catch (error) {
    print(`\nStopped. ${(error as Error).message}`);
  }
}

/** What the run's journal holds, read again from the disk: what is told is what the next start finds. */
function kept({ choice, configuration, run }: Census) {
  return { ...configuration.mining, source: choice.asker, records: loadJournal(run.folder) };
}

/** Returns the exit status. `notebook` is the executed one's name, where there is one. */
export function tellResults(census: Census, print: Print, notebook?: string): number {
  const { run } = census;
  const rows = resultRows({ ...kept(census), kind: CODE_QUESTIONS });
  const isPractice = isOfPractice(census, rows);
  const missing = problemRows({ rows });
  const without = rows.filter(({ number }) => number === null).length;
  const practice = isPractice ? " in practice" : "";
  print(`\n${resultsText(rows, isPractice)}\n`);
  print(`${rows.length - without} of ${rows.length} queries counted${practice}: ${run.place}/${RESULT_FILE}`);
  for (const reason of new Set(
    rows.flatMap(({ reason, advice = "" }) => (reason ? `${reason} ${advice}` : [])),
  )) {
    print(`  ${reason.trim()}`);
  }
  if (notebook !== undefined) print(`What was done, query by query: ${run.place}/${notebook}`);
  if (notebook !== undefined && missing.length > 0)
    print(`${missing.length} without a full count: the notebook says what to do for each.`);
  return without === 0 ? 0 : 1;
}
