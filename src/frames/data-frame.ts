import { DataShapeError } from "../census/errors.js";
import type { Frame } from "./frame.js";
import { loadDanfo } from "./load-danfo.js";

export type { Frame } from "./frame.js";

const { DataFrame } = loadDanfo();

export type ColumnKind = "text" | "number" | "flag";

/** Names and kinds of a frame's columns, in order. A missing number is NaN; a missing text is "". */
export type Columns = Readonly<Record<string, ColumnKind>>;

interface CellOf {
  text: string;
  number: number;
  flag: boolean;
}

export type RowOf<C extends Columns> = { readonly [Name in keyof C]: CellOf[C[Name]] };

const DTYPES: Readonly<Record<ColumnKind, string>> = { text: "string", number: "float32", flag: "boolean" };
const TYPES: Readonly<Record<ColumnKind, string>> = { text: "string", number: "number", flag: "boolean" };

/**
 * A frame of these rows, which may be none. Its `dtypes` are those told here, also where a column is empty or all NaN.
 *
 * danfo guesses the kind of a column from its first cells and fails on columns without any, so the kinds are told to it.
 * (Its name "float32" is a label: the cells stay JavaScript numbers, with every digit.)
 *
 * Missing: NaN stays NaN; an absent cell (undefined, null) of a number column becomes NaN
 * Errors:  DataShapeError when a cell is absent or not of its column's kind
 */
export function frameOf<C extends Columns>(columns: C, rows: readonly RowOf<NoInfer<C>>[]): Frame {
  const names = Object.keys(columns);
  const cells = rows.map((row, place) => names.map((name) => cellOf(row, { name, place, columns })));
  const dtypes = Object.values(columns).map((kind) => DTYPES[kind]);
  return new DataFrame(cells, { columns: names, dtypes });
}

/** The frame's rows as plain objects, of the type that the caller knows them to have; see {@link checkedRows}. */
export function rowsOf<Row extends object>(frame: Frame): Row[] {
  const cells = frame.shape[0] === 0 ? [] : (frame.values as unknown[][]);
  return cells.map((row) => Object.fromEntries(frame.columns.map((name, i) => [name, row[i]])) as Row);
}

/**
 * The frame's rows with exactly these columns, each cell of its kind.
 *
 * Missing: as {@link frameOf}
 * Errors:  DataShapeError when a column is absent, or a cell is not of its kind
 */
export function checkedRows<C extends Columns>(frame: Frame, columns: C): RowOf<C>[] {
  requireColumns(frame, Object.keys(columns));
  return rowsOf<object>(frame).map((row, place) => {
    const cells = Object.keys(columns).map((name) => [name, cellOf(row, { name, place, columns })]);
    return Object.fromEntries(cells) as RowOf<C>;
  });
}

/** Errors: DataShapeError that names every column which the frame lacks. */
export function requireColumns(frame: Frame, names: readonly string[]): void {
  const absent = names.filter((name) => !frame.columns.includes(name));
  if (absent.length === 0) return;
  const found = frame.columns.length === 0 ? "none" : frame.columns.join(", ");
  throw new DataShapeError(
    `The frame lacks ${absent.join(", ")}: expected the columns ${names.join(", ")}, found ${found}.`,
  );
}

interface CellPlace {
  readonly name: string;
  /** Row, counted from 0. */
  readonly place: number;
  readonly columns: Columns;
}

function cellOf(row: object, { name, place, columns }: CellPlace): unknown {
  const kind = columns[name] ?? "text";
  const cell = (row as Record<string, unknown>)[name] ?? undefined;
  if (cell === undefined && kind === "number") return Number.NaN;
  if (typeof cell === TYPES[kind]) return cell;
  const found = cell === undefined ? "nothing" : `${JSON.stringify(cell)} (${typeof cell})`;
  throw new DataShapeError(
    `Column ${name}, row ${place + 1} of the frame: expected a ${TYPES[kind]}, found ${found}.`,
  );
}
