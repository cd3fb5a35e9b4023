import { CsvError, parse } from "csv-parse/sync";
import type { z } from "zod";
import { DataFileError, findingText } from "../census/errors.js";
import { shownPath } from "../census/shown-path.js";
import { readText } from "./read-text.js";

/** What a table must look like: its columns in order with their cells, its primary key, and its counts. */
export interface TableForm {
  /** From the cells' texts to a typed row. */
  readonly row: z.ZodObject;
  readonly key: readonly string[];
  /** The columns of each count, where `low <= value <= high` must hold, or all three be empty. */
  readonly counts?: readonly CountColumns[];
  /** What may stand between cells, the likeliest first; a comma where absent. */
  readonly delimiters?: readonly string[];
  /** Whether the table may have a header only. */
  readonly mayBeEmpty?: boolean;
}

interface CountColumns {
  readonly value: string;
  readonly low: string;
  readonly high: string;
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV file (UTF-8, header; comma where the form names nothing else), each checked.
 *
 * Missing: an empty cell of a number column is NaN
 * Errors:  DataFileError with file, line and column, what was expected and what was found: no file, no UTF-8, no rows,
 *          columns absent, unknown, doubled or in another order, a cell of the wrong form, ends of a count that do not
 *          hold it, a primary key that occurs twice
 */
export function readTable<Form extends TableForm>(path: string, form: Form): z.output<Form["row"]>[] {
  const file = shownPath(path);
  const text = readText(path);
  const delimiter = delimiterIn(text, form.delimiters);
  const [header, ...records] = parseRecords(text, { file, delimiter });
  requireHeader(header?.cells ?? [], { file, expected: Object.keys(form.row.shape) });
  if (records.length === 0 && form.mayBeEmpty !== true)
    throw new DataFileError(`${file}: expected at least one row, found the header only.`);
  const lineOfKey = new Map<string, number>();
  return records.map((record) => {
    const row = typedRow(record, { file, form });
    requireCounts(row, { file, form, line: record.line });
    requireNewKey(row, { file, form, line: record.line, lineOfKey });
    return row as z.output<Form["row"]>;
  });
}

/** The one of these separators that the header has most of; the first where it has none. */
export function delimiterIn(text: string, delimiters: readonly string[] = [","]): string {
  const [header = ""] = text.split(/\r|\n/, 1);
  const uses = (delimiter: string) => header.split(delimiter).length;
  return delimiters.toSorted((a, b) => uses(b) - uses(a))[0] ?? ",";
}

function parseRecords(text: string, { file, delimiter }: { file: string; delimiter: string }): CsvRecord[] {
  try {
    const options = {
      ...{ delimiter, info: true, relax_column_count: true },
      // A row that somebody emptied stays in a spreadsheet program's file, as separators alone.
      ...{ skip_empty_lines: true, skip_records_with_empty_values: true },
    } as const;
    const parsed = parse(text, options) as unknown as { info: { lines: number }; record: string[] }[];
    return parsed.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DataFileError(`${file}: expected comma-separated values, found a fault: ${error.message}.`);
  }
}

function requireHeader(
  found: readonly string[],
  { file, expected }: { file: string; expected: readonly string[] },
): void {
  if (found.length === expected.length && expected.every((name, place) => found[place] === name)) return;
  const absent = expected.filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !expected.includes(name));
  const details = [
    ...(absent.length > 0 ? [`absent: ${absent.join(", ")}`] : []),
    ...(unknown.length > 0 ? [`not expected: ${unknown.join(", ")}`] : []),
  ];
  throw new DataFileError(
    `${file}, line 1: expected the columns ${expected.join(",")}, found ${found.join(",")}` +
      ` (${details.join("; ") || "other order, or one twice"}).`,
  );
}

type Row = Readonly<Record<string, unknown>>;

function typedRow({ line, cells }: CsvRecord, { file, form }: { file: string; form: TableForm }): Row {
  const names = Object.keys(form.row.shape);
  if (cells.length !== names.length) {
    throw new DataFileError(`${file}, line ${line}: expected ${names.length} cells, found ${cells.length}.`);
  }
  const texts = Object.fromEntries(names.map((name, place) => [name, cells[place]]));
  const result = form.row.safeParse(texts);
  if (result.success) return result.data;
  const findings = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return findingText({
      place: `${file}, line ${line}, column ${name}`,
      expected: issue.message,
      value: JSON.stringify(texts[name]),
    });
  });
  throw new DataFileError(findings.join("\n"));
}

interface RowPlace {
  readonly file: string;
  readonly form: TableForm;
  readonly line: number;
}

function requireCounts(row: Row, { file, form, line }: RowPlace): void {
  for (const { value, low, high } of form.counts ?? []) {
    const [atLeast, middle, atMost] = [Number(row[low]), Number(row[value]), Number(row[high])];
    if (atLeast <= middle && middle <= atMost) continue;
    if ([atLeast, middle, atMost].every(Number.isNaN)) continue;
    throw new DataFileError(
      `${file}, line ${line}, column ${value}: expected ${low} <= ${value} <= ${high}, or all three empty,` +
        ` found ${low} ${cellText(atLeast)}, ${value} ${cellText(middle)}, ${high} ${cellText(atMost)}.`,
    );
  }
}

function cellText(number: number): string {
  return Number.isNaN(number) ? "(empty)" : String(number);
}

function requireNewKey(
  row: Row,
  { file, form, line, lineOfKey }: RowPlace & { readonly lineOfKey: Map<string, number> },
): void {
  const key = JSON.stringify(form.key.map((name) => row[name]));
  const earlier = lineOfKey.get(key);
  if (earlier !== undefined) {
    const found = form.key.map((name) => `${name} ${JSON.stringify(row[name])}`).join(", ");
    throw new DataFileError(
      `${file}, line ${line}, column ${form.key.join(", ")}: expected a row that occurs once, found ${found}` +
        ` as in line ${earlier}.`,
    );
  }
  lineOfKey.set(key, line);
}
