import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import { countAxis, intervalMarks, labelAfter, rowsInOrder } from "./marks.js";
import { countText, factorText } from "./number-text.js";
import { FAINT_INK, framed, NEUTRAL } from "./theme.js";
import { toolName, toolStyle } from "./tool-style.js";

interface GrowthRow {
  readonly row: number;
  readonly tool: string;
  readonly purposes: string;
  readonly before: number;
  readonly beforeLow: number;
  readonly beforeHigh: number;
  readonly after: number;
  readonly afterLow: number;
  readonly afterHigh: number;
  readonly ratio: number;
  readonly ratioLow: number;
  readonly ratioHigh: number;
}

const BEFORE = "published study";
const AFTER = "this run";

/**
 * How many files each search found in the published study and in a later run, side by side, and by what factor it grew.
 *
 * Input:   one row a shared search: row, tool, purposes, before and after (files; NaN when not measured) with low and
 *          high, ratio with low and high (after / before)
 * Missing: a count that was not measured has no mark; the row's label says so
 */
export function growth(changes: Frame, source: string): Figure {
  const rows = rowsOf<GrowthRow>(changes);
  const names = rows.map(nameOf);
  const tools = [...new Set(rows.map((row) => row.tool))];
  const highs = rows.flatMap(({ before, beforeHigh, after, afterHigh }) =>
    [beforeHigh, afterHigh, before, after].filter(Number.isFinite),
  );
  const hasBracket = rows.some(
    (row) => isInterval(row.beforeLow, row.beforeHigh) || isInterval(row.afterLow, row.afterHigh),
  );
  const hasRange = rows.some((row) => row.ratioLow < row.ratioHigh);
  const description = `Dot chart of files by search, published study and this run, on a logarithmic scale. ${rows
    .map((row) => `${nameOf(row)}: ${[...countTexts(row), timesText(row)].join(", ")}`)
    .join("; ")}.`;
  const x = {
    type: "quantitative",
    title: "files (logarithmic, with 0)",
    scale: { type: "symlog", domain: [0, Math.max(1, ...highs)], nice: true },
    axis: { ...countAxis(highs), values: [0, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000] },
  };
  const which = { type: "nominal", scale: { domain: [BEFORE, AFTER], range: ["diamond", "circle"] } };
  const point = (field: string, label: string, color: object) => ({
    transform: [{ filter: `isValid(datum['${field}'])` }, { calculate: `'${label}'`, as: "which" }],
    mark: { type: "point", filled: true, size: 110, opacity: 1 },
    encoding: { x: { ...x, field }, shape: { ...which, field: "which" }, color },
  });
  const chart = {
    width: 450,
    height: { step: 27 },
    data: {
      values: rows.map((row) => ({
        ...row,
        name: nameOf(row),
        color: toolStyle(row.tool, tools).color,
        label: timesText(row),
        labelAt: Math.max(
          ...[row.before, row.after, row.beforeHigh, row.afterHigh].filter(Number.isFinite),
          0,
        ),
      })),
    },
    encoding: { y: rowsInOrder("name", names, { grid: true, extent: 150, labelFontSize: 12 }) },
    layer: [
      {
        transform: [{ filter: "isValid(datum.before) && isValid(datum.after)" }],
        mark: { type: "rule", strokeWidth: 2, color: NEUTRAL, opacity: 0.6 },
        encoding: { x: { ...x, field: "before" }, x2: { field: "after" } },
      },
      ...intervalMarks({ low: "beforeLow", high: "beforeHigh", size: 8 }),
      ...intervalMarks({ low: "afterLow", high: "afterHigh", size: 8 }),
      point("before", BEFORE, { value: NEUTRAL }),
      point("after", AFTER, { field: "color", type: "nominal", scale: null }),
      labelAfter("label", { dx: 12, fontSize: 11.5, color: FAINT_INK }),
    ],
  };
  return {
    name: "growth",
    description,
    spec: framed(chart, {
      title: "Then and now",
      subtitle: [
        `Files found by the searches that the published study and this run share.${hasBracket ? " Brackets are intervals." : ""}`,
        `×: the factor between the two counts${hasRange ? ", with the least and the greatest that their intervals allow" : ""}.`,
      ],
      source,
      description,
    }),
  };
}

/** Whether an interval has two ends to draw. */
function isInterval(low: number, high: number): boolean {
  return Number.isFinite(high) && low < high;
}

/** Tool, purposes, and the search's number in the published study: two searches can serve the same purpose. */
function nameOf({ tool, purposes, row }: GrowthRow): string {
  return `${toolName(tool)} · ${purposes.replaceAll(" ", ", ")} (${row})`;
}

/** The counts that there are. */
function countTexts({ before, after }: GrowthRow): string[] {
  return [
    ...(Number.isNaN(before) ? [] : [`${countText(before)} then`]),
    ...(Number.isNaN(after) ? [] : [`${countText(after)} now`]),
  ];
}

/** `×1.80 (1.70–1.90)`; in words where there is no factor. */
function timesText({ before, after, ratio, ratioLow, ratioHigh }: GrowthRow): string {
  if (Number.isNaN(before)) return `not measured ${Number.isNaN(after) ? "then or now" : "then"}`;
  if (Number.isNaN(after)) return "not measured now";
  if (Number.isNaN(ratio)) return "no factor, since it was 0";
  const [least, value, most] = [ratioLow, ratio, ratioHigh].map(factorText);
  if (least === most) return `×${value}`;
  const range = Number.isFinite(ratioHigh) ? `${least}–${most}` : `at least ${least}`;
  return `×${value} (${range})`;
}
