import { PRACTICE } from "../census/practice.js";
import type { MiningQuery } from "../census/query.js";
import type { Collection } from "../collect/collector.js";
import { endsOf, readFromText } from "../collect/outcome-rows.js";
import { askedEntries, type Plan } from "../collect/plan.js";
import type { PlanRow } from "../collect/plan-rows.js";
import type { ResultOfQuery } from "../collect/result-row.js";
import type { CodeFields } from "./code-questions.js";

/** One row a search of code that is asked: number, tool, purpose, search text, address. */
export function codePlanRows(plan: Plan<MiningQuery>): readonly PlanRow[] {
  return askedEntries(plan).map(({ position, query, text, address }) => ({
    number: position,
    tool: query.tool,
    purpose: query.purposes.join(", "),
    "search text": text,
    address,
  }));
}

/**
 * One row a query: number, tool, purpose, search, outcome, files (NaN where not counted), low, high, reading, where it
 * was read (left out where {@link readFromText} says it of all), and when; a table of practice has no time, so that it
 * is the same every time.
 */
export function codeOutcomeRows({ rows }: Pick<Collection<CodeFields>, "rows">): readonly PlanRow[] {
  const isSaidOnce = readFromText({ rows }) !== "";
  return rows.map((row, place) => ({
    number: place + 1,
    tool: row.tool,
    purpose: row.purpose.join(", "),
    search: row.search,
    outcome: row.outcome,
    ...countCells(row),
    ...(!isSaidOnce && { "read from": row.readFrom.join(", ") }),
    ...(row.service !== PRACTICE && { time: row.time ?? "" }),
  }));
}

function countCells(row: ResultOfQuery): PlanRow {
  const { value, low, high } = endsOf(row);
  return { files: value, low, high, reading: row.reading };
}
