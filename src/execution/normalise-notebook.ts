import { KERNEL_DISPLAY_NAME, KERNEL_LANGUAGE, KERNEL_NAME } from "../setup/write-kernel.js";
import {
  type Cell,
  isRecord,
  linesOf,
  type Notebook,
  type Output,
  type Text,
  textOf,
} from "./notebook-format.js";

/**
 * The executed notebook, in one form whatever version of Jupyter ran it.
 *
 * Ids come from the notebook as it was; code cells are numbered 1..n in their order, as a run from a fresh kernel
 * does (nbconvert itself does not record the kernel's numbers). Times and widget states are dropped, pieces of one
 * stream joined.
 */
export function normaliseNotebook(executed: Notebook, original: Notebook): Notebook {
  const { widgets: _, ...metadata } = executed.metadata;
  let count = 0;
  const cells = executed.cells.map((cell, index) => {
    const id = original.cells[index]?.id ?? `cell-${index + 1}`;
    if (cell.cell_type !== "code") return normaliseProse(cell, id);
    return normaliseCode(cell, id, isBlank(cell) ? null : ++count);
  });
  const kernelspec = { display_name: KERNEL_DISPLAY_NAME, language: KERNEL_LANGUAGE, name: KERNEL_NAME };
  return { cells, metadata: { ...metadata, kernelspec }, nbformat: 4, nbformat_minor: 5 };
}

/** A code cell with nothing in it: Jupyter does not run it. */
export function isBlank({ source }: Cell): boolean {
  return textOf(source).trim() === "";
}

function normaliseProse({ outputs: _, execution_count: __, ...cell }: Cell, id: string): Cell {
  return { ...cell, id, source: linesOf(cell.source) };
}

function normaliseCode(cell: Cell, id: string, count: number | null): Cell {
  const { execution: _, ...metadata } = cell.metadata;
  const outputs = count === null ? [] : joinStreams(cell.outputs ?? []);
  return {
    ...cell,
    id,
    metadata,
    source: linesOf(cell.source),
    execution_count: count,
    outputs: outputs.map((output) => normaliseOutput(output, count)),
  };
}

function joinStreams(outputs: readonly Output[]): Output[] {
  const joined: Output[] = [];
  for (const output of outputs) {
    const last = joined.at(-1);
    const isMore =
      output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name;
    if (isMore)
      joined[joined.length - 1] = { ...last, text: textOf(last.text ?? "") + textOf(output.text ?? "") };
    else joined.push(output);
  }
  return joined;
}

function normaliseOutput(output: Output, count: number | null): Output {
  if (output.output_type === "stream") return { ...output, text: linesOf(output.text ?? "") };
  const data = Object.entries(output.data ?? {}).map(([type, value]) => [type, normaliseData(type, value)]);
  return {
    ...output,
    ...(output.data !== undefined && { data: Object.fromEntries(data) }),
    ...(output.output_type === "execute_result" && { execution_count: count }),
  };
}

/** Text goes by lines; what is coded (a PNG) in one piece; JSON as it is. */
function normaliseData(type: string, value: unknown): unknown {
  const isText = typeof value === "string" || (Array.isArray(value) && !isJson(type));
  if (!isText || isRecord(value)) return value;
  return isTextual(type) ? linesOf(value as Text) : textOf(value as Text);
}

function isJson(type: string): boolean {
  return /^application\/(.*\+)?json$/.test(type);
}

/** The types that Jupyter splits into lines. */
export function isTextual(type: string): boolean {
  return type.startsWith("text/") || type === "image/svg+xml" || type === "application/javascript";
}
