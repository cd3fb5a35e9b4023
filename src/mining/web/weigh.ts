import { type Count, exactCount } from "../../census/count.js";
import type { ReadFrom } from "../../census/outcome.js";
import type { ShownCount } from "./shown-count.js";

/** A count, where it was read, and what its reader should know. */
export interface Weighed {
  readonly count: Count;
  readonly readFrom: readonly ReadFrom[];
  readonly remarks: readonly string[];
}

/** Exact numbers of one search, those of the page's data and of the count endpoint; at least one is there. */
export interface Integers {
  readonly data?: number | undefined;
  readonly endpoint?: number | undefined;
}

/**
 * The count that two exact numbers make: themselves where they agree, else everything between them.
 *
 * Where there are both, neither or each of them is 0: that they differ so much is for the caller to refuse.
 */
export function weighIntegers({ data, endpoint }: Integers): Weighed {
  const readFrom: ReadFrom[] = [
    ...(endpoint === undefined ? [] : (["count endpoint"] as const)),
    ...(data === undefined ? [] : (["page data"] as const)),
  ];
  const value = endpoint ?? data ?? Number.NaN;
  if (data === undefined || endpoint === undefined || data === endpoint) {
    return { count: exactCount(value), readFrom, remarks: [] };
  }
  const count: Count = {
    value,
    low: Math.min(data, endpoint),
    high: Math.max(data, endpoint),
    reading: "estimate",
  };
  const remark = `The count endpoint says ${digits(endpoint)}, the page's data ${digits(data)}.`;
  return { count, readFrom, remarks: [remark] };
}

/**
 * Compares what exact numbers make with what the page shows, which is the last to be believed: not even a doubt where
 * its place is not sure.
 */
export function weighWithText(weighed: Weighed, shown: ShownCount): Weighed {
  if (shown.kind === "none") return weighed;
  if (shown.kind === "several") return withRemark(weighed, "The page shows several numbers of files.");
  const { count } = weighed;
  const { count: text, isSure } = shown;
  const readFrom: ReadFrom[] = [...weighed.readFrom, "page text"];
  if (text.reading === "at least" && text.value === count.high) {
    const bounded = { ...weighed, count: asLowerBound(count), readFrom };
    return withRemark(bounded, `The page says “more than ${digits(text.value)}”.`);
  }
  if (overlaps(count, withTruncation(text))) return { ...weighed, readFrom };
  const remark = `The page's text says ${rangeText(text)}, which does not fit.`;
  return withRemark(isSure ? { ...weighed, count: spanned(count, text), readFrom } : weighed, remark);
}

function withRemark(weighed: Weighed, remark: string): Weighed {
  return { ...weighed, remarks: [...weighed.remarks, remark] };
}

/** The count where only the page's text and the count endpoint tell: the exact number where it fits the text. */
export function weighTextWithEndpoint(text: Count, endpoint: number): Weighed {
  const readFrom: readonly ReadFrom[] = ["count endpoint", "page text"];
  const exact = exactCount(endpoint);
  if (text.reading === "at least" && text.value === endpoint) {
    const remark = `The page says “more than ${digits(endpoint)}”.`;
    return { count: asLowerBound(exact), readFrom, remarks: [remark] };
  }
  if (fits(text, endpoint)) return { count: exact, readFrom, remarks: [] };
  const remark = `The count endpoint says ${digits(endpoint)}, the page's text ${rangeText(text)}.`;
  return { count: spanned(exact, text), readFrom, remarks: [remark] };
}

/** Whether a text can stand for an exact number, be it rounded or cut: 1,100 to the nearest 100 for 1,050 to 1,199. */
export function fits(text: Count, exact: number): boolean {
  return overlaps(exactCount(exact), withTruncation(text));
}

/** A rounded text may also have been cut: the true number may then be up to a whole step higher. */
function withTruncation(text: Count): Count {
  return text.reading === "rounded" ? { ...text, high: 2 * text.high - text.value + 1 } : text;
}

/** A count of which it is known that some is missing. */
export function asLowerBound({ value, low }: Count): Count {
  return { value, low, high: Number.POSITIVE_INFINITY, reading: "at least" };
}

/** The count within an interval that holds the other one too. */
function spanned({ value, low, high }: Count, other: Count): Count {
  const ends = { low: Math.min(low, other.low), high: Math.max(high, other.high) };
  return { value, ...ends, reading: Number.isFinite(ends.high) ? "estimate" : "at least" };
}

function overlaps(one: Count, other: Count): boolean {
  return one.low <= other.high && other.low <= one.high;
}

function rangeText({ low, high }: Count): string {
  if (low === high) return digits(low);
  return Number.isFinite(high) ? `${digits(low)} to ${digits(high)}` : `more than ${digits(low)}`;
}

function digits(value: number): string {
  return value.toLocaleString("en-GB");
}
