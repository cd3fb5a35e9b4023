import { type Count, isMeasured, NOT_MEASURED } from "./count.js";

/**
 * One count from several readings of the same thing: their median, within the widest interval that they give.
 *
 * Value:   of an even number of readings the lower one of the two in the middle, so that it is always one that was read
 * Reading: that of the parts where they agree in everything, else "estimate"; "at least" where any part is, with
 *          `high` Infinity
 * Missing: what was not measured is left out; nothing measured gives NOT_MEASURED
 */
export function combineCounts(counts: readonly Count[]): Count {
  const measured = counts.filter(isMeasured);
  const [first] = measured;
  if (first === undefined) return NOT_MEASURED;
  if (measured.every((count) => isSame(count, first))) return first;
  const isOpen = measured.some(
    ({ high, reading }) => reading === "at least" || high === Number.POSITIVE_INFINITY,
  );
  return {
    value: lowerMedian(measured.map(({ value }) => value)),
    low: Math.min(...measured.map(({ low }) => low)),
    high: isOpen ? Number.POSITIVE_INFINITY : Math.max(...measured.map(({ high }) => high)),
    reading: isOpen ? "at least" : "estimate",
  };
}

function isSame(one: Count, other: Count): boolean {
  return (["value", "low", "high", "reading"] as const).every((key) => one[key] === other[key]);
}

function lowerMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}
