import type { PageSearch } from "../census/page-search.js";
import type { MiningQuery } from "../census/query.js";
import type { RepositoryQuery } from "../census/repository-query.js";
import type { Plan, PlanEntry } from "./plan.js";
import { refusals } from "./refusals.js";

/** Every search of code with its text, address and weak points, and what is not asked: lines for a terminal. */
export function codePlanLines(plan: Plan<MiningQuery>): readonly string[] {
  const asked = plan.entries.filter(({ refusal }) => refusal === undefined);
  const line = ({ position, query: { tool, purposes } }: PlanEntry<MiningQuery>) =>
    `  ${numbered(position)}  ${tool.padEnd(widthOf(plan))}  ${purposes.join(", ")}`;
  return [
    ...asked.flatMap((entry) => [
      line(entry),
      `       ${entry.text}`,
      `       ${entry.address}`,
      ...entry.warnings.map(({ message }) => `       ! ${message}`),
    ]),
    ...refusals(plan).flatMap(({ reason, entries }) => ["", `NOT ASKED: ${reason}`, ...entries.map(line)]),
  ];
}

/** The searches of pages in the order of asking, one line for those of a company that follow each other. */
export function pagePlanLines(plan: Plan<PageSearch>): readonly string[] {
  const asked = plan.entries.filter(({ refusal }) => refusal === undefined);
  const [first] = asked;
  const days = plan.repeats > 1 ? `, on ${plan.repeats} days` : "";
  return [
    ...inARow(asked).map((entries) => {
      const [one, last] = [entries[0], entries.at(-1)];
      const names = [...new Set(entries.map(({ query }) => query.name))].join(", ");
      return `  ${numbered(one?.position)} to ${numbered(last?.position)}  ${one?.query.company} with ${names}`;
    }),
    ...(first ? [`  Each in the title and in the text${days}; the first of them is: ${first.text}`] : []),
    ...refusals(plan).flatMap(({ reason, entries }) => [
      "",
      `NOT ASKED: ${reason}`,
      ...entries.map(({ position, text }) => `  ${numbered(position)}  ${text}`),
    ]),
  ];
}

/** Every repository that is asked for. */
export function repositoryPlanLines(plan: Plan<RepositoryQuery>): readonly string[] {
  return plan.entries.map(
    ({ position, query, address }) =>
      `  ${numbered(position)}  ${query.tool.padEnd(widthOf(plan))}  ${address}`,
  );
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

function widthOf({ entries }: Plan<{ readonly tool: string }>): number {
  return Math.max(...entries.map(({ query }) => query.tool.length));
}

function numbered(position: number | undefined): string {
  return String(position).padStart(3);
}
