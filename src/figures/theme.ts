import type { Config } from "vega-lite";
import { PRACTICE, practiceNotice } from "../census/practice.js";
import type { VegaLiteSpec } from "./figure.js";

export const FONT = "Public Sans";
export const INK = "#222222";
export const FAINT_INK = "#5f5f5f";
export const NEUTRAL = "#9a9a9a";

/** Text sizes and lines of every figure; the font comes from a package, so that every machine draws the same. */
export const THEME: Config = {
  background: "white",
  font: `${FONT}, Helvetica, Arial, sans-serif`,
  view: { stroke: null },
  title: {
    anchor: "start",
    frame: "group",
    fontSize: 17,
    fontWeight: 600,
    color: INK,
    subtitleFontSize: 12.5,
    subtitleColor: FAINT_INK,
    subtitlePadding: 5,
    subtitleLineHeight: 17,
    offset: 14,
  },
  axis: {
    labelFontSize: 12,
    labelColor: INK,
    labelLimit: 260,
    titleFontSize: 12,
    titleFontWeight: 400,
    titleColor: FAINT_INK,
    titlePadding: 8,
    gridColor: "#ececec",
    domainColor: NEUTRAL,
    tickColor: NEUTRAL,
  },
  axisY: { grid: false, domain: false, ticks: false, labelPadding: 8, labelFontSize: 13 },
  axisX: { domain: false, tickCount: 6 },
  header: {
    labelFontSize: 13,
    labelFontWeight: 600,
    labelColor: INK,
    labelAnchor: "start",
    titleFontSize: 12,
  },
  legend: {
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 400,
    symbolSize: 120,
    orient: "top",
    title: null,
  },
  text: { fontSize: 12, color: INK },
  // Where a chart is interactive, its values are shown at the pointer.
  bar: { tooltip: true },
  arc: { tooltip: true },
  point: { tooltip: true },
};

/** What a figure says about itself around its chart. */
export interface FigureText {
  readonly title: string;
  /** Units, and how to read the marks. */
  readonly subtitle: readonly string[];
  /** Where the data come from; one that begins with "practice" marks the whole figure as practice; "; " starts a line. */
  readonly source: string;
  readonly description: string;
}

/** A chart with title above, source below, theme and description: the form of every figure. */
export function framed(chart: object, text: FigureText): VegaLiteSpec {
  const { title, subtitle, source, description } = text.source.startsWith(PRACTICE)
    ? markedAsPractice(text)
    : text;
  const lines = `Source: ${source}`.split(/(?<=;) /);
  const height = 14 * lines.length;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description,
    title: { text: title, subtitle: [...subtitle] },
    padding: { left: 16, top: 16, right: 24, bottom: 12 },
    config: THEME,
    vconcat: [
      withoutGaps(chart),
      {
        data: { values: [{}] },
        height,
        width: 1,
        mark: { type: "text", align: "left", baseline: "bottom", fontSize: 10.5, color: FAINT_INK },
        encoding: {
          text: { value: lines.length > 1 ? lines : lines[0] },
          x: { value: 0 },
          y: { value: height },
        },
      },
    ],
    spacing: 10,
  };
}

/** Nobody who sees the figure alone may take it for GitHub, or for Google. */
function markedAsPractice({ title, subtitle, source, description }: FigureText): FigureText {
  const notice = practiceNotice(source);
  return {
    title: `PRACTICE · ${title}`,
    subtitle: [
      notice,
      ...subtitle.map((line) =>
        line
          .replaceAll("GitHub code search", "a search of sample files")
          .replaceAll("Results that Google gave, in its own estimate", "Results of a search of sample pages"),
      ),
    ],
    source,
    description: `${notice} ${description}`,
  };
}

/** JSON has no NaN and no Infinity: what is not a number becomes null, which charts leave out, here as in the file. */
function withoutGaps(chart: object): object {
  return JSON.parse(JSON.stringify(chart)) as object;
}
