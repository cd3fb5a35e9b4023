import type { MiningQuery } from "../census/query.js";
import { askedEntries, type Plan, type PlanEntry } from "../collect/plan.js";
import { numbered, refusedLines, toolWidth } from "../collect/plan-lines.js";

/** Every search of code with its text, address and weak points, and what is not asked: lines for a terminal. */
export function codePlanLines(plan: Plan<MiningQuery>): readonly string[] {
  const line = ({ position, query: { tool, purposes } }: PlanEntry<MiningQuery>) =>
    `  ${numbered(position)}  ${tool.padEnd(toolWidth(plan))}  ${purposes.join(", ")}`;
  return [
    ...askedEntries(plan).flatMap((entry) => [
      line(entry),
      `       ${entry.text}`,
      `       ${entry.address}`,
      ...entry.warnings.map(({ message }) => `       ! ${message}`),
    ]),
    ...refusedLines(plan, line),
  ];
}
