import { type Count, countRoundedTo, countShownByGitHub, exactCount } from "../../census/count.js";

/** A text of the page that is a count as a whole, and what stands before and after it on its line. */
export interface ShownText {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** All such texts of a place. `isSure`: it is the page's place for the count; elsewhere the text may be a result's. */
export interface ShownTexts {
  readonly texts: readonly ShownText[];
  readonly isSure: boolean;
}

const COUNT =
  /^(more than|over|at least)?\s*(\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+)\s*([kmb])?(\+)?\s*files?(?:\s*\([^()]*\))?$/i;
const BOUND_BEFORE = /(?:more than|over|at least|[>≥])\s*$/i;
/** The same count once more, for screen readers. */
const COUNTS =
  /(?:(?:more than|over|at least)\s+)?(?<![\d.,]\s?)\d[\d.,]*\s*[kmb]?\+?\s*files?\b(?:\s*\([^()]*\))?/gi;
/** What may stand before a count without changing what it counts; no digit, which would be the number's beginning. */
const SEPARATORS = /^[\s·•|:]*$/;
/** "10 files of 1.2k" are not all of them. */
const PART_AFTER = /^(?:(?:out )?of\b|or\b|so far\b|shown\b|on this page\b|[/+])/i;

const UNITS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/**
 * The count that a text of the page shows: `720 files`, `1.1k files (505 ms)`, `More than 100k files`.
 *
 * Returns: a number written out is exact, an abbreviated one an interval, "more than" a lower bound without an upper
 * Missing: undefined where the text is no count
 */
export function maybeShownCount({ text, before, after }: ShownText): Count | undefined {
  const found = COUNT.exec(text.replaceAll(/\s+/g, " ").trim());
  const isWhole = SEPARATORS.test(before.replace(BOUND_BEFORE, "").replaceAll(COUNTS, ""));
  if (!found || !isWhole || PART_AFTER.test(after)) return undefined;
  const [, bound, digits = "", unit, plus] = found;
  const isBound = bound !== undefined || plus !== undefined || BOUND_BEFORE.test(before);
  const count = maybeCount(digits, unit?.toLowerCase());
  if (count === undefined || !isBound) return count;
  return { value: count.value, low: count.value, high: Number.POSITIVE_INFINITY, reading: "at least" };
}

function maybeCount(digits: string, unit: string | undefined): Count | undefined {
  const number = Number(digits.replaceAll(",", ""));
  // "12.000 files" are twelve thousand where somebody writes so, and twelve elsewhere.
  if (unit === undefined)
    return /^[\d,]+$/.test(digits) && Number.isSafeInteger(number) ? exactCount(number) : undefined;
  if (digits.includes(",")) return undefined;
  // A decimal fraction times a unit is not always whole in binary: 1.1 × 1000 is not 1100.
  const value = Math.round(number * (UNITS[unit] ?? Number.NaN));
  if (unit === "b") return countRoundedTo(value, value < 1e11 ? 1e8 : 1e9);
  return value < 1_000 ? undefined : countShownByGitHub(value);
}

/**
 * What the page's text says as a whole. `several`: numbers that contradict each other, so none is taken by itself.
 *
 * `isSure`: the number stands where the page has its count; any other may be a result's.
 */
export type ShownCount =
  | { readonly kind: "count"; readonly count: Count; readonly isSure: boolean }
  | { readonly kind: "none" }
  | { readonly kind: "several"; readonly counts: readonly Count[]; readonly isSure: boolean };

/**
 * The one count that all these texts show. A page often holds the same number twice, once for screen readers; where
 * one of the two says "more than", both mean it.
 */
export function shownCount({ texts, isSure }: ShownTexts, saysNothingFound: boolean): ShownCount {
  const counts = texts.flatMap((text) => maybeShownCount(text) ?? []);
  if (saysNothingFound) counts.push(exactCount(0));
  const [first] = counts;
  if (first === undefined) return { kind: "none" };
  if (counts.some(({ value }) => value !== first.value)) return { kind: "several", counts, isSure };
  return { kind: "count", count: counts.find(({ reading }) => reading === "at least") ?? first, isSure };
}
