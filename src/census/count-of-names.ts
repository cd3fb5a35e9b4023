import { type Count, isMeasured, NOT_MEASURED } from "./count.js";

/**
 * Pages that hold any name of a tool, from one count a name.
 *
 * A page can hold two of the names, so the counts do not add up: there are at least as many pages as the largest name
 * has, and at most as many as all have together.
 *
 * Returns: value and low of the name with the largest value; high is the sum of all highs; reading "estimate", or "at
 *          least" with `high` Infinity where a name has no upper end or was not measured. One name alone keeps its count
 * Missing: no name measured gives NOT_MEASURED
 */
export function countOfNames(counts: readonly Count[]): Count {
  const [first, ...others] = counts.filter(isMeasured).toSorted((a, b) => b.value - a.value);
  if (first === undefined) return NOT_MEASURED;
  if (counts.length === 1) return first;
  const { value, low } = first;
  const high = counts.every(isMeasured)
    ? others.reduce((sum, count) => sum + count.high, first.high)
    : Number.POSITIVE_INFINITY;
  return { value, low, high, reading: Number.isFinite(high) ? "estimate" : "at least" };
}
