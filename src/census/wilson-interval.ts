/** The quantile of the normal distribution that leaves 2.5 % above it. */
const Z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval in which a share lies with 95 % confidence, from so many successes in so many trials.
 *
 * Unlike the textbook's it stays in 0–1, and is not empty where all trials succeed or none does.
 *
 * Input:   whole numbers, 0 <= successes <= trials
 * Returns: low and high, in 0–1; no trials say nothing of the share: 0 to 1
 * Errors:  RangeError for any other numbers
 * Source:  Wilson 1927, score interval without correction for continuity
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  requireCounts(successes, trials);
  if (trials === 0) return { low: 0, high: 1 };
  const [share, weight] = [successes / trials, Z ** 2 / trials];
  const middle = (share + weight / 2) / (1 + weight);
  const half = (Math.sqrt(weight * (share * (1 - share) + weight / 4)) || 0) / (1 + weight);
  return {
    low: successes === 0 ? 0 : Math.max(0, middle - half),
    high: successes === trials ? 1 : Math.min(1, middle + half),
  };
}

function requireCounts(successes: number, trials: number): void {
  const areWhole = Number.isInteger(successes) && Number.isInteger(trials);
  if (areWhole && 0 <= successes && successes <= trials) return;
  throw new RangeError(
    `Expected whole numbers, 0 <= successes <= trials, found ${successes} successes in ${trials} trials.`,
  );
}
