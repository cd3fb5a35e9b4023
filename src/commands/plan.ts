import { parseArgs } from "node:util";
import { type Clock, SYSTEM_CLOCK } from "../census/clock.js";
import { ConfigurationError, DataFileError, RunError } from "../census/errors.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import { censusText } from "../sources/census-text.js";
import { openCensus } from "../sources/open-census.js";
import { isMain } from "./is-main.js";

interface Output {
  write(text: string): unknown;
}

export interface PlanCommand {
  readonly args?: readonly string[];
  /** The folder that holds conf.json and .env. */
  readonly root?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock?: Clock;
  readonly stdout: Output;
  readonly stderr: Output;
}

/**
 * Prints what a collection would ask, and asks nothing.
 *
 * Returns: the exit status: 0, or 1 where conf.json, the settings or an argument is wrong; then everything that is
 * wrong with all of them is on stderr and nothing on stdout
 */
export function runPlan(command: PlanCommand): number {
  const { args = [], root = PROJECT_ROOT, env, clock = SYSTEM_CLOCK, stdout, stderr } = command;
  const argument = found(() => parseArgs({ args: [...args], options: {} }));
  const census = found(() => openCensus({ root, env, clock }));
  if (argument.isWrong || census.isWrong) {
    const wrong = [argument, census].filter((one) => one.isWrong);
    stderr.write(`${wrong.map(({ message }) => message).join("\n")}\n`);
    return 1;
  }
  stdout.write(censusText(census.value));
  return 0;
}

/** Wrong settings, a run's broken journal, a run of another source. */
const FOR_THE_PERSON: readonly string[] = [ConfigurationError.name, DataFileError.name, RunError.name];

type Found<Value> =
  | { readonly isWrong: false; readonly value: Value }
  | { readonly isWrong: true; readonly message: string };

/** The value, or what the person can mend; any other error is the program's own and goes on. */
function found<Value>(load: () => Value): Found<Value> {
  try {
    return { isWrong: false, value: load() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (isArgumentError(error))
      return { isWrong: true, message: `This command takes no arguments: ${error.message}` };
    if (!FOR_THE_PERSON.includes(error.name)) throw error;
    return { isWrong: true, message: error.message };
  }
}

function isArgumentError(error: Error): boolean {
  return "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}

if (isMain(import.meta.url)) {
  const { argv, env, stdout, stderr } = process;
  process.exitCode = runPlan({ args: argv.slice(2), env, stdout, stderr });
}
