import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import { rowsInOrder } from "./marks.js";
import { FAINT_INK, framed, INK } from "./theme.js";
import { OWN_TOOL_COLOR, toolName } from "./tool-style.js";

interface YearRow {
  readonly tool: string;
  readonly by: "company" | "open source";
  readonly year: number;
  readonly low: number;
  readonly high: number;
  readonly differs: boolean;
  readonly repositoryYear: number;
}

const OPEN_SOURCE_COLOR = "#004D73";

/**
 * When each tool appeared, companies' own and open source told apart by colour and by shape.
 *
 * Input:   one row a tool: tool, by, year, low, high (years; NaN when not known), differs (the records disagree), repositoryYear
 * Missing: a tool without a year is named below the title and has no mark; an unknown year of a repository has none either
 * Source:  study 2025, timeline of the tools
 */
export function adoptionTimeline(years: Frame, source: string): Figure {
  const all = rowsOf<YearRow>(years);
  const rows = all
    .filter((row) => !Number.isNaN(row.year))
    .toSorted((a, b) => a.year - b.year || a.tool.localeCompare(b.tool, "en"));
  const unknown = all.filter((row) => Number.isNaN(row.year)).map((row) => toolName(row.tool));
  const description = `Timeline of the tools' first years. ${rows
    .map(
      (row) =>
        `${toolName(row.tool)} (${row.by === "company" ? "a company's" : "open source"}): ${yearText(row)}`,
    )
    .join("; ")}.`;
  const created = rows.filter(hasRepository);
  const repositoryYears = created.map((row) => row.repositoryYear);
  const first = Math.min(...rows.map((row) => row.low), ...repositoryYears);
  const last = Math.max(...rows.map((row) => row.high), ...repositoryYears);
  const x = {
    type: "quantitative",
    title: null,
    axis: { format: "d", tickMinStep: 1, tickCount: last - first + 1 },
    scale: { domain: [first - 0.4, last + 1.6], nice: false, zero: false },
  };
  const by = { field: "by", type: "nominal" };
  const groups = ["companies' own projects", "open-source tools"];
  const chart = {
    width: 590,
    height: { step: 31 },
    data: {
      values: rows.map(({ repositoryYear, ...row }) => ({
        ...row,
        tool: toolName(row.tool),
        by: row.by === "company" ? groups[0] : groups[1],
        label: recordText(row),
        ...(hasRepository({ repositoryYear }) && { repositoryYear }),
        ...(created.length > 0 && { labelAt: Math.max(row.high, repositoryYear || row.high) }),
      })),
    },
    encoding: {
      y: rowsInOrder(
        "tool",
        rows.map((row) => toolName(row.tool)),
        { grid: true, extent: 165 },
      ),
    },
    layer: [
      {
        transform: [{ filter: "datum.low < datum.high" }],
        mark: { type: "rule", strokeWidth: 3, color: INK, opacity: 0.45 },
        encoding: { x: { ...x, field: "low" }, x2: { field: "high" } },
      },
      {
        mark: { type: "point", filled: true, size: 150, opacity: 1 },
        encoding: {
          x: { ...x, field: "year" },
          color: { ...by, scale: { domain: groups, range: [OWN_TOOL_COLOR, OPEN_SOURCE_COLOR] } },
          shape: { ...by, scale: { domain: groups, range: ["circle", "diamond"] } },
        },
      },
      {
        mark: { type: "text", align: "left", baseline: "middle", dx: 12, fontSize: 11.5, color: FAINT_INK },
        encoding: { x: { ...x, field: created.length > 0 ? "labelAt" : "high" }, text: { field: "label" } },
      },
      ...(created.length > 0 ? [repositoryMarks(x)] : []),
    ],
  };
  return {
    name: "adoption-timeline",
    description,
    spec: framed(chart, {
      title: "When each tool appeared",
      subtitle: [
        "First year by the study's table; a line spans the years where its table, timeline and sheet differ.",
        ...(created.length > 0
          ? ["A small open circle marks the year in which a tool's repository on GitHub was created."]
          : []),
        ...(unknown.length > 0 ? [`Year not known: ${unknown.join(", ")}.`] : []),
      ],
      source,
      description,
    }),
  };
}

function hasRepository({ repositoryYear }: Pick<YearRow, "repositoryYear">): boolean {
  return !Number.isNaN(repositoryYear);
}

/** A channel of its own, so that the legend has an entry of its own too. */
function repositoryMarks(x: object): object {
  const meaning = "repository created";
  const legend = { symbolType: "circle", symbolSize: 45, symbolStrokeWidth: 1.5, symbolFillColor: "white" };
  return {
    transform: [{ filter: "isValid(datum.repositoryYear)" }, { calculate: `'${meaning}'`, as: "meaning" }],
    mark: { type: "point", shape: "circle", size: 26, fill: "white", strokeWidth: 1.5, opacity: 1 },
    encoding: {
      x: { ...x, field: "repositoryYear" },
      stroke: { field: "meaning", type: "nominal", scale: { domain: [meaning], range: [INK] }, legend },
    },
  };
}

function yearText(row: YearRow): string {
  const repository = hasRepository(row) ? `, repository created ${row.repositoryYear}` : "";
  return `${recordText(row)}${repository}`;
}

function recordText({ year, low, high }: Pick<YearRow, "year" | "low" | "high">): string {
  return low === high ? String(year) : `${year} (records: ${low} to ${high})`;
}
