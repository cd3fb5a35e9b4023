/** A part and the rest of the same whole, each with its interval. */
interface Ends {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A share with the interval in which it lies: all in 0–1, NaN where it is not known. */
export interface ShareRange {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const NO_SHARE: ShareRange = { share: Number.NaN, low: Number.NaN, high: Number.NaN };

/**
 * Share of a part in a whole, by interval arithmetic: it is smallest where the part is at its low end and all else at its
 * high end, largest the other way round.
 *
 * Input:   part; rest: all else; whole: how the two make the whole, their sum where absent
 * Missing: NaN where either was not measured, or the whole is 0
 */
export function shareRange(
  part: Ends,
  rest: Ends,
  whole: (part: number, rest: number) => number = (a, b) => a + b,
): ShareRange {
  const share = part.value / whole(part.value, rest.value);
  if (Number.isNaN(share)) return NO_SHARE;
  return {
    share,
    low: part.low === 0 ? 0 : part.low / whole(part.low, rest.high),
    high: highEnd(part.high, whole(part.high, rest.low)),
  };
}

function highEnd(part: number, whole: number): number {
  if (part === 0) return 0;
  return part === Number.POSITIVE_INFINITY ? 1 : part / whole;
}
