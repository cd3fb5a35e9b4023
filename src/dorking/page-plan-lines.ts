import type { PageSearch } from "../census/page-search.js";
import { askedEntries, type Plan, type PlanEntry } from "../collect/plan.js";
import { numbered, refusedLines } from "../collect/plan-lines.js";
import type { PageWarning } from "./page-warnings.js";

/** The weak points of searches for pages, a line each. */
export function pageWarningLines(warnings: readonly PageWarning[]): readonly string[] {
  return warnings.map(({ names, message }) => `  ! ${names.join(", ")}: ${message}`);
}

/** The searches of pages in the order of asking, one line for those of a company that follow each other. */
export function pagePlanLines(plan: Plan<PageSearch>): readonly string[] {
  const asked = askedEntries(plan);
  const [first] = asked;
  const days = plan.repeats > 1 ? `, on ${plan.repeats} days` : "";
  return [
    ...inARow(asked).map((entries) => {
      const [one, last] = [entries[0], entries.at(-1)];
      const names = [...new Set(entries.map(({ query }) => query.name))].join(", ");
      return `  ${numbered(one?.position)} to ${numbered(last?.position)}  ${one?.query.company} with ${names}`;
    }),
    ...(first ? [`  Each in the title and in the text${days}; the first of them is: ${first.text}`] : []),
    ...refusedLines(plan, ({ position, text }) => `  ${numbered(position)}  ${text}`),
  ];
}

function inARow(entries: readonly PlanEntry<PageSearch>[]): PlanEntry<PageSearch>[][] {
  const rows: PlanEntry<PageSearch>[][] = [];
  for (const entry of entries) {
    const row = rows.at(-1);
    if (row?.[0]?.query.company === entry.query.company) row.push(entry);
    else rows.push([entry]);
  }
  return rows;
}
