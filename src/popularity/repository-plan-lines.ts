import type { RepositoryQuery } from "../census/repository-query.js";
import type { Plan } from "../collect/plan.js";
import { numbered, toolWidth } from "../collect/plan-lines.js";

/** Every repository that is asked for. */
export function repositoryPlanLines(plan: Plan<RepositoryQuery>): readonly string[] {
  return plan.entries.map(
    ({ position, query, address }) =>
      `  ${numbered(position)}  ${query.tool.padEnd(toolWidth(plan))}  ${address}`,
  );
}
