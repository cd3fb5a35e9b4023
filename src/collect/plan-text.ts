import type { DorkingPlan, MiningPlan, MiningPlanEntry, Plan } from "./plan.js";
import { refusals } from "./refusals.js";
import { requestsText } from "./requests-text.js";

/**
 * The plan for a terminal: how long it takes, every request with its text and address, what is not asked, what is set.
 *
 * Input: searchCost: what the searches of code cost, where it is not what the plan alone says
 */
export function planText(plan: Plan, searchCost = `${requestsText(plan.mining)}.`): string {
  const { mining, dorking, credentials } = plan;
  return [
    `GitHub code search: ${searchCost}`,
    "",
    ...miningLines(mining),
    ...refusalLines(mining),
    "",
    ...(dorking ? dorkingLines(dorking) : ["Google: nothing is configured (conf.json has no dorking)."]),
    "",
    "Credentials",
    ...credentials.map(({ what, words }) => `  ${what}: ${words}`),
    "",
    "Nothing has been asked.",
    "",
  ].join("\n");
}

function miningLines({ entries }: MiningPlan): string[] {
  const asked = entries.filter(({ refusal }) => refusal === undefined);
  return asked.flatMap((entry) => [
    entryLine(entry, entries),
    `       ${entry.text}`,
    `       ${entry.address}`,
    ...entry.warnings.map(({ message }) => `       ! ${message}`),
  ]);
}

function refusalLines(plan: MiningPlan): string[] {
  return refusals(plan).flatMap(({ reason, entries }) => [
    "",
    `NOT ASKED: ${reason}`,
    ...entries.map((entry) => entryLine(entry, plan.entries)),
  ]);
}

function entryLine({ position, tool, purposes }: MiningPlanEntry, all: readonly MiningPlanEntry[]): string {
  const width = Math.max(...all.map((entry) => entry.tool.length));
  return `  ${numbered(position)}  ${tool.padEnd(width)}  ${purposes.join(", ")}`;
}

function dorkingLines(plan: DorkingPlan): string[] {
  const days = plan.days === 1 ? "1 day" : `${plan.days} days`;
  return [
    `Google search: ${requestsText(plan)}.`,
    `  ${plan.freePerDay} a day are free: ${days} without payment. The key and the engine are added to the address when it is asked.`,
    "",
    ...plan.entries.flatMap(({ position, text, address }) => [
      `  ${numbered(position)}  ${text}`,
      `       ${address}`,
    ]),
  ];
}

function numbered(position: number): string {
  return String(position).padStart(3);
}
