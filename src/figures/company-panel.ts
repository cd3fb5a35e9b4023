import { countAxis, intervalMarks, labelAfter, labelOfMissing, rowsInOrder, scaleTo } from "./marks.js";
import { boundText, isLowerBound } from "./number-text.js";
import type { PageRow } from "./shown-pages.js";
import { NEUTRAL } from "./theme.js";
import { OWN_TOOL_COLOR, toolName, toolStyle } from "./tool-style.js";

interface PanelOptions {
  readonly axisTitle: string | null;
  readonly outlined: boolean;
  /** The public tools of the whole figure. */
  readonly tools: readonly string[];
}

/** One company in one place: a bar a tool, with its bracket where that can be seen. */
export function companyPanel(rows: readonly PageRow[], { axisTitle, outlined, tools }: PanelOptions): object {
  const largest = largestOf(rows);
  const values = rows.map((row) => ({
    tool: labelOf(row),
    value: row.value,
    color: colorOf(row, tools),
    label: boundText(row),
    labelAt: endOf(row, largest),
    ...(isWide(row, largest) ? { low: row.low, high: row.high } : {}),
    ...(isLowerBound(row) ? { isOpen: true } : {}),
  }));
  const color = { field: "color", type: "nominal", scale: null };
  const ends = values.map(({ labelAt }) => labelAt);
  return {
    width: outlined ? 185 : 240,
    height: { step: 21 },
    data: { values },
    encoding: {
      y: rowsInOrder("tool", rows.map(labelOf), { labels: !outlined, extent: 155, labelFontSize: 12 }),
    },
    layer: [
      {
        transform: [{ filter: "datum.value > 0" }],
        mark: outlined
          ? { type: "bar", height: 11, strokeWidth: 2, fillOpacity: 0.15 }
          : { type: "bar", height: 13 },
        encoding: {
          x: {
            field: "value",
            type: "quantitative",
            title: axisTitle,
            axis: { ...countAxis(ends), tickCount: 4, labelFontSize: 11 },
            scale: scaleTo(ends),
          },
          color,
          ...(outlined ? { stroke: color } : {}),
          ...(rows.some(isLowerBound) ? openStyle(color, outlined) : {}),
        },
      },
      ...(values.some((row) => "low" in row) ? intervalMarks({ size: 9 }) : []),
      labelAfter("label", { dx: 6, fontSize: 11.5 }),
      labelOfMissing("label"),
    ],
  };
}

/** A lower bound: pale in the solid panel, and dashed in both. */
function openStyle(stroke: object, outlined: boolean): object {
  const test = "datum.isOpen === true";
  const strokeDash = { condition: { test, value: [4, 3] }, value: [1, 0] };
  if (outlined) return { strokeDash };
  return {
    stroke,
    strokeDash,
    fillOpacity: { condition: { test, value: 0.25 }, value: 1 },
    strokeWidth: { condition: { test, value: 1.5 }, value: 0 },
  };
}

/** An interval narrower than this part of its panel would be a dot at the end of the bar. */
const NARROW_SHARE = 0.02;

/** Whether an interval can be seen beside the largest count of its panel. */
export function isWide({ low, high }: PageRow, largest: number): boolean {
  return Number.isFinite(high) && high - low > NARROW_SHARE * largest;
}

/** Where a row ends: its bracket, or its bar. */
function endOf(row: PageRow, largest: number): number {
  return isWide(row, largest) ? row.high : row.value;
}

/** Where a panel of these rows ends, at the least. */
export function largestOf(rows: readonly PageRow[]): number {
  return Math.max(0, ...rows.flatMap(({ value, high }) => [value, high]).filter(Number.isFinite));
}

/** A tool as a company's row names it. */
export function labelOf(row: PageRow): string {
  const name = toolName(row.tool);
  return row.kind === "own" ? `${name} (own)` : name;
}

/** By all tools of the figure: a new one has the same colour in every panel. */
function colorOf({ kind, tool }: PageRow, tools: readonly string[]): string {
  if (kind === "own") return OWN_TOOL_COLOR;
  return kind === "public" ? toolStyle(tool, tools).color : NEUTRAL;
}
