import { mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { PROGRAM_VARIABLES } from "../census/program-variables.js";

/** The variable that tells a notebook to write its figures elsewhere than into `figures/`. */
export const FIGURES_FOLDER = PROGRAM_VARIABLES.figuresFolder;

/** Moves what a notebook drew into `figures/`, once it has run through; files whose bytes are the same stay as they are. */
export function publishFigures(root: string, draft: string): void {
  const folder = join(root, "figures");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(draft)) {
    const [from, to] = [join(draft, name), join(folder, name)];
    if (!isSame(from, to)) renameSync(from, to);
  }
}

function isSame(one: string, other: string): boolean {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false;
  }
}
