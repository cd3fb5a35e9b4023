import type { Problem } from "./corpus-entry.js";
import { MOST_PROBLEMS, type Tally } from "./tally.js";
import { maybeArchiveKind } from "./unit.js";

/** Adds one tally to another. */
export function addTally(to: Tally, from: Tally): void {
  to.files += from.files;
  to.notText += from.notText;
  to.notebooks.files += from.notebooks.files;
  to.notebooks.unreadable += from.notebooks.unreadable;
  addAmount(to.searched, from.searched);
  for (const [extension, amount] of Object.entries(from.extensions)) addExtension(to, extension, amount);
  for (const file of from.found) to.found.push(file);
  for (const problem of from.problems) addProblem(to, problem);
  to.moreProblems += from.moreProblems;
  to.moreHiding += from.moreHiding;
  to.unopened += from.unopened;
  for (const path of from.repositories) to.repositories.push(path);
  to.hasFileInFirstFolder ||= from.hasFileInFirstFolder;
}

export function addProblem(to: Tally, problem: Problem): void {
  if (to.problems.length < MOST_PROBLEMS) return void to.problems.push(problem);
  to.moreProblems += 1;
  if (problem.hides !== "nothing") to.moreHiding += 1;
}

/** Counts a file that was seen. */
export function addSeen(to: Tally, path: string): void {
  to.files += 1;
  const slash = path.indexOf("/");
  if (maybeArchiveKind(path) !== undefined) to.unopened += 1;
  to.hasFileInFirstFolder ||= slash >= 0 && !path.includes("/", slash + 1);
}

/** Counts a file that a query searches. */
export function addSearched(to: Tally, extension: string, bytes: number): void {
  addExtension(to, extension, { files: 1, bytes });
  addAmount(to.searched, { files: 1, bytes });
}

interface Amount {
  files: number;
  bytes: number;
}

function addExtension({ extensions }: Tally, extension: string, amount: Amount): void {
  const sum = Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
  if (sum === undefined) extensions[extension] = { ...amount };
  else addAmount(sum, amount);
}

function addAmount(to: Amount, from: Amount): void {
  to.files += from.files;
  to.bytes += from.bytes;
}
