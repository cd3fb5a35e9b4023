import type { PageSearch } from "../census/page-search.js";
import type { MiningQuery } from "../census/query.js";
import type { RepositoryQuery } from "../census/repository-query.js";
import type { Credential, Plan, PlanEntry } from "./plan.js";

/** A table's row: what a column is called, and its text or number. */
export type PlanRow = Readonly<Record<string, string | number>>;

/** One row a search of code that is asked: number, tool, purpose, search text, address. */
export function codePlanRows(plan: Plan<MiningQuery>): readonly PlanRow[] {
  return asked(plan).map(({ position, query, text, address }) => ({
    number: position,
    tool: query.tool,
    purpose: query.purposes.join(", "),
    "search text": text,
    address,
  }));
}

/**
 * One row a warning, and one a reason why queries are not asked: the numbers of the queries that it is about, their tools,
 * what to know. None where all queries are clear.
 */
export function warningRows<Query extends { readonly tool: string }>(plan: Plan<Query>): readonly PlanRow[] {
  const texts = new Set(plan.entries.flatMap(textsOf));
  return [...texts].map((text) => {
    const about = plan.entries.filter((entry) => textsOf(entry).includes(text));
    return {
      queries: about.map(({ position }) => position).join(", "),
      tool: [...new Set(about.map(({ query }) => query.tool))].join(", "),
      "what to know": text,
    };
  });
}

function textsOf({ refusal, warnings }: PlanEntry<unknown>): readonly string[] {
  return refusal === undefined ? warnings.map(({ message }) => message) : [`Not asked: ${refusal}`];
}

/**
 * One row a company and a name of a tool: company, name, what the tool is to the company, and the searches in the title and in the text, each
 * with its number in the order of asking.
 */
export function pagePlanRows(plan: Plan<PageSearch>): readonly PlanRow[] {
  return [...pairsOf(asked(plan)).values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const { company, name, kind } = first.query;
    const numbers = entries.map(({ position }) => position);
    return [
      {
        numbers: `${Math.min(...numbers)}–${Math.max(...numbers)}`,
        company,
        name,
        kind,
        searches: entries.map(({ text }) => text).join("; "),
      },
    ];
  });
}

function pairsOf(entries: readonly PlanEntry<PageSearch>[]): Map<string, PlanEntry<PageSearch>[]> {
  const groups = new Map<string, PlanEntry<PageSearch>[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.query.company, entry.query.name]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}

/** One row a repository: number, tool, repository, address. */
export function repositoryPlanRows(plan: Plan<RepositoryQuery>): readonly PlanRow[] {
  return asked(plan).map(({ position, query, address }) => ({
    number: position,
    tool: query.tool,
    repository: query.repository,
    address,
  }));
}

/** One row a service: what it is, whether it is set, in words. */
export function credentialRows(credentials: readonly Credential[]): readonly PlanRow[] {
  return credentials.map(({ what, words }) => ({ service: what, state: words }));
}

function asked<Query>({ entries }: Plan<Query>): readonly PlanEntry<Query>[] {
  return entries.filter(({ refusal }) => refusal === undefined);
}
