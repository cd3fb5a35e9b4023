import type { Plan } from "./plan.js";

/** A table's row: what a column is called, and its text or number. */
export type PlanRow = Readonly<Record<string, string | number>>;

/** One row a search of code: number, tool, purpose, search text, address. */
export function miningPlanRows({ mining }: Plan): readonly PlanRow[] {
  return mining.entries.map(({ position, tool, purposes, text, address }) => ({
    number: position,
    tool,
    purpose: purposes.join(", "),
    "search text": text,
    address,
  }));
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
