import { makePlan, type Plan } from "../collect/plan.js";
import { credentialRows, dorkingPlanRows, miningPlanRows, type PlanRow } from "../collect/plan-rows.js";
import { requestsText } from "../collect/requests-text.js";
import { loadConfiguration } from "../config/load-configuration.js";
import { loadSettings } from "../config/load-settings.js";

/** A plan as the notebook shows it: rows for its tables, a sentence for its cost. */
export interface NotebookPlan {
  readonly searches: readonly PlanRow[];
  readonly searchCost: string;
  readonly pages: readonly PlanRow[];
  readonly pageCost: string;
  readonly services: readonly PlanRow[];
}

/**
 * The plan that `conf.json` and the settings make. Nothing is asked of anybody.
 *
 * Errors: ConfigurationError with everything that is wrong
 */
export function openPlan(): NotebookPlan {
  const plan = makePlan(loadConfiguration(), loadSettings());
  return {
    searches: miningPlanRows(plan),
    searchCost: `**${requestsText(plan.mining)}.**`,
    pages: dorkingPlanRows(plan),
    pageCost: pageCostText(plan),
    services: credentialRows(plan),
  };
}

function pageCostText({ dorking }: Plan): string {
  if (dorking === undefined) return "`conf.json` plans no searches on Google.";
  const { freePerDay, days } = dorking;
  return `**${requestsText(dorking)}.** Google gives ${freePerDay} a day for free, so this takes ${days === 1 ? "one day" : `${days} days`}, or money.`;
}
