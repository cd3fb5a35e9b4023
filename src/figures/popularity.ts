import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import { labelAfter, labelOfMissing, labelPlace, rowsInOrder } from "./marks.js";
import { countText } from "./number-text.js";
import { FAINT_INK, framed, INK, NEUTRAL } from "./theme.js";
import { isKnownTool, toolName, toolStyle } from "./tool-style.js";

interface StarRow {
  readonly tool: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly reading: string;
}

/**
 * Stars of each candidate tool's repository: those that the study went on to mine in their colours, the others grey.
 *
 * Input:   one row a tool, largest first: tool, value, low, high (stars; NaN when not measured), reading
 * Missing: the tool keeps its row, which says "not measured"
 * Source:  study 2025, choice of tools
 */
export function popularity(stars: Frame, source: string): Figure {
  const rows = rowsOf<StarRow>(stars);
  const description = `Dot chart of GitHub stars on a logarithmic scale. ${rows
    .map((row) => `${toolName(row.tool)}: ${starText(row)}`)
    .join("; ")}.`;
  const approximate = rows.some((row) => row.reading === "chart");
  const lowest = Math.min(...rows.filter((row) => row.low > 0).map((row) => row.low));
  const x = {
    type: "quantitative",
    title: "stars (logarithmic)",
    scale: { type: "log", domainMin: 10 ** Math.floor(Math.log10(lowest)), nice: true },
    axis: {
      format: "~s",
      values: [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000],
    },
  };
  const chart = {
    width: 560,
    height: { step: 31 },
    data: {
      values: rows.map((row) => ({
        ...row,
        tool: toolName(row.tool),
        bound: row.reading === "at most",
        // Read off a chart: the last digit says nothing of how well it was read.
        hasRange: row.reading !== "chart" && row.low < row.high,
        low: Math.max(row.low, 10 ** Math.floor(Math.log10(lowest))),
        label: starText(row),
        color: isKnownTool(row.tool) ? toolStyle(row.tool).color : NEUTRAL,
        labelAt: row.reading === "chart" ? row.value : labelPlace(row),
      })),
    },
    encoding: {
      y: rowsInOrder(
        "tool",
        rows.map((row) => toolName(row.tool)),
        { grid: true, extent: 110 },
      ),
    },
    layer: [
      {
        transform: [{ filter: "datum.hasRange" }],
        mark: { type: "rule", strokeWidth: 2, color: INK, opacity: 0.5 },
        encoding: { x: { ...x, field: "low" }, x2: { field: "high" } },
      },
      {
        transform: [{ filter: "isValid(datum.value) && !datum.bound" }],
        mark: { type: "point", filled: true, size: 150, opacity: 1 },
        encoding: { x: { ...x, field: "value" }, color: { field: "color", type: "nominal", scale: null } },
      },
      {
        transform: [{ filter: "datum.bound" }],
        mark: { type: "point", shape: "triangle-left", filled: true, size: 130, opacity: 1 },
        encoding: { x: { ...x, field: "value" }, color: { field: "color", type: "nominal", scale: null } },
      },
      labelAfter("label", { dx: 12, fontSize: 12, color: FAINT_INK }),
      labelOfMissing("label"),
    ],
  };
  return {
    name: "popularity",
    description,
    spec: framed(chart, {
      title: "Popularity on GitHub",
      subtitle: [
        "Stars of each candidate's repository; in colour, the tools that were kept for mining.",
        ...(approximate ? ["Read off a printed chart, so approximate. A triangle means: at most."] : []),
      ],
      source,
      description,
    }),
  };
}

function starText({ value, high, reading }: StarRow): string {
  if (reading === "at most") return `under ${countText(high + 1)}`;
  return reading === "chart" ? `about ${countText(value)}` : countText(value);
}
