import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import {
  countAxis,
  intervalMarks,
  labelAfter,
  labelOfMissing,
  labelPlace,
  rowsInOrder,
  scaleTo,
} from "./marks.js";
import { countText, intervalText } from "./number-text.js";
import { purposeLabel } from "./purpose-label.js";
import { describe, type PurposeRow } from "./purposes.js";
import { FAINT_INK, framed } from "./theme.js";
import { toolStyle } from "./tool-style.js";

/**
 * One tool's files by purpose, largest first: `purposes-mlflow` and its like.
 *
 * Input:   one row a tool and purpose: tool, purpose, value, low, high (files; NaN when not measured)
 * Missing: the purpose keeps its row, last, which says "not measured"
 * Source:  study 2025, "each tool"
 */
export function toolPurposes(byPurpose: Frame, tool: string, source: string): Figure {
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
        label: countText(row.value),
        interval: intervalText(row),
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
      subtitle: [
        "Files found by GitHub code search. The pale bar is any use at all; the others are parts of it and overlap.",
      ],
      source,
      description,
    }),
  };
}

/** What was not measured comes last, in the order of the purposes. */
function largestFirst(a: PurposeRow, b: PurposeRow): number {
  if (Number.isNaN(a.value) || Number.isNaN(b.value))
    return Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value));
  return b.value - a.value;
}
