import type { Credential, Plan, PlanEntry } from "./plan.js";

/** A table's row: what a column is called, and its text or number. */
export type PlanRow = Readonly<Record<string, string | number>>;

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

/** One row a service: what it is, whether it is set, in words. */
export function credentialRows(credentials: readonly Credential[]): readonly PlanRow[] {
  return credentials.map(({ what, words }) => ({ service: what, state: words }));
}
