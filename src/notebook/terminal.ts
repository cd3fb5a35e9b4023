import { writeSync } from "node:fs";
import { PROGRAM_VARIABLES } from "../census/program-variables.js";

/** Set to this, the variable has the kernel tell a run's progress on its own stderr, for a terminal that shows it. */
export const PROGRESS_VARIABLE = PROGRAM_VARIABLES.progress;
export const TO_TERMINAL = "terminal";

const MARK = "census-progress: ";
const STDERR = 2;

/** Tells one line to the terminal that started this kernel, where one did; the notebook does not show it. */
export function tellTerminal(line: string): void {
  if (process.env[PROGRESS_VARIABLE] !== TO_TERMINAL) return;
  try {
    writeSync(STDERR, `${MARK}${line}\n`);
  } catch {
    // Nobody listens any more, or not fast enough: the collection does not depend on it.
  }
}

/** The line that was told, or undefined where a line of the kernel's stderr is something else. */
export function maybeTold(line: string): string | undefined {
  return line.startsWith(MARK) ? line.slice(MARK.length) : undefined;
}
