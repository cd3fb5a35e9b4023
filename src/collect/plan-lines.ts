import type { Plan, PlanEntry } from "./plan.js";
import { refusals } from "./refusals.js";

/** What of a plan is not asked, each reason once, with a line for each query that it is about. */
export function refusedLines<Query>(
  plan: Pick<Plan<Query>, "entries">,
  lineOf: (entry: PlanEntry<Query>) => string,
): readonly string[] {
  return refusals(plan).flatMap(({ reason, entries }) => [
    "",
    `NOT ASKED: ${reason}`,
    ...entries.map(lineOf),
  ]);
}

/** How many characters the longest name of a tool has. */
export function toolWidth({ entries }: Plan<{ readonly tool: string }>): number {
  return Math.max(...entries.map(({ query }) => query.tool.length));
}

/** A place in the order of asking, with which a line begins. */
export function numbered(position: number | undefined): string {
  return String(position).padStart(3);
}
