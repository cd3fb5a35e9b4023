import { median } from "simple-statistics";
import { type Count, isMeasured } from "../census/count.js";
import { utcDay } from "../census/utc-day.js";
import { countOf } from "./count-columns.js";
import { checkedRows, type Frame, frameOf, type RowOf } from "./data-frame.js";
import { PAGE_READING_COLUMNS } from "./study-data.js";

export const REPEATED_COLUMNS = {
  company: "text",
  tool: "text",
  name: "text",
  place: "text",
  search: "text",
  days: "number",
  readings: "number",
  measured: "number",
  median: "number",
  least: "number",
  greatest: "number",
  low: "number",
  high: "number",
} as const;

/**
 * What the searches that were asked more than once gave each time.
 *
 * Input:   one row a reading: company, tool, name, place, search, time, value, low, high (pages), reading
 * Returns: one row a search with more than one reading: company, tool, name, place, search, days (on which it was asked),
 *          readings (answers), measured (answers with a number), median, least, greatest (pages), low, high (the widest
 *          interval that the readings give)
 * Missing: NaN where no answer had a number
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  this project's own: a service's estimates change from day to day
 */
export function repeatedSearches(pageReadings: Frame): Frame {
  const all = checkedRows(pageReadings, PAGE_READING_COLUMNS);
  const searches = [...new Set(all.map(keyOf))];
  const repeated = searches
    .map((search) => all.filter((row) => keyOf(row) === search))
    .filter((rows) => rows.length > 1);
  return frameOf(REPEATED_COLUMNS, repeated.map(summary));
}

type Row = RowOf<typeof PAGE_READING_COLUMNS>;

function keyOf({ company, tool, name, place }: Row): string {
  return JSON.stringify([company, tool, name, place]);
}

function summary(rows: readonly Row[]): RowOf<typeof REPEATED_COLUMNS> {
  const { company, tool, name, place, search } = rows[0] as Row;
  const counts = rows.map(countOf).filter(isMeasured);
  const days = new Set(rows.map((row) => utcDay(row.time)));
  return {
    ...{ company, tool, name, place, search },
    days: days.size,
    readings: rows.length,
    measured: counts.length,
    ...spread(counts),
  };
}

function spread(counts: readonly Count[]) {
  const values = counts.map(({ value }) => value);
  const of = (pick: (...numbers: number[]) => number, numbers: readonly number[]) =>
    numbers.length === 0 ? Number.NaN : pick(...numbers);
  return {
    median: values.length === 0 ? Number.NaN : median(values),
    least: of(Math.min, values),
    greatest: of(Math.max, values),
    low: of(
      Math.min,
      counts.map(({ low }) => low),
    ),
    high: of(
      Math.max,
      counts.map(({ high }) => high),
    ),
  };
}
