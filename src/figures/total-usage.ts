import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import {
  bracketLines,
  countAxis,
  intervalMarks,
  labelAfter,
  labelOfMissing,
  labelPlace,
  lowerBoundLines,
  lowerBoundStyle,
  rowsInOrder,
  scaleTo,
} from "./marks.js";
import { boundText, intervalText, isLowerBound } from "./number-text.js";
import { FAINT_INK, framed } from "./theme.js";
import { toolColorScale, toolStyle } from "./tool-style.js";

interface TotalRow {
  readonly tool: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How many files use each tool at all: a bar a tool, its value, and the interval that its rounding leaves.
 *
 * Input:   one row a tool: tool, value, low, high (files; NaN when not measured)
 * Missing: the tool keeps its row, which says "not measured" and has no bar
 * Source:  study 2025, "total usage"
 */
export function totalUsage(totals: Frame, source: string): Figure {
  const rows = rowsOf<TotalRow>(totals).toSorted((a, b) => (b.value || 0) - (a.value || 0));
  const tools = rows.map((row) => row.tool);
  const labels = tools.map((tool) => toolStyle(tool, tools).label);
  const color = { field: "tool", type: "nominal", scale: toolColorScale(tools), legend: null };
  const description = `Bar chart of files found by tool. ${rows.map((row) => `${toolStyle(row.tool).label}: ${boundText(row)}`).join("; ")}.`;
  const chart = {
    width: 530,
    height: { step: 46 },
    data: {
      values: rows.map((row) => ({
        ...row,
        tool: toolStyle(row.tool, tools).label,
        label: boundText(row),
        interval: isLowerBound(row) ? "" : intervalText(row),
        labelAt: labelPlace(row),
      })),
    },
    encoding: { y: rowsInOrder("tool", labels, { labelFontSize: 14, extent: 90 }) },
    layer: [
      {
        mark: { type: "bar", height: 26 },
        encoding: {
          x: {
            field: "value",
            type: "quantitative",
            title: "files",
            axis: countAxis(rows.map(labelPlace)),
            scale: scaleTo(rows.map(labelPlace)),
          },
          color,
          ...lowerBoundStyle(rows, color),
        },
      },
      ...intervalMarks(),
      labelAfter("label", { dx: 10, dy: -7, fontSize: 14, fontWeight: 600 }),
      labelAfter("interval", { dx: 10, dy: 9, fontSize: 11, color: FAINT_INK }),
      labelOfMissing("label"),
    ],
  };
  return {
    name: "total-usage",
    description,
    spec: framed(chart, {
      title: "Files that use each tool",
      subtitle: [
        ["Files found by GitHub code search.", ...bracketLines(rows)].join(" "),
        ...lowerBoundLines(rows),
      ],
      source,
      description,
    }),
  };
}
