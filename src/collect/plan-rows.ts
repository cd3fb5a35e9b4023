import type { MiningPlanEntry, Plan } from "./plan.js";

/** A table's row: what a column is called, and its text or number. */
export type PlanRow = Readonly<Record<string, string | number>>;

/** One row a search of code that is asked: number, tool, purpose, search text, address. */
export function miningPlanRows({ mining }: Plan): readonly PlanRow[] {
  const asked = mining.entries.filter(({ refusal }) => refusal === undefined);
  return asked.map(({ position, tool, purposes, text, address }) => ({
    number: position,
    tool,
    purpose: purposes.join(", "),
    "search text": text,
    address,
  }));
}

/**
 * One row a warning, and one a reason why queries are not asked: the numbers of the queries that it is about, their tools,
 * what to know. None where all queries are clear.
 */
export function warningRows({ mining }: Plan): readonly PlanRow[] {
  const texts = new Set(mining.entries.flatMap(textsOf));
  return [...texts].map((text) => {
    const about = mining.entries.filter((entry) => textsOf(entry).includes(text));
    return {
      queries: about.map(({ position }) => position).join(", "),
      tool: [...new Set(about.map(({ tool }) => tool))].join(", "),
      "what to know": text,
    };
  });
}

function textsOf({ refusal, warnings }: MiningPlanEntry): readonly string[] {
  return refusal === undefined ? warnings.map(({ message }) => message) : [`Not asked: ${refusal}`];
}

/** One row a search on Google: number, company, tool, where, search text, address; none where none is configured. */
export function dorkingPlanRows({ dorking }: Plan): readonly PlanRow[] {
  return (dorking?.entries ?? []).map(({ position, company, tool, place, text, address }) => ({
    number: position,
    company,
    tool,
    where: place,
    "search text": text,
    address,
  }));
}

/** One row a service: what it is, whether it is set, in words. */
export function credentialRows({ credentials }: Plan): readonly PlanRow[] {
  return credentials.map(({ what, words }) => ({ service: what, state: words }));
}
