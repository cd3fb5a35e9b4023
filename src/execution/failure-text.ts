import { maybeTold } from "../notebook/terminal.js";
import { type CommandResult, tailOf } from "../setup/command-runner.js";
import type { NotebookProblem } from "./notebook-problems.js";

/** What the person is told of a notebook that ran, but not well: the first problem, how many more, where to look. */
export function problemText({
  name,
  problems: [first, ...others],
  unhandled,
  kept,
}: {
  name: string;
  problems: readonly NotebookProblem[];
  /** What failed without a cell showing it, see `unhandledIn`. */
  unhandled: readonly string[];
  /** Where the copy with the failure is. */
  kept: string;
}): string {
  const told =
    first === undefined
      ? `a promise was rejected, or a timer failed, and no cell awaited it:\n${indented(unhandled[0] ?? "")}`
      : `code cell ${first.cell} (${first.line}) ${first.what}`;
  const more = others.length + (first === undefined ? unhandled.length - 1 : unhandled.length);
  return [
    `${name} did not run through: ${told}`,
    ...(more === 0 ? [] : [`and ${more} more ${more === 1 ? "problem" : "problems"} after it.`]),
    `The saved notebook is as it was; the copy with the failure is ${kept}.`,
  ].join("\n");
}

/** What the person is told when nbconvert itself gave up, as when the kernel died or a cell took too long. */
export function crashText(name: string, { stderr, ...rest }: CommandResult): string {
  const lines = stderr
    .trimEnd()
    .split("\n")
    .filter((line) => maybeTold(line) === undefined);
  // Python's report ends with the error, after a long way through its own files.
  const start = lines.findLastIndex((line) => /^(\w+\.)*\w+(Error|Exception)\b/.test(line));
  const reason =
    start === -1 ? tailOf({ ...rest, stderr: lines.join("\n") }) : indented(lines.slice(start).join("\n"));
  return `${name} did not run through: nbconvert failed, and the saved notebook is as it was:\n${reason}`;
}

function indented(text: string): string {
  return `    ${text.replaceAll("\n", "\n    ")}`;
}
