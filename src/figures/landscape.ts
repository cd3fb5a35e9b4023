import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import { labelAfter, rowsInOrder } from "./marks.js";
import { FAINT_INK, framed, INK } from "./theme.js";

interface LandscapeRow {
  readonly tool: string;
  readonly textShare: number;
  readonly titleRatio: number;
  readonly kept: number;
  readonly found: number;
}

/** No tool's colours: each row is another tool. */
const TEXT_COLOR = "#4a5a68";
const TITLE_COLOR = "#9fb0bf";
/** The study kept a tool when its normalised text value was over this. Source: study 2025, spreadsheet. */
const THRESHOLD = 0.05;

/**
 * One company against the landscape of tools: text and title counts, each divided by the company's largest, beside what
 * was found by hand. Tools that the threshold keeps, or that were looked up.
 *
 * Input:   one row a tool: tool, textShare, titleRatio (0–1; NaN where not tried), kept, found (1, 0; NaN: not looked up)
 * Missing: "not tried" and "not looked up" are written in the row
 * Source:  study 2025, spreadsheet; titles are divided as texts are, where the sheet divided them by 150
 */
export function landscape(rowsOfCompany: Frame, company: string, source: string): Figure {
  const all = rowsOf<LandscapeRow>(rowsOfCompany);
  const rows = all
    .filter((row) => row.kept === 1 || !Number.isNaN(row.found))
    .toSorted((a, b) => (b.textShare || 0) - (a.textShare || 0));
  const tools = rows.map((row) => row.tool);
  const description = `Bars for ${company} by tool: normalised text, normalised title, found by hand. ${rows
    .map(
      (row) =>
        `${row.tool}: ${ratioText(row.textShare)}, ${ratioText(row.titleRatio)}, ${foundText(row.found)}`,
    )
    .join("; ")}.`;
  const chart = {
    data: {
      values: rows.map((row) => ({
        ...row,
        textLabel: ratioText(row.textShare),
        titleLabel: ratioText(row.titleRatio),
        hand: foundText(row.found),
      })),
    },
    hconcat: [
      ratioPanel(tools, { field: "textShare", label: "textLabel", title: "in the text", color: TEXT_COLOR }),
      ratioPanel(tools, {
        field: "titleRatio",
        label: "titleLabel",
        title: "in the title",
        color: TITLE_COLOR,
      }),
      handPanel(tools),
    ],
    bounds: "flush",
    spacing: 34,
  };
  return {
    name: `landscape-${company.toLowerCase()}`,
    description,
    spec: framed(chart, {
      title: `${company}: tools named on the same pages, and tools found in use`,
      subtitle: [
        `Google's totals divided by ${company}'s largest, text and title each. The line is the study's threshold for texts, ${THRESHOLD}.`,
        `${rows.length} of the ${all.length} tools tried: those over the threshold, and those looked up by hand.`,
      ],
      source,
      description,
    }),
  };
}

interface PanelStyle {
  readonly field: "textShare" | "titleRatio";
  readonly label: string;
  readonly title: string;
  readonly color: string;
}

function ratioPanel(tools: readonly string[], { field, label, title, color }: PanelStyle): object {
  const isFirst = field === "textShare";
  return {
    width: isFirst ? 235 : 185,
    height: { step: 28 },
    encoding: { y: rowsInOrder("tool", tools, { labels: isFirst, extent: 120 }) },
    layer: [
      {
        mark: { type: "bar", height: 16, color },
        encoding: {
          x: {
            field,
            type: "quantitative",
            title,
            scale: { domain: [0, 1.2], nice: false },
            axis: { values: [0, 0.25, 0.5, 0.75, 1], format: ".2~f" },
          },
        },
      },
      ...(isFirst ? [threshold()] : []),
      labelAfter(label, { at: field, dx: 5, fontSize: 11 }),
      {
        transform: [{ filter: `!isValid(datum.${field})` }],
        mark: {
          type: "text",
          align: "left",
          baseline: "middle",
          fontStyle: "italic",
          fontSize: 11,
          color: FAINT_INK,
        },
        encoding: { x: { value: isFirst ? 16 : 4 }, text: { field: label } },
      },
    ],
  };
}

/** A line down all rows: layers that share the rows' axis each draw their part of it. */
function threshold(): object {
  return {
    mark: { type: "tick", thickness: 1, height: 28, color: INK },
    encoding: { x: { datum: THRESHOLD, type: "quantitative" } },
  };
}

function handPanel(tools: readonly string[]): object {
  return {
    width: 110,
    height: { step: 28 },
    title: {
      text: "found by hand",
      fontSize: 12,
      fontWeight: 400,
      color: FAINT_INK,
      anchor: "start",
      orient: "bottom",
      offset: 26,
    },
    mark: { type: "text", align: "left", baseline: "middle", fontSize: 12 },
    encoding: {
      y: rowsInOrder("tool", tools, { labels: false }),
      x: { value: 0 },
      text: { field: "hand" },
      color: { condition: { test: "datum.found === 1", value: INK }, value: FAINT_INK },
    },
  };
}

function ratioText(ratio: number): string {
  return Number.isNaN(ratio) ? "not tried" : ratio.toFixed(ratio < 0.1 && ratio > 0 ? 3 : 2);
}

function foundText(found: number): string {
  if (Number.isNaN(found)) return "not looked up";
  return found === 1 ? "in use" : "not found";
}
