import type { Cell, Notebook, Output } from "../../src/execution/notebook-format.js";

/** A notebook with these cells, for the kernel `tslab`. */
export function notebookOf(...cells: readonly Cell[]): Notebook {
  const kernelspec = { display_name: "TypeScript", language: "typescript", name: "tslab" };
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}

/** A code cell; `more` replaces any of its fields. */
export function codeCell(source: string, outputs: readonly Output[] = [], more: Partial<Cell> = {}): Cell {
  return { cell_type: "code", id: "a", metadata: {}, source, outputs, execution_count: null, ...more };
}

export function stream(name: "stdout" | "stderr", text: string | readonly string[]): Output {
  return { output_type: "stream", name, text };
}

export function display(data: Readonly<Record<string, unknown>>): Output {
  return { output_type: "display_data", data, metadata: {} };
}
