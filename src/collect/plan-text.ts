import type { DorkingPlan, MiningPlan, Plan } from "./plan.js";
import { requestsText } from "./requests-text.js";

/** The plan for a terminal: every request with its text and address, then how long, then what is set. */
export function planText({ mining, dorking, credentials }: Plan): string {
  return [
    ...miningLines(mining),
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

function miningLines(plan: MiningPlan): string[] {
  const tools = Math.max(...plan.entries.map(({ tool }) => tool.length));
  return [
    `GitHub code search: ${requestsText(plan)}`,
    "",
    ...plan.entries.flatMap(({ position, tool, purposes, text, address }) => [
      `  ${numbered(position)}  ${tool.padEnd(tools)}  ${purposes.join(", ")}`,
      `       ${text}`,
      `       ${address}`,
    ]),
  ];
}

function dorkingLines(plan: DorkingPlan): string[] {
  const days = plan.days === 1 ? "1 day" : `${plan.days} days`;
  return [
    `Google search: ${requestsText(plan)}`,
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
