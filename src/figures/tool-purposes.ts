import { type Frame, rowsOf } from "../frames/data-frame.js";
import { ELSEWHERE, LARGER } from "../frames/remainder-bounds.js";
import type { Figure } from "./figure.js";
import {
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
import { ADDED_UP, purposeLabel } from "./purpose-label.js";
import { describe, type PurposeRow } from "./purposes.js";
import { FAINT_INK, framed } from "./theme.js";
import { toolStyle } from "./tool-style.js";

/**
 * One tool's files by purpose, largest first: `purposes-mlflow` and its like.
 *
 * Input:   one row a tool and purpose: tool, purpose, value, low, high (files; NaN when not measured);
 *          remainder: tool, unbounded (why the purposes are not all parts of any use; "" where they are)
 * Missing: the purpose keeps its row, last, which says "not measured"
 * Source:  study 2025, "each tool"
 */
export function toolPurposes(
  byPurpose: Frame,
  remainder: Frame,
  { tool, source }: { readonly tool: string; readonly source: string },
): Figure {
  const all = rowsOf<PurposeRow>(byPurpose);
  const rows = all.filter((row) => row.tool === tool).toSorted(largestFirst);
  const { label, slug, color } = toolStyle(tool, [...new Set(all.map((row) => row.tool))]);
  const highs = rows.map(labelPlace);
  const description = `Bar chart of files by purpose. ${describe(rows)}`;
  const chart = {
    width: 530,
    height: { step: 44 },
    data: {
      values: rows.map((row) => ({
        ...row,
        purpose: purposeLabel(row.purpose),
        whole: row.purpose === "global",
        label: boundText(row),
        interval: isLowerBound(row) ? "" : intervalText(row),
        labelAt: labelPlace(row),
      })),
    },
    encoding: {
      y: rowsInOrder(
        "purpose",
        rows.map((row) => purposeLabel(row.purpose)),
        { labelFontSize: 14, extent: 90 },
      ),
    },
    layer: [
      {
        mark: { type: "bar", height: 24, color },
        encoding: {
          x: {
            field: "value",
            type: "quantitative",
            title: "files",
            axis: countAxis(highs),
            scale: scaleTo(highs),
          },
          ...lowerBoundStyle(rows, { value: color }),
          opacity: { condition: { test: "datum.whole", value: 0.4 }, value: 1 },
        },
      },
      ...intervalMarks(),
      labelAfter("label", { dx: 10, dy: -7, fontSize: 13, fontWeight: 600 }),
      labelAfter("interval", { dx: 10, dy: 8, fontSize: 11, color: FAINT_INK }),
      labelOfMissing("label"),
    ],
  };
  return {
    name: `purposes-${slug}`,
    description,
    spec: framed(chart, {
      title: `What ${label} is used for`,
      subtitle: [...partLines(unboundedOf(remainder, tool)), ADDED_UP, ...lowerBoundLines(rows)],
      source,
      description,
    }),
  };
}

function unboundedOf(remainder: Frame, tool: string): string {
  const rows = rowsOf<{ readonly tool: string; readonly unbounded: string }>(remainder);
  return rows.find((row) => row.tool === tool)?.unbounded ?? "";
}

function partLines(unbounded: string): string[] {
  const found = "Files found by GitHub code search. The pale bar is any use at all; the others";
  if (unbounded !== ELSEWHERE && unbounded !== LARGER) return [`${found} are parts of it and overlap.`];
  return [`${found} overlap.`, `They are not all parts of it: ${unbounded}.`];
}

/** What was not measured comes last, in the order of the purposes. */
function largestFirst(a: PurposeRow, b: PurposeRow): number {
  if (Number.isNaN(a.value) || Number.isNaN(b.value))
    return Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value));
  return b.value - a.value;
}
