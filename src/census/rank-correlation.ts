import { sampleRankCorrelation } from "simple-statistics";

/** Fewer pairs than this say nothing of whether two orders agree. */
const LEAST_PAIRS = 3;

/**
 * Spearman's rank correlation: whether two columns put the same things in the same order, from -1 to 1. Equal values share
 * the mean of their ranks.
 *
 * Input:   pairs of numbers, none of them NaN
 * Returns: NaN for fewer than three pairs, or where all values of a column are equal
 * Source:  Spearman 1904
 */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const [first, second] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  if (pairs.length < LEAST_PAIRS || isConstant(first) || isConstant(second)) return Number.NaN;
  return Math.max(-1, Math.min(1, sampleRankCorrelation(first, second)));
}

function isConstant(values: readonly number[]): boolean {
  return new Set(values).size < 2;
}
