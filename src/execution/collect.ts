import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Clock, SYSTEM_CLOCK } from "../census/clock.js";
import { ConfigurationError } from "../census/errors.js";
import { requireFree } from "../collect/take-lock.js";
import { maybeTold, PROGRESS_VARIABLE, TO_TERMINAL } from "../notebook/terminal.js";
import type { CommandRunner } from "../setup/command-runner.js";
import type { Tools } from "../setup/set-up.js";
import { type Census, homeOf, openCensus, partsOf } from "../sources/open-census.js";
import { executeNotebook, type NotebookRun } from "./execute-notebook.js";
import { tellKept, tellPlan, tellResults, tellStopped } from "./tell-run.js";

/** A process that a signal ended has a status above this one. */
const SIGNAL_STATUS = 128;
const NOTEBOOK = "collection.ipynb";

export interface CollectOptions {
  readonly root: string;
  readonly args: readonly string[];
  readonly tools: Pick<Tools, "jupyter">;
  readonly env?: NodeJS.ProcessEnv;
  readonly clock?: Clock;
  readonly run?: CommandRunner;
  readonly print?: (line: string) => void;
}

/**
 * The command `npm run collect`: makes a collection without a front end, by executing the collection notebook, and keeps
 * the executed notebook with the run. Returns the exit status: 0, or 1 where a query stayed without a count.
 *
 * Errors: ConfigurationError for wrong settings or arguments; NotebookError where the notebook failed
 */
export async function collect(options: CollectOptions): Promise<number> {
  const { root, args, env = process.env, clock = SYSTEM_CLOCK, print = console.log } = options;
  requireNoArguments(args);
  const census = openCensus({ root, env, clock });
  for (const { run } of partsOf(census)) requireFree(run.folder);
  tellPlan(census, print);
  const stopped = (status: number): void => {
    if (status > SIGNAL_STATUS) tellStopped(census, print);
  };
  process.once("exit", stopped);
  const started = clock.now().toISOString();
  try {
    await executeNotebook(notebookRun(census, options));
  } catch (error) {
    tellKept(census, { print, started });
    throw error;
  } finally {
    process.off("exit", stopped);
  }
  return tellResults(census, print, NOTEBOOK);
}

function notebookRun(census: Census, options: CollectOptions): NotebookRun {
  const { root, tools, env = process.env, run, print = console.log } = options;
  return {
    notebook: join(root, "notebooks", NOTEBOOK),
    saveTo: join(homeOf(census).folder, NOTEBOOK),
    root,
    jupyter: tools.jupyter.command,
    // Named here, so that a run which goes on past midnight stays one.
    env: {
      ...env,
      CENSUS_RUN: census.code.run.name,
      [PROGRESS_VARIABLE]: TO_TERMINAL,
      NO_COLOR: "1",
    },
    cellTimeoutS: -1,
    onStderrLine: (line) => {
      const told = maybeTold(line);
      if (told !== undefined) print(`  ${told}`);
    },
    ...(run && { run }),
  };
}

function requireNoArguments(args: readonly string[]): void {
  try {
    parseArgs({ args: [...args], options: {} });
  } catch (error) {
    const expected = "nothing: the run's name is CENSUS_RUN, what is asked stands in conf.json";
    throw new ConfigurationError("npm run collect was not understood:", [
      { place: "arguments", value: (error as Error).message, expected },
    ]);
  }
}
