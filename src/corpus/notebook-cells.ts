import { z } from "zod";

const source = z.union([z.string(), z.array(z.string())]);
const cell = z.object({ cell_type: z.string(), source: source.optional(), input: source.optional() });
const cells = z.array(cell);

/** Version 4 of the form has cells, version 3 had them on work sheets. */
const notebook = z.union([
  z.object({ cells }).transform((book) => book.cells),
  z
    .object({ worksheets: z.array(z.object({ cells })) })
    .transform((book) => book.worksheets.flatMap((sheet) => sheet.cells)),
]);

/** The source of a notebook's code cells, with a newline between two. Missing: undefined where it is no notebook */
export function maybeNotebookCells(text: string): string | undefined {
  const read = notebook.safeParse(maybeJson(text));
  return read.data
    ?.filter(({ cell_type }) => cell_type === "code")
    .map((code) => code.source ?? code.input ?? "")
    .map((lines) => (typeof lines === "string" ? lines : lines.join("")))
    .join("\n");
}

function maybeJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}
