import { type Count, countEstimatedByGoogle } from "../census/count.js";
import type { Correction, Evidence, FoundPage } from "../census/evidence.js";
import type { PageReply } from "./page-reply.js";

/** What an answer to a search for pages holds. */
export interface Found {
  /** Who answered, as reasons and remarks call it. */
  readonly service: string;
  /** The total wherever the answer gives it, the one to be taken first: whole numbers. None: the answer gives no total. */
  readonly totals: readonly number[];
  /** How many results the answer lists. */
  readonly listed: number;
  readonly pages: readonly FoundPage[];
  readonly correction?: Correction;
  /** Why the number cannot be taken for that of the text, a sentence; absent where nothing speaks against it. */
  readonly doubt?: string;
  readonly remarks?: readonly string[];
}

/**
 * The number of an answer, as far as the rest of the answer bears it out.
 *
 * Missing: no total, the total of another search, and a 0 that the answer itself contradicts are "not given", never 0
 */
export function estimateReply(found: Found): PageReply {
  const reason = maybeNoNumber(found);
  const evidence = evidenceOf(found);
  if (reason !== undefined) return { kind: "not given", reason, ...evidence };
  const remarks = [...(found.remarks ?? []), ...remarksOn(found)];
  return { kind: "counted", count: countOf(found), readFrom: ["API answer"], remarks, ...evidence };
}

function maybeNoNumber({ service, totals, listed, correction, doubt }: Found): string | undefined {
  if (correction?.isApplied) {
    return `${service} searched for "${correction.text}" instead: its number is not that of this text`;
  }
  if (doubt !== undefined) return doubt;
  if (totals.length === 0) return `${service} gave no total`;
  if (!totals.includes(0)) return undefined;
  if (listed > 0) return `${service} gave 0 as the total, and listed ${pagesText(listed)}`;
  return totals.every((total) => total === 0)
    ? undefined
    : `${service} gave 0 as the total in one place, and ${Math.max(...totals)} in another`;
}

function countOf({ totals, listed }: Found): Count {
  const [value = Number.NaN] = totals;
  if (isBelowListed({ totals, listed })) {
    return { value: listed, low: listed, high: Number.POSITIVE_INFINITY, reading: "at least" };
  }
  const counts = totals.map(countEstimatedByGoogle);
  const low = Math.min(...counts.map((count) => count.low));
  const high = Math.max(...counts.map((count) => count.high));
  return { value, low: Math.max(low, listed), high, reading: "estimate" };
}

function isBelowListed({ totals, listed }: Pick<Found, "totals" | "listed">): boolean {
  return totals.some((total) => total < listed);
}

function remarksOn({ service, totals, listed, correction }: Found): string[] {
  const [total = Number.NaN] = totals;
  const said = [...new Set(totals)];
  return [
    ...(said.length > 1 ? [`${service} gave different totals in one answer: ${said.join(" and ")}.`] : []),
    ...(isBelowListed({ totals, listed })
      ? [`${service} listed ${pagesText(listed)}, more than its total of ${Math.min(...totals)}.`]
      : []),
    ...(total > 0 && listed === 0 ? [`${service} listed no page beside its total.`] : []),
    ...(correction
      ? [`${service} suggests "${correction.text}"; the number is that of the text that was sent.`]
      : []),
  ];
}

function evidenceOf({ pages, correction }: Found): { readonly evidence?: Evidence } {
  if (pages.length === 0 && correction === undefined) return {};
  return { evidence: { ...(pages.length > 0 && { pages }), ...(correction && { correction }) } };
}

function pagesText(listed: number): string {
  return listed === 1 ? "1 result" : `${listed} results`;
}
