import { isLowerBound } from "./number-text.js";
import { FAINT_INK, INK } from "./theme.js";

/** The scale of counts along an axis: from 0 to the largest end of an interval; 0 to 1 where nothing was measured. */
export function scaleTo(highs: readonly number[]): object {
  const largest = Math.max(0, ...highs.filter(Number.isFinite));
  return { domain: [0, largest === 0 ? 1 : largest], nice: true };
}

/** An axis of counts: `50k`, 0 as it is, and whole numbers only. */
export function countAxis(highs: readonly number[]): object {
  const largest = Math.max(0, ...highs.filter(Number.isFinite));
  const whole =
    largest <= 5 ? { values: Array.from({ length: Math.ceil(largest || 1) + 1 }, (_, i) => i) } : {};
  return { labelExpr: "datum.value === 0 ? '0' : format(datum.value, '~s')", ...whole };
}

/**
 * The rows of a chart, in this order. The order is always written out: layers and panels that each show a part of the
 * rows would else each make up an order of their own.
 */
export function rowsInOrder(
  field: string,
  names: readonly string[],
  { labels = true, extent = 0, labelFontSize = 13, grid = false } = {},
): object {
  const axis = { labels, minExtent: labels ? extent : 0, labelFontSize, grid };
  return { field, type: "nominal", sort: [...names], title: null, axis, scale: { domain: [...names] } };
}

/** Where a row's label stands: behind its interval, or behind its value where the interval has no upper end. */
export function labelPlace({ value, high }: { readonly value: number; readonly high: number }): number {
  return Number.isFinite(high) ? high : value;
}

interface Counted {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What a subtitle says of brackets: nothing where none is drawn. */
export function bracketLines(rows: readonly Counted[]): string[] {
  const hasBracket = rows.some(({ low, high }) => Number.isFinite(high) && low < high);
  return hasBracket ? ["The bracket is the interval in which the count lies."] : [];
}

/** What a subtitle says of lower bounds: nothing where there is none. */
export function lowerBoundLines(rows: readonly Counted[]): string[] {
  if (!rows.some(isLowerBound)) return [];
  return ["≥ and a dashed edge mark a lower bound: the service gave one, or a search has no count."];
}

/**
 * How a bar is drawn whose count is only a lower bound: pale, with a dashed edge of its own colour.
 *
 * Returns encodings of a bar layer whose data have `value` and `high`; none where there is no lower bound
 */
export function lowerBoundStyle(rows: readonly Counted[], stroke: object): object {
  if (!rows.some(isLowerBound)) return {};
  const test = "isValid(datum.value) && !isValid(datum.high)";
  return {
    fillOpacity: { condition: { test, value: 0.25 }, value: 1 },
    stroke,
    strokeWidth: { condition: { test, value: 1.5 }, value: 0 },
    strokeDash: { condition: { test, value: [4, 3] }, value: [1, 0] },
  };
}

/** Layers for an interval along x: a line from `low` to `high` with a tick at either end. */
export function intervalMarks({ low = "low", high = "high", color = INK, size = 12 } = {}): object[] {
  const filter = `isValid(datum['${low}']) && isValid(datum['${high}']) && datum['${low}'] < datum['${high}']`;
  const end = (field: string) => ({
    transform: [{ filter }],
    mark: { type: "tick", size, thickness: 1.5, color },
    encoding: { x: { field, type: "quantitative" } },
  });
  return [
    {
      transform: [{ filter }],
      mark: { type: "rule", strokeWidth: 1.5, color },
      encoding: { x: { field: low, type: "quantitative" }, x2: { field: high } },
    },
    end(low),
    end(high),
  ];
}

/** A text layer that stands to the right of where a row's bar or interval ends. */
export function labelAfter(
  field: string,
  { at = "labelAt", dx = 8, dy = 0, ...style }: LabelStyle = {},
): object {
  return {
    transform: [{ filter: `isValid(datum['${at}'])` }],
    mark: { type: "text", align: "left", baseline: "middle", dx, dy, ...style },
    encoding: { x: { field: at, type: "quantitative" }, text: { field } },
  };
}

/** A text layer for rows without a number: it says so at the axis, in italics, where a bar would start. */
export function labelOfMissing(field: string, { at = "labelAt" } = {}): object {
  return {
    transform: [{ filter: `!isValid(datum['${at}'])` }],
    mark: { type: "text", align: "left", baseline: "middle", fontStyle: "italic", color: FAINT_INK },
    encoding: { x: { value: 4 }, text: { field } },
  };
}

interface LabelStyle {
  readonly at?: string;
  readonly dx?: number;
  readonly dy?: number;
  readonly fontSize?: number;
  readonly fontWeight?: number;
  readonly color?: string;
}
