import { PURPOSES, type Purpose } from "../census/purpose.js";
import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import { labelPlace, lowerBoundLines, lowerBoundStyle } from "./marks.js";
import { boundText, shortCountText } from "./number-text.js";
import { ADDED_UP, purposeLabel } from "./purpose-label.js";
import { FAINT_INK, framed, INK } from "./theme.js";
import { toolColorScale, toolStyle } from "./tool-style.js";

/** One row of the tool × purpose frame. */
export interface PurposeRow {
  readonly tool: string;
  readonly purpose: Purpose;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Files by purpose and tool on a logarithmic scale, where a tool with a few hundred files is seen beside one with 197,000.
 *
 * Input:   one row a tool and purpose: tool, purpose, value, low, high (files; NaN when not measured)
 * Missing: no bar; a cross and "not measured" in its place. A count of 0 has no place on the scale: it is written out
 * Source:  study 2025, "purposes"
 */
export function purposes(byPurpose: Frame, source: string): Figure {
  const rows = rowsOf<PurposeRow>(byPurpose);
  const tools = [...new Set(rows.map((row) => row.tool))];
  const labels = tools.map((tool) => toolStyle(tool, tools).label);
  const description = `Grouped bar chart on a logarithmic scale, files by purpose and tool. ${describe(rows)}`;
  const values = rows.map((row) => ({
    ...row,
    tool: toolStyle(row.tool, tools).label,
    purpose: purposeLabel(row.purpose),
    start: 1,
    // A bar is narrow: no blank.
    label: Number.isNaN(row.value) ? "×" : boundText(row, shortCountText).replace("≥ ", "≥"),
    labelAt: row.value >= 1 ? labelPlace(row) : 1,
  }));
  return {
    name: "purposes",
    description,
    spec: framed(chartOf(values, labels, toolColorScale(tools)), {
      title: "What each tool is used for",
      subtitle: [
        "Files found by GitHub code search, logarithmic scale. A file can serve several purposes.",
        ADDED_UP,
        "× means not measured: there is no count for that tool and purpose. It does not mean none.",
        ...lowerBoundLines(rows),
      ],
      source,
      description,
    }),
  };
}

interface Bar {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

function chartOf(values: readonly Bar[], tools: string[], colors: object): object {
  const offset = { field: "tool", sort: tools };
  const color = { field: "tool", type: "nominal", sort: tools, scale: colors };
  const y = { type: "quantitative", scale: { type: "log", domain: [1, decadeAbove(values)] } };
  return {
    width: 672,
    height: 330,
    data: { values },
    encoding: {
      x: {
        field: "purpose",
        type: "nominal",
        sort: PURPOSES.map(purposeLabel),
        title: null,
        axis: { labelAngle: 0, labelFontSize: 13, labelPadding: 8, ticks: false },
        scale: { paddingInner: 0.12 },
      },
      xOffset: offset,
    },
    layer: [
      {
        transform: [{ filter: "isValid(datum.value) && datum.value >= 1" }],
        mark: { type: "bar" },
        encoding: {
          y: {
            ...y,
            field: "start",
            stack: null,
            title: "files (logarithmic)",
            axis: { format: ",.0f", grid: true, labelFontSize: 12, values: decades() },
          },
          y2: { field: "value" },
          color,
          ...lowerBoundStyle(values, color),
        },
      },
      {
        transform: [{ filter: "datum.low >= 1 && isValid(datum.high) && datum.low < datum.high" }],
        mark: { type: "rule", strokeWidth: 1.5, color: INK },
        encoding: { y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        transform: [{ filter: "isValid(datum.value)" }],
        // A bar is narrower the more tools there are.
        mark: { type: "text", baseline: "bottom", dy: -4, fontSize: Math.min(10.5, 52.5 / tools.length) },
        encoding: { y: { ...y, field: "labelAt" }, text: { field: "label" } },
      },
      {
        transform: [{ filter: "!isValid(datum.value)" }],
        mark: { type: "text", baseline: "bottom", dy: -2, fontSize: 15, color: FAINT_INK },
        encoding: { y: { ...y, field: "labelAt" }, text: { field: "label" } },
      },
    ],
  };
}

/** The power of ten that no value is above. */
function decadeAbove(bars: readonly Bar[]): number {
  const highest = Math.max(10, ...bars.flatMap(({ value, high }) => [value, high]).filter(Number.isFinite));
  return 10 ** Math.ceil(Math.log10(highest));
}

function decades(): number[] {
  return [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
}

/** `W&B: any use 197,000, logging 12,000, …`, a sentence a tool. */
export function describe(rows: readonly PurposeRow[]): string {
  const tools = [...new Set(rows.map((row) => row.tool))];
  return tools
    .map((tool) => {
      const parts = rows
        .filter((row) => row.tool === tool)
        .map((row) => `${purposeLabel(row.purpose)} ${boundText(row)}`);
      return `${toolStyle(tool).label}: ${parts.join(", ")}.`;
    })
    .join(" ");
}
