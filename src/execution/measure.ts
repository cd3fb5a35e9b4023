import { SetupError } from "../census/errors.js";
import type { Command } from "../setup/command-runner.js";
import { treeMemoryBytes } from "../setup/process-tree.js";
import { startProcess } from "../setup/run-command.js";

const SAMPLE_MS = 50;

export interface Measurement {
  readonly seconds: number;
  /** The most that the program and all that it started held at one time; NaN where it cannot be told. */
  readonly peakBytes: number;
}

/**
 * Runs a program several times, one after another.
 *
 * Returns: the median time and the median peak of memory
 * Errors:  SetupError with what it wrote to stderr when it fails once: there is nothing to measure then
 */
export async function measure(command: Command, repeats = 3): Promise<Measurement> {
  const runs: Measurement[] = [];
  for (let run = 0; run < repeats; run++) runs.push(await measureOnce(command));
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    peakBytes: median(runs.map(({ peakBytes }) => peakBytes)),
  };
}

/** Of an even number of values the upper one of the two in the middle; NaN when one is NaN. */
export function median(values: readonly number[]): number {
  if (values.some(Number.isNaN)) return Number.NaN;
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function measureOnce(command: Command): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = startProcess({ ...command, stdio: ["ignore", "ignore", "pipe"] });
    let peakBytes = 0;
    let stderr = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    const timer = setInterval(() => {
      if (child.pid !== undefined) peakBytes = Math.max(peakBytes, treeMemoryBytes(child.pid));
    }, SAMPLE_MS);
    child.once("error", reject);
    child.once("close", (status) => {
      clearInterval(timer);
      const name = [command.command, ...command.args].join(" ");
      if (status !== 0) reject(new SetupError(`${name} failed, so there is nothing to measure:\n${stderr}`));
      else resolve({ seconds: (performance.now() - started) / 1_000, peakBytes });
    });
  });
}
