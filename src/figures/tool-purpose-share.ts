import type { Purpose } from "../census/purpose.js";
import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import { intervalMarks, labelAfter, labelOfMissing, labelPlace, rowsInOrder } from "./marks.js";
import { percentIntervalText, percentText } from "./number-text.js";
import { purposeLabel } from "./purpose-label.js";
import { type RemainderRow, remainderLines } from "./remainder-lines.js";
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

/**
 * The parts of one tool's use, in per cent of its files: `purpose-share-mlflow` and its like.
 *
 * The study drew a pie; since a file can serve several purposes the parts are no partition, so they are bars here. "None
 * of these" is the study's subtraction, and beside it the range that is possible whatever the overlap. Where that range has no
 * upper end, it is drawn pale, with what it would be if every file of a purpose were also among the files of any use.
 *
 * Input:   parts: tool, part, share, shareLow, shareHigh (0–1 of the tool's files; NaN when not measured);
 *          remainder: tool, share, low, high, possible, unbounded (the study's "others", and the range in which it can lie)
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
  const values = [...rows.map(partRow), ...(range === undefined ? [] : [rangeRow(range, rows)])];
  const description = `Bar chart of the parts of the use of ${label}, in per cent of its files. ${values
    .map((row) => `${row.part}: ${[row.label, row.range && row.interval].filter(Boolean).join(", ")}`)
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
            title: range?.unbounded
              ? "in per cent of the files of any use"
              : `share of the files that use ${label}`,
            axis: { format: ".0%" },
            scale: {
              domain: domainOf(values),
            },
          },
          color: { condition: { test: "datum.rest", value: NEUTRAL }, value: color },
        },
      },
      {
        transform: [{ filter: "datum.range && isValid(datum.end)" }],
        mark: { type: "bar", height: 8, color: NEUTRAL },
        encoding: {
          x: { field: "low", type: "quantitative" },
          x2: { field: "end" },
          opacity: { condition: { test: "datum.open", value: 0.35 }, value: 1 },
        },
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
      subtitle: remainderLines(range),
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

function partRow(row: PartRow) {
  const rest = row.part === "others";
  return {
    part: rest ? "none of these (subtracted)" : purposeLabel(row.part),
    share: row.share,
    low: row.shareLow,
    high: row.shareHigh,
    rest,
    range: false,
    label: shareLabel(row),
    interval: percentIntervalText({ low: row.shareLow, high: row.shareHigh }),
    // A bar to the left of 0 has its label to the right of 0, not on itself.
    labelAt: Math.max(0, labelPlace({ value: row.share, high: row.shareHigh })),
  };
}

function shareLabel({ share, value }: PartRow): string {
  return Number.isNaN(share) && !Number.isNaN(value) ? "no share" : percentText(share);
}

function rangeRow(range: RemainderRow, parts: readonly PartRow[]) {
  const row = { part: "none of these (possible)", share: Number.NaN, rest: true, range: true };
  const { low, high, unbounded } = range;
  const ends = percentIntervalText({ low, high }) || percentText(low);
  if (unbounded !== "") {
    const label = low > 0 ? `at least ${percentText(low)}` : "not bounded";
    const interval = Number.isNaN(high) ? "" : `${ends} if within`;
    return { ...row, low, high, end: 1, open: true, label, interval, labelAt: 1 };
  }
  const rest = parts.find(({ part }) => part === "others");
  const label = Number.isNaN(low) && rest !== undefined ? shareLabel(rest) : ends;
  return { ...row, low, high, end: high, open: false, label, interval: "", labelAt: high };
}
