import type { ResultRow } from "../collect/result-row.js";
import { countText, intervalText } from "../figures/number-text.js";
import { toolName } from "../figures/tool-style.js";
import type { CodeFields } from "../mining/code-questions.js";
import { codeOutcomeRows } from "../mining/code-rows.js";
import { OUTCOME_TABLES } from "../notebook/collection-tables.js";
import { tablePlain } from "../notebook/table-text.js";

const HEADINGS = ["no.", "tool", "purpose", "files", "between", "outcome"];
const NUMERIC = HEADINGS.map((heading) => ["no.", "files"].includes(heading));

/** What came of each query, as a table for a terminal; of practice it says so. */
export function resultsText(rows: readonly ResultRow<CodeFields>[], isPractice: boolean): string {
  const cells = codeOutcomeRows({ rows }).map(({ number, tool, purpose, files, low, high, outcome }) => [
    String(number),
    toolName(String(tool)),
    String(purpose),
    countText(Number(files)),
    intervalText({ low: Number(low), high: Number(high) }),
    String(outcome),
  ]);
  const shown = HEADINGS.map((_, column) => cells.some((row) => row[column] !== ""));
  const only = <Item>(items: readonly Item[]): Item[] => items.filter((_, column) => shown[column]);
  return tablePlain({
    caption: OUTCOME_TABLES.code(isPractice).outcomes.caption,
    headings: only(HEADINGS),
    cells: cells.map(only),
    numeric: only(NUMERIC),
  });
}
