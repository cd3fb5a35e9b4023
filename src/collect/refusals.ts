import type { Plan, PlanEntry } from "./plan.js";

/** The queries that the source cannot ask, for one reason. */
export interface Refusal<Query> {
  readonly reason: string;
  readonly entries: readonly PlanEntry<Query>[];
}

/** What of a plan will not be asked: each reason once, with its queries in their order. */
export function refusals<Query>({ entries }: Pick<Plan<Query>, "entries">): readonly Refusal<Query>[] {
  const reasons = new Set(entries.flatMap(({ refusal }) => refusal ?? []));
  return [...reasons].map((reason) => ({
    reason,
    entries: entries.filter(({ refusal }) => refusal === reason),
  }));
}
