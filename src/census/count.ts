/**
 * How a count was read:
 * `exact` the service gave every digit; `rounded` it abbreviated; `at least` and `at most` it gave a bound;
 * `estimate` the service itself calls it an estimate; `chart` read off a printed chart; `not measured` nobody asked.
 */
export const READINGS = [
  "exact",
  "rounded",
  "at least",
  "at most",
  "estimate",
  "chart",
  "not measured",
] as const;

export type Reading = (typeof READINGS)[number];

/**
 * A number that somebody counted, with the interval in which the true reading lies.
 *
 * Units:   things counted (files, pages, stars)
 * Missing: `value`, `low` and `high` are NaN and `reading` is "not measured"; never 0
 * Bounds:  `low <= value <= high`; `high` is Infinity where only a lower bound is known
 */
export interface Count {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly reading: Reading;
}

export const NOT_MEASURED: Count = {
  value: Number.NaN,
  low: Number.NaN,
  high: Number.NaN,
  reading: "not measured",
};

export function isMeasured(count: Pick<Count, "value">): boolean {
  return !Number.isNaN(count.value);
}

export function exactCount(value: number): Count {
  return { value, low: value, high: value, reading: "exact" };
}

/** A number rounded to the nearest multiple of `step` (halves up): 1,100 in steps of 100 is 1,050 to 1,149. */
export function countRoundedTo(value: number, step: number, reading: Reading = "rounded"): Count {
  return { value, low: Math.ceil(value - step / 2), high: Math.ceil(value + step / 2) - 1, reading };
}

/**
 * The count behind a number that GitHub's search page showed.
 *
 * The page writes every digit under 1,000, one decimal of a thousand under 100,000 (`1.1k`, `93k` for 93.0k)
 * and whole thousands from there (`197k`); millions alike.
 * Source: study 2025, its result file.
 */
export function countShownByGitHub(value: number): Count {
  if (Number.isNaN(value)) return NOT_MEASURED;
  if (value < 1_000) return exactCount(value);
  const unit = value < 1_000_000 ? 1_000 : 1_000_000;
  return countRoundedTo(value, value < 100 * unit ? unit / 10 : unit);
}

/**
 * A total that Google gives, which it calls an estimate: about three significant digits.
 *
 * A number of more digits that ends in zeros was rounded there: 14,200 is 14,150 to 14,249. One that does not is taken as
 * it stands.
 * Source: study 2025, its spreadsheet; Google's own words on its totals
 */
export function countEstimatedByGoogle(value: number): Count {
  if (Number.isNaN(value)) return NOT_MEASURED;
  const step = value < 1_000 ? 1 : 10 ** (Math.floor(Math.log10(value)) - 2);
  if (step === 1 || value % step !== 0) return { value, low: value, high: value, reading: "estimate" };
  return countRoundedTo(value, step, "estimate");
}

/**
 * The sum of counts, with the sums of their ends. What was not measured is left out; nothing measured gives NOT_MEASURED.
 *
 * The reading is that of the parts where they agree, else the vaguest of them ("rounded" where one part is).
 */
export function sumOfCounts(counts: readonly Count[]): Count {
  const measured = counts.filter(isMeasured);
  if (measured.length === 0) return NOT_MEASURED;
  const total = (end: "value" | "low" | "high") => measured.reduce((sum, count) => sum + count[end], 0);
  return { value: total("value"), low: total("low"), high: total("high"), reading: vaguest(measured) };
}

/** `whole − part`, at its widest; NOT_MEASURED when either is. It can be negative: see the frame that uses it. */
export function differenceOfCounts(whole: Count, part: Count): Count {
  if (!isMeasured(whole) || !isMeasured(part)) return NOT_MEASURED;
  return {
    value: whole.value - part.value,
    low: whole.low - part.high,
    high: whole.high - part.low,
    reading: vaguest([whole, part]),
  };
}

/** From precise to vague: a sum is as vague as its vaguest part. */
function vaguest(counts: readonly Count[]): Reading {
  const order: readonly Reading[] = READINGS;
  return order[Math.max(...counts.map((count) => order.indexOf(count.reading)))] ?? "not measured";
}
