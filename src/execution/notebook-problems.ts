import { isTextual } from "./normalise-notebook.js";
import { type Cell, isRecord, type Notebook, type Output, textOf } from "./notebook-format.js";

/** Cells with this tag write to stderr on purpose. */
const EXPECTS_STDERR = "expects-stderr";

/** Something in an executed notebook that must not be saved. */
export interface NotebookProblem {
  /** Which code cell, from 1. */
  readonly cell: number;
  /** The cell's first line that is not blank. */
  readonly line: string;
  /** What is wrong, as a clause: `wrote to stderr:` and the text. */
  readonly what: string;
}

/**
 * What is wrong with an executed notebook, in the order of its cells; nothing when all is well.
 *
 * The kernel tells of a failure only by writing to stderr, so any stderr is one, but for cells tagged
 * `expects-stderr`. Absolute paths (any of `paths`: home, project, temporary folder) and terminal colours would make
 * the saved bytes differ from machine to machine.
 */
export function notebookProblems(notebook: Notebook, paths: readonly string[]): NotebookProblem[] {
  const pathPattern = patternOfPaths(paths);
  return notebook.cells
    .filter((cell) => cell.cell_type === "code")
    .flatMap((cell, index) =>
      problemsOfCell(cell, pathPattern).map((what) => ({ cell: index + 1, line: firstLine(cell), what })),
    );
}

/** A failure explains the rest: where a cell failed, only that is told. */
function problemsOfCell(cell: Cell, pathPattern: RegExp): string[] {
  const outputs = cell.outputs ?? [];
  const failures = outputs.flatMap((output) => failureOf(output, cell));
  if (failures.length > 0) return failures;
  const texts = outputs.flatMap(textsOf);
  const path = texts.map((text) => pathPattern.exec(text)?.[0]).find((found) => found !== undefined);
  return [
    ...(path === undefined ? [] : [`shows a path of this machine: ${path}`]),
    ...(texts.some((text) => text.includes("\u001b"))
      ? ["shows terminal control codes (escape sequences)"]
      : []),
  ];
}

function failureOf(output: Output, cell: Cell): string[] {
  if (output.output_type === "error") return [`failed: ${output.ename}: ${output.evalue}`];
  if (output.output_type !== "stream" || output.name !== "stderr" || expectsStderr(cell)) return [];
  return [`wrote to stderr:\n${indented(withoutStack(textOf(output.text ?? "")))}`];
}

function expectsStderr({ metadata }: Cell): boolean {
  const tags = metadata.tags;
  return Array.isArray(tags) && tags.includes(EXPECTS_STDERR);
}

/** Every text that an output shows, those inside JSON too, but no pictures in base64. */
function textsOf({ text, data }: Output): string[] {
  const shown = Object.entries(data ?? {}).filter(
    ([type]) => isTextual(type) || type.startsWith("application/"),
  );
  return [...(text === undefined ? [] : [textOf(text)]), ...shown.flatMap(([, value]) => stringsIn(value))];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isRecord(value) ? Object.values(value).flatMap(stringsIn) : [];
}

/** A path counts where it stands for itself: `/tmp/x` and `file:///tmp/x`, not the `/tmp` in `example.org/tmp`. */
function patternOfPaths(paths: readonly string[]): RegExp {
  const escaped = paths
    .filter((path) => path.length > 1)
    .map((path) => path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return escaped.length === 0
    ? /(?!)/
    : new RegExp(`(?<![\\w.-])(${escaped.join("|")})(?![\\w.-])[^\\s"'<>)]*`);
}

function firstLine({ source }: Cell): string {
  return textOf(source).trim().split("\n")[0] ?? "";
}

/** Errors that are for the person: their message says all, and a stack would bury it. */
const TOLD_WITHOUT_STACK =
  /^(?:ConfigurationError|DataFileError|DataShapeError|ReportedValueError|RunError|SetupError): /m;

/** From such an error's message on, without the lines of its stack; any other text as it is. */
function withoutStack(text: string): string {
  const start = text.search(TOLD_WITHOUT_STACK);
  if (start === -1) return text;
  const lines = text.slice(start).split("\n");
  const end = lines.findIndex((line) => /^\s+at /.test(line));
  return lines.slice(0, end === -1 ? lines.length : end).join("\n");
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}
