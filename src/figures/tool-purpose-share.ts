import type { Purpose } from "../census/purpose.js";
import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import { intervalMarks, labelAfter, labelOfMissing, labelPlace, rowsInOrder } from "./marks.js";
import { percentIntervalText, percentText } from "./number-text.js";
import { purposeLabel } from "./purpose-label.js";
import { FAINT_INK, framed, NEUTRAL } from "./theme.js";
import { toolStyle } from "./tool-style.js";

interface PartRow {
  readonly tool: string;
  readonly part: Exclude<Purpose, "global"> | "others";
  readonly value: number;
  readonly share: number;
  readonly shareLow: number;
  readonly shareHigh: number;
}

interface RemainderRow {
  readonly tool: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly possible: boolean;
}

/**
 * The parts of one tool's use, in per cent of its files: `purpose-share-mlflow` and its like.
 *
 * The study drew a pie; since a file can serve several purposes the parts are no partition, so they are bars here. "None
 * of these" is the study's subtraction, and beside it the range that is possible whatever the overlap.
 *
 * Input:   parts: tool, part, share, shareLow, shareHigh (0–1 of the tool's files; NaN when not measured);
 *          remainder: tool, share, low, high, possible (the study's "others" and the range in which it must lie)
 * Missing: a part that was not measured keeps its row, which says so
 * Source:  study 2025, "each tool, share"
 */
export function toolPurposeShare(
  parts: Frame,
  remainder: Frame,
  { tool, source }: { readonly tool: string; readonly source: string },
): Figure {
  const all = rowsOf<PartRow>(parts);
  const rows = all.filter((row) => row.tool === tool);
  const range = rowsOf<RemainderRow>(remainder).find((row) => row.tool === tool);
  const { label, slug, color } = toolStyle(tool, [...new Set(all.map((row) => row.tool))]);
  const values = [...rows.map(partRow), ...(range === undefined ? [] : [rangeRow(range)])];
  const description = `Bar chart of the parts of the use of ${label}, in per cent of its files. ${values
    .map((row) => `${row.part}: ${row.label}`)
    .join("; ")}.`;
  const chart = {
    width: 455,
    height: { step: 44 },
    data: { values },
    encoding: {
      y: rowsInOrder(
        "part",
        values.map((row) => row.part),
        { extent: 185 },
      ),
    },
    layer: [
      {
        mark: { type: "bar", height: 24 },
        encoding: {
          x: {
            field: "share",
            type: "quantitative",
            title: `share of the files that use ${label}`,
            axis: { format: ".0%" },
            scale: {
              domain: domainOf(values),
            },
          },
          color: { condition: { test: "datum.rest", value: NEUTRAL }, value: color },
        },
      },
      {
        transform: [{ filter: "datum.range" }],
        mark: { type: "bar", height: 8, color: NEUTRAL },
        encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
      },
      ...intervalMarks(),
      labelAfter("label", { dx: 10, dy: -7, fontSize: 13, fontWeight: 600 }),
      labelAfter("interval", { dx: 10, dy: 8, fontSize: 11, color: FAINT_INK }),
      labelOfMissing("label"),
    ],
  };
  return {
    name: `purpose-share-${slug}`,
    description,
    spec: framed(chart, {
      title: `Parts of the use of ${label}`,
      subtitle: subtitleOf(range),
      source,
      description,
    }),
  };
}

/** All of the tool's files, and what lies outside: a subtraction can be negative. */
function domainOf(
  rows: readonly { readonly low: number; readonly high: number; readonly share: number }[],
): number[] {
  const ends = rows.flatMap(({ low, high, share }) => [low, high, share]).filter(Number.isFinite);
  return [Math.min(0, ...ends), Math.max(1, ...ends)];
}

function subtitleOf(range: RemainderRow | undefined): string[] {
  const isImpossible = range !== undefined && !range.possible && !Number.isNaN(range.share);
  return [
    "Per cent of the tool's files. Parts overlap, so they need not add up to 100 %.",
    "Grey: what no purpose explains, by the study's subtraction, and the range in which it must lie.",
    ...(isImpossible
      ? ["The subtraction falls outside that range: it takes some files off more than once."]
      : []),
  ];
}

function partRow(row: PartRow) {
  const rest = row.part === "others";
  return {
    part: rest ? "none of these (subtracted)" : purposeLabel(row.part),
    share: row.share,
    low: row.shareLow,
    high: row.shareHigh,
    rest,
    range: false,
    label: Number.isNaN(row.share) && !Number.isNaN(row.value) ? "no share" : percentText(row.share),
    interval: percentIntervalText({ low: row.shareLow, high: row.shareHigh }),
    labelAt: labelPlace({ value: row.share, high: row.shareHigh }),
  };
}

function rangeRow({ low, high }: RemainderRow) {
  const interval = percentIntervalText({ low, high });
  return {
    part: "none of these (possible)",
    share: Number.NaN,
    low,
    high,
    rest: true,
    range: true,
    label: interval === "" ? percentText(low) : interval,
    interval: "",
    labelAt: high,
  };
}
