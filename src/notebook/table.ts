import { countText, factorText, NOT_MEASURED_TEXT, percentText } from "../figures/number-text.js";
import { toolName } from "../figures/tool-style.js";
import { type Frame, rowsOf } from "../frames/data-frame.js";
import { display } from "./display.js";
import { type TableText, tableHtml, tablePlain } from "./table-text.js";

/** Groups from 10,000 up, so that a year among counts reads as a year. */
const MIXED = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2, useGrouping: "min2" });

type Cell = string | number | boolean | null | undefined;

/** How the columns of a frame are written. A column that is not named keeps its name and is a count or a text. */
export interface TableOptions {
  readonly caption: string;
  /** The columns to show, in order, with their headings; all of them where absent. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Columns of shares in 0–1, to be written in per cent. */
  readonly percent?: readonly string[];
  /** Columns of numbers that are no counts, with the decimals to write (years: 0, no thousands separator). */
  readonly decimals?: Readonly<Record<string, number>>;
  /** Columns that mix counts and fractions: two decimals at the most, and none where there are none. */
  readonly mixed?: readonly string[];
  /** Columns of factors between two counts: three digits each. */
  readonly factors?: readonly string[];
  /** Columns where NaN is a dash: there is no such number, though all was measured. */
  readonly dashes?: readonly string[];
  /** Columns that are left out where no row has anything in them. */
  readonly optional?: readonly string[];
  /** What stands for NaN and for absent cells. */
  readonly missing?: string;
}

/** Shows a frame, or plain rows, as a table. */
export function table(data: Frame | readonly object[], options: TableOptions): void {
  const text = tableText(data, options);
  display({ data: { "text/html": tableHtml(text), "text/plain": tablePlain(text) } });
}

/** The table's text, without showing it. */
export function tableText(data: Frame | readonly object[], options: TableOptions): TableText {
  const rows = (isRows(data) ? data : rowsOf<object>(data)) as readonly Record<string, Cell>[];
  const names = isRows(data) ? Object.keys(rows[0] ?? {}) : data.columns;
  const all = Object.entries(options.columns ?? Object.fromEntries(names.map((name) => [name, name])));
  const columns = all.filter(
    ([name]) => !options.optional?.includes(name) || rows.some((row) => isThere(row[name])),
  );
  return {
    caption: options.caption,
    headings: columns.map(([, heading]) => heading),
    cells: rows.map((row) => columns.map(([name]) => cellText(row[name], name, options))),
    numeric: columns.map(([name]) => rows.some((row) => typeof row[name] === "number")),
  };
}

function isRows(data: Frame | readonly object[]): data is readonly object[] {
  return Array.isArray(data);
}

function isThere(cell: Cell): boolean {
  return cell !== null && cell !== undefined && cell !== "" && !Number.isNaN(cell);
}

function cellText(cell: Cell, name: string, options: TableOptions): string {
  const { percent = [], decimals = {}, mixed = [], factors = [], dashes = [] } = options;
  const missing = dashes.includes(name) ? "–" : (options.missing ?? NOT_MEASURED_TEXT);
  if (cell === null || cell === undefined || Number.isNaN(cell)) return missing;
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  if (typeof cell === "string") return name === "tool" ? toolName(cell) : cell;
  if (percent.includes(name)) return percentText(cell);
  if (factors.includes(name)) return factorText(cell);
  if (mixed.includes(name)) return MIXED.format(cell);
  const places = decimals[name];
  return (places === undefined ? countText(cell) : cell.toFixed(places)).replace("-", "−");
}
