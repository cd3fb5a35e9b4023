import { NotebookError } from "../census/errors.js";

/** A notebook as its file holds it, format 4. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

export interface Cell {
  readonly cell_type: string;
  /** Absent in notebooks of formats before 4.5. */
  readonly id?: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: Text;
  /** Code cells only, as is `execution_count`. */
  readonly outputs?: readonly Output[];
  readonly execution_count?: number | null;
}

export interface Output {
  readonly output_type: string;
  /** `stdout` or `stderr`, of a stream. */
  readonly name?: string;
  /** Of a stream. */
  readonly text?: Text;
  /** By MIME type, of a result or a display. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** The format allows a text as it is, or as its lines. */
export type Text = string | readonly string[];

/**
 * The notebook in a file's text.
 *
 * Errors: NotebookError when it is not JSON or not a notebook of format 4; `path` is for its message
 */
export function parseNotebook(text: string, path: string): Notebook {
  const value = parseJson(text, path);
  const isNotebook =
    isRecord(value) &&
    value.nbformat === 4 &&
    isRecord(value.metadata) &&
    Array.isArray(value.cells) &&
    value.cells.every(isCell);
  if (!isNotebook) throw new NotebookError(`${path}: expected a notebook of format 4, found other JSON.`);
  return value as unknown as Notebook;
}

export function textOf(text: Text): string {
  return typeof text === "string" ? text : text.join("");
}

/** The lines of a text, each with its end, as notebook files hold them; none for an empty text. */
export function linesOf(text: Text): string[] {
  return textOf(text).match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotebookError(`${path}: expected a notebook, found broken JSON (${(error as Error).message}).`);
  }
}

function isCell(cell: unknown): cell is Cell {
  return (
    isRecord(cell) &&
    typeof cell.cell_type === "string" &&
    isRecord(cell.metadata) &&
    isText(cell.source) &&
    (cell.cell_type !== "code" || Array.isArray(cell.outputs))
  );
}

function isText(value: unknown): value is Text {
  return (
    typeof value === "string" || (Array.isArray(value) && value.every((line) => typeof line === "string"))
  );
}
