import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import { rowsInOrder } from "./marks.js";
import { percentIntervalText, percentText } from "./number-text.js";
import { FAINT_INK, framed } from "./theme.js";
import { toolColorScale, toolStyle } from "./tool-style.js";

interface ShareRow {
  readonly tool: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A slice under this share of the whole is drawn again, magnified. */
const SMALL_SHARE = 0.1;

/**
 * Each tool's share of the files found: the study's pie, with its small slices magnified beside it.
 *
 * Input:   one row a tool: tool, share, low, high (0–1; NaN when not measured)
 * Missing: a tool that was not measured has no slice; a line below the pie names it
 * Source:  study 2025, "tool by tool comparison"
 */
export function share(shares: Frame, source: string): Figure {
  const rows = rowsOf<ShareRow>(shares).toSorted((a, b) => (b.share || 0) - (a.share || 0));
  const tools = rows.map((row) => row.tool);
  const slices = rows.map((row, order) => ({
    order,
    tool: toolStyle(row.tool, tools).label,
    share: row.share,
    label: [toolStyle(row.tool, tools).label, percentText(row.share)],
    percent: percentText(row.share),
    interval: percentIntervalText(row),
  }));
  const measured = slices.filter((slice) => !Number.isNaN(slice.share));
  const magnifiable = measured.filter((slice) => slice.share < SMALL_SHARE);
  const small = magnifiable.length > 1 ? magnifiable : [];
  const absent = slices.filter((slice) => Number.isNaN(slice.share)).map((slice) => slice.tool);
  const color = { field: "tool", type: "nominal", scale: toolColorScale(tools), legend: null };
  const smallTotal = small.reduce((sum, slice) => sum + slice.share, 0);
  const description = `Pie of the files found, by tool. ${slices.map((slice) => slice.label.join(": ")).join("; ")}.`;
  return {
    name: "share",
    description,
    spec: framed(
      {
        hconcat: [
          pie(measured, small, color),
          ...(small.length > 0 ? [magnified(small, color, smallTotal)] : []),
        ],
        spacing: 30,
      },
      {
        title: "Share of each tool in the files found",
        subtitle: [
          "Per cent of the files of all tools; a file that uses two tools counts for both.",
          ...(absent.length > 0
            ? [`Without a share, since not measured or nothing was found: ${absent.join(", ")}.`]
            : []),
        ],
        source,
        description,
      },
    ),
  };
}

interface Slice {
  readonly order: number;
  readonly tool: string;
  readonly share: number;
  readonly label: readonly string[];
}

/** A slice that is not among the magnified has its name beside it. */
function pie(slices: readonly Slice[], small: readonly Slice[], color: object): object {
  const angle = {
    field: "share",
    type: "quantitative",
    stack: true,
    scale: { domain: [0, 1], range: [0, 2 * Math.PI] },
  };
  const order = { field: "order", type: "ordinal" };
  return {
    width: 400,
    height: 330,
    data: { values: slices },
    encoding: { theta: angle, order },
    layer: [
      { mark: { type: "arc", innerRadius: 62, outerRadius: 125 }, encoding: { color } },
      {
        transform: [{ filter: `datum.order < ${slices.length - small.length}` }],
        mark: {
          type: "text",
          radius: 165,
          fontSize: 14,
          lineHeight: 18,
          baseline: "middle",
          fontWeight: 600,
        },
        encoding: { text: { field: "label" } },
      },
    ],
  };
}

/** The small slices again, as bars on an axis of their own that says what part of the whole it shows. */
function magnified(small: readonly Slice[], color: object, total: number): object {
  return {
    title: {
      text: `The remaining ${percentText(total)}, magnified`,
      fontSize: 13,
      fontWeight: 600,
      anchor: "start",
      frame: "bounds",
    },
    width: 210,
    height: { step: 54 },
    data: { values: small },
    encoding: {
      y: rowsInOrder(
        "tool",
        small.map((slice) => slice.tool),
        { labelFontSize: 14 },
      ),
    },
    layer: [
      {
        mark: { type: "bar", height: 26 },
        encoding: {
          x: {
            field: "share",
            type: "quantitative",
            title: "share of all files",
            axis: { format: ".2~%", tickCount: 4 },
          },
          color,
        },
      },
      {
        mark: { type: "text", align: "left", dx: 6, dy: -7, fontSize: 13, fontWeight: 600 },
        encoding: { x: { field: "share", type: "quantitative" }, text: { field: "percent" } },
      },
      {
        mark: { type: "text", align: "left", dx: 6, dy: 8, fontSize: 11, color: FAINT_INK },
        encoding: { x: { field: "share", type: "quantitative" }, text: { field: "interval" } },
      },
    ],
  };
}
