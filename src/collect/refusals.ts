import type { MiningPlan, MiningPlanEntry } from "./plan.js";

/** The queries that the source cannot ask, for one reason. */
export interface Refusal {
  readonly reason: string;
  readonly entries: readonly MiningPlanEntry[];
}

/** What of a plan will not be asked: each reason once, with its queries in their order. */
export function refusals({ entries }: Pick<MiningPlan, "entries">): readonly Refusal[] {
  const reasons = new Set(entries.flatMap(({ refusal }) => refusal ?? []));
  return [...reasons].map((reason) => ({
    reason,
    entries: entries.filter(({ refusal }) => refusal === reason),
  }));
}
