const GROUPED = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

const FACTOR = new Intl.NumberFormat("en-US", { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });

/** What stands in a figure, a table or a sentence where nobody measured. */
export const NOT_MEASURED_TEXT = "not measured";

/** `197,000`; "not measured" for NaN, never 0. */
export function countText(value: number): string {
  if (Number.isNaN(value)) return NOT_MEASURED_TEXT;
  return Number.isFinite(value) ? GROUPED.format(value) : "not bounded";
}

/** `≥ 210` where only a lower bound is known, else the count alone. */
export function boundText(
  { value, high }: { readonly value: number; readonly high: number },
  text: (count: number) => string = countText,
): string {
  return isLowerBound({ value, high }) ? `≥ ${text(value)}` : text(value);
}

/** Whether a count has no upper end. */
export function isLowerBound({ value, high }: { readonly value: number; readonly high: number }): boolean {
  return !Number.isNaN(value) && high === Number.POSITIVE_INFINITY;
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** `196,500–197,499`, or `at least 100,000`; empty where the interval is the value alone, or says nothing. */
export function intervalText({ low, high }: Interval): string {
  return low === high ? "" : betweenText({ low, high }, countText);
}

/** Three digits, padded, so that factors line up: `1.80`, `12.0`, `1,230`; "not bounded" for Infinity. */
export function factorText(factor: number): string {
  return Number.isFinite(factor) ? FACTOR.format(factor) : countText(factor);
}

/** A share in 0–1 as `71.2 %`, with two decimals under 1 %; "not measured" for NaN. */
export function percentText(share: number): string {
  if (Number.isNaN(share)) return NOT_MEASURED_TEXT;
  if (!Number.isFinite(share)) return "not bounded";
  const percent = share * 100;
  return `${percent.toFixed(percent !== 0 && Math.abs(percent) < 1 ? 2 : 1).replace("-", "−")} %`;
}

/** `71.0–71.3 %`, or `at least 71.0 %`; empty where the ends read the same, or say nothing. */
export function percentIntervalText({ low, high }: Interval): string {
  if (percentText(low) === percentText(high)) return "";
  return betweenText({ low, high }, percentText).replace(" %–", "–");
}

function betweenText({ low, high }: Interval, text: (end: number) => string): string {
  const [hasLow, hasHigh] = [Number.isFinite(low), Number.isFinite(high)];
  if (hasLow && hasHigh) return `${text(low)}${low < 0 ? " to " : "–"}${text(high)}`;
  if (hasLow) return Number.isNaN(high) ? "" : `at least ${text(low)}`;
  return hasHigh && !Number.isNaN(low) ? `at most ${text(high)}` : "";
}

/** `197k`, `93k`, `1.1k`, `720`: as GitHub's page shows a count, for where there is little room. */
export function shortCountText(value: number): string {
  if (Number.isNaN(value)) return NOT_MEASURED_TEXT;
  if (value < 1_000) return countText(value);
  const [unit, letter] = value < 1_000_000 ? [1_000, "k"] : [1_000_000, "M"];
  return `${Number((value / unit).toFixed(value < 100 * unit ? 1 : 0))}${letter}`;
}
