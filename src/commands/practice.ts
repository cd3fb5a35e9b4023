import { parseArgs } from "node:util";
import { RunError } from "../census/errors.js";
import { practiceText } from "../practice/practice-text.js";
import { type Practice, startPractice } from "../practice/start-practice.js";
import { isMain } from "./is-main.js";

const DEFAULT_PORT = 3_210;

interface Output {
  write(text: string): unknown;
}

export interface PracticeCommand {
  readonly args?: readonly string[];
  readonly stdout: Output;
  readonly stderr: Output;
  /** Ends the server. */
  readonly signal: AbortSignal;
}

/**
 * Serves the practice GitHub on this machine until it is told to end.
 *
 * Returns: the exit status: 0, or 1 where an argument is wrong or the port is taken
 */
export async function runPractice({ args = [], stdout, stderr, signal }: PracticeCommand): Promise<number> {
  const port = maybePort(args);
  if (port === undefined) {
    stderr.write(
      "Expected nothing, or --port and a number from 0 to 65535, where 0 takes any that is free (npm run practice -- --port 4000).\n",
    );
    return 1;
  }
  const practice = await maybePractice(port, { stdout, stderr });
  if (practice === undefined) return 1;
  stdout.write(practiceText(practice));
  await aborted(signal);
  await practice.close();
  return 0;
}

function maybePort(args: readonly string[]): number | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { port: { type: "string" } } });
    const { port = String(DEFAULT_PORT) } = values;
    return /^(?:0|[1-9]\d{0,4})$/.test(port) && Number(port) < 65_536 ? Number(port) : undefined;
  } catch {
    return undefined;
  }
}

async function maybePractice(
  port: number,
  { stdout, stderr }: Pick<PracticeCommand, "stdout" | "stderr">,
): Promise<Practice | undefined> {
  const mail = (username: string, code: string) =>
    stdout.write(`E-mail to ${username}: the code is ${code}\n`);
  try {
    return await startPractice({ port, mail });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== RunError.name) throw error;
    stderr.write(`${error.message} (npm run practice -- --port N)\n`);
    return undefined;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

if (isMain(import.meta.url)) {
  const { argv, stdout, stderr } = process;
  const ending = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => ending.abort());
  process.exitCode = await runPractice({ args: argv.slice(2), stdout, stderr, signal: ending.signal });
}
