import type { RepositoryQuery } from "../census/repository-query.js";
import { endsOf } from "../collect/outcome-rows.js";
import { askedEntries, type Plan } from "../collect/plan.js";
import type { PlanRow } from "../collect/plan-rows.js";
import type { ResultRow } from "../collect/result-row.js";
import type { RepositoryFields } from "./repository-questions.js";

/** One row a repository: number, tool, repository, address. */
export function repositoryPlanRows(plan: Plan<RepositoryQuery>): readonly PlanRow[] {
  return askedEntries(plan).map(({ position, query, address }) => ({
    number: position,
    tool: query.tool,
    repository: query.repository,
    address,
  }));
}

/**
 * One row a repository, in the order of asking: tool, repository (its name now), stars, forks, created (year), archived.
 *
 * Missing: NaN, and "" where nothing was answered
 */
export function repositoryOutcomeRows(rows: readonly ResultRow<RepositoryFields>[]): readonly PlanRow[] {
  return rows.map((row) => {
    const facts = row.readings.at(-1)?.evidence?.repository;
    return {
      tool: row.tool,
      repository: facts?.fullName ?? row.repository,
      stars: endsOf(row).value,
      forks: facts?.forks ?? Number.NaN,
      created: facts?.created.slice(0, "2026".length) ?? "",
      archived: facts === undefined ? "" : facts.archived ? "yes" : "no",
    };
  });
}
