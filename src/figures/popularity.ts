import { PRACTICE } from "../census/practice.js";
import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import { labelAfter, labelOfMissing, labelPlace, rowsInOrder } from "./marks.js";
import { boundText, countText } from "./number-text.js";
import { FAINT_INK, framed, INK, NEUTRAL } from "./theme.js";
import { isKnownTool, toolName, toolStyle } from "./tool-style.js";

interface StarRow {
  readonly tool: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly reading: string;
  readonly archived: string;
  readonly asked: string;
}

/**
 * Stars of each candidate tool's repository: those that the study went on to mine in their colours, the others grey.
 *
 * Input:   one row a tool, largest first: tool, value, low, high (stars; NaN when not measured), reading, archived
 *          (yes, no or ""), asked (the day, or "")
 * Missing: the tool keeps its row, which says "not measured"
 * Source:  study 2025, choice of tools
 */
export function popularity(stars: Frame, source: string): Figure {
  const rows = rowsOf<StarRow>(stars);
  const description = `Dot chart of GitHub stars on a logarithmic scale. ${rows
    .map((row) => `${toolName(row.tool)}: ${starText(row)}`)
    .join("; ")}.`;
  const lowest = leftEnd(rows);
  const x = {
    type: "quantitative",
    title: "stars (logarithmic)",
    scale: { type: "log", domainMin: lowest, nice: true },
    axis: {
      format: "~s",
      values: [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000],
    },
  };
  const marks = rows.map((row) => markOf(row, lowest));
  const chart = {
    width: 560,
    height: { step: 31 },
    data: { values: marks },
    encoding: {
      y: rowsInOrder(
        "tool",
        rows.map((row) => toolName(row.tool)),
        { grid: true, extent: 110 },
      ),
    },
    layer: layersOf(marks, x),
  };
  return {
    name: "popularity",
    description,
    spec: framed(chart, {
      title: "Popularity on GitHub",
      subtitle: [
        "Stars of each candidate's repository; in colour, the tools that were kept for mining.",
        ...originLines(rows, source),
      ],
      source,
      description,
    }),
  };
}

/** A logarithmic axis has no 0: a row with 0 stars has its label alone. */
function markOf(row: StarRow, lowest: number) {
  const isNone = row.value === 0;
  return {
    tool: toolName(row.tool),
    value: isNone ? Number.NaN : row.value,
    low: Math.max(row.low, lowest),
    high: row.high,
    reading: row.reading,
    bound: row.reading === "at most",
    // Read off a chart: the last digit says nothing of how well it was read.
    hasRange: row.reading !== "chart" && row.low < row.high && Number.isFinite(row.high),
    label: starText(row),
    color: isKnownTool(row.tool) ? toolStyle(row.tool).color : NEUTRAL,
    labelAt: isNone ? Number.NaN : row.reading === "chart" ? row.value : labelPlace(row),
  };
}

type Mark = ReturnType<typeof markOf>;

/** Layers without a row are left out: they would have no scale. */
function layersOf(marks: readonly Mark[], x: object): object[] {
  const color = { field: "color", type: "nominal", scale: null };
  const isValued = ({ value }: Mark) => !Number.isNaN(value);
  const layers: readonly (readonly [isOf: (mark: Mark) => boolean, layer: object])[] = [
    [
      ({ hasRange }) => hasRange,
      {
        transform: [{ filter: "datum.hasRange" }],
        mark: { type: "rule", strokeWidth: 2, color: INK, opacity: 0.5 },
        encoding: { x: { ...x, field: "low" }, x2: { field: "high" } },
      },
    ],
    [
      (mark) => isValued(mark) && !mark.bound,
      {
        transform: [{ filter: "isValid(datum.value) && !datum.bound" }],
        mark: { type: "point", filled: true, size: 150, opacity: 1 },
        encoding: { x: { ...x, field: "value" }, color },
      },
    ],
    [
      (mark) => isValued(mark) && mark.bound,
      {
        transform: [{ filter: "datum.bound" }],
        mark: { type: "point", shape: "triangle-left", filled: true, size: 130, opacity: 1 },
        encoding: { x: { ...x, field: "value" }, color },
      },
    ],
    [isValued, labelAfter("label", { dx: 12, fontSize: 12, color: FAINT_INK })],
    [() => true, labelOfMissing("label")],
  ];
  return layers.filter(([isOf]) => marks.some(isOf)).map(([, layer]) => layer);
}

/** The power of ten below all that is drawn. */
function leftEnd(rows: readonly StarRow[]): number {
  const ends = rows.filter((row) => row.low > 0).map((row) => row.low);
  return ends.length === 0 ? 1 : 10 ** Math.floor(Math.log10(Math.min(...ends)));
}

/** Who gave the numbers: a chart, or GitHub on the days on which it was asked. */
function originLines(rows: readonly StarRow[], source: string): string[] {
  const days = [...new Set(rows.map((row) => row.asked))].filter(Boolean).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first !== undefined) {
    const who = source.startsWith(PRACTICE) ? "Made-up numbers, given" : "Every digit, as GitHub gave it";
    return [`${who} on ${first === last ? first : `${first} to ${last}`}.`];
  }
  const isApproximate = rows.some((row) => row.reading === "chart");
  return isApproximate ? ["Read off a printed chart, so approximate. A triangle means: at most."] : [];
}

function starText(row: StarRow): string {
  return row.archived === "yes" ? `${numberText(row)} (archived)` : numberText(row);
}

function numberText({ value, high, reading }: StarRow): string {
  if (reading === "at most") return `under ${countText(high + 1)}`;
  if (reading === "at least") return boundText({ value, high });
  return reading === "chart" ? `about ${countText(value)}` : countText(value);
}
