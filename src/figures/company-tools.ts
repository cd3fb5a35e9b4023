import { toolKey } from "../census/tool-key.js";
import { type Frame, rowsOf } from "../frames/data-frame.js";
import type { Figure } from "./figure.js";
import { countAxis, labelAfter, labelOfMissing, rowsInOrder, scaleTo } from "./marks.js";
import { countText } from "./number-text.js";
import { framed, NEUTRAL } from "./theme.js";
import { isKnownTool, OWN_TOOL_COLOR, toolName, toolStyle } from "./tool-style.js";

/** One row of the pages that name a company and a tool. */
export interface PageRow {
  readonly company: string;
  readonly tool: string;
  readonly kind: "own" | "public";
  readonly place: "text" | "title";
  readonly value: number;
}

/** The companies that the study judged, in its order. */
const COMPANIES = ["Netflix", "Uber", "IBM", "OpenAI"];

/** The public tools of the study's first four charts; the second four show the company's own tool in ClearML's stead. */
const PUBLIC_TOOLS = ["MLFlow", "ClearML", "CML", "KubeFlow"];
const LEFT_OUT = toolKey("ClearML");

/**
 * Pages that name a company and a public tool, by company.
 *
 * Input:   one row a company, tool and place: company, tool, kind, place, value (pages; NaN when not measured)
 * Missing: the tool keeps its row, which says "not measured"
 * Source:  study 2025, "companies and public tools"
 */
export function companiesPublicTools(pages: Frame, source: string): Figure {
  const tools = new Set(PUBLIC_TOOLS.map(toolKey));
  return companyFigure(
    rowsOf<PageRow>(pages).filter((row) => tools.has(toolKey(row.tool))),
    { name: "companies-public-tools", title: "Pages that name a company and a public tool", source },
  );
}

/** As {@link companiesPublicTools}, with the tool that the company runs itself first. Source: study 2025, "custom tools". */
export function companiesOwnTool(pages: Frame, source: string): Figure {
  const rows = rowsOf<PageRow>(pages);
  const tools = new Set(PUBLIC_TOOLS.map(toolKey));
  tools.delete(LEFT_OUT);
  const isUsed = (row: PageRow) =>
    row.kind === "own" || !PUBLIC_TOOLS.map(toolKey).includes(toolKey(row.tool));
  return companyFigure([...rows.filter(isUsed), ...rows.filter((row) => tools.has(toolKey(row.tool)))], {
    name: "companies-own-tool",
    title: "Pages that name a company and the tool that it runs, beside public tools",
    source,
  });
}

interface CompanyFigureText {
  readonly name: string;
  readonly title: string;
  readonly source: string;
}

function companyFigure(rows: readonly PageRow[], { name, title, source }: CompanyFigureText): Figure {
  const companies = COMPANIES.filter((company) => rows.some((row) => row.company === company));
  const description = `${title}: bars by company and tool, in the text and in the title. ${companies
    .map((company) =>
      describe(
        company,
        rows.filter((row) => row.company === company),
      ),
    )
    .join(" ")}`;
  return {
    name,
    description,
    spec: framed(
      {
        vconcat: companies.map((company, place) =>
          companyRow(company, { rows, isLast: place === companies.length - 1 }),
        ),
        spacing: 14,
      },
      {
        title,
        subtitle: [
          "Results that Google gave, in its own estimate. Left, solid: both names anywhere in the text.",
          "Right, outlined: both names in the title. Each panel has its own scale: compare within a panel only.",
        ],
        source,
        description,
      },
    ),
  };
}

function companyRow(
  company: string,
  { rows, isLast }: { rows: readonly PageRow[]; isLast: boolean },
): object {
  const of = (place: PageRow["place"]) =>
    rows.filter((row) => row.company === company && row.place === place);
  return {
    title: { text: company, fontSize: 14, fontWeight: 600, anchor: "start", frame: "bounds", offset: 6 },
    hconcat: [
      panel(of("text"), { axisTitle: isLast ? "pages with both names in the text" : null, outlined: false }),
      panel(of("title"), { axisTitle: isLast ? "pages with both names in the title" : null, outlined: true }),
    ],
    bounds: "flush",
    spacing: 84,
  };
}

function panel(
  rows: readonly PageRow[],
  { axisTitle, outlined }: { axisTitle: string | null; outlined: boolean },
): object {
  const values = rows.map((row) => ({
    tool: labelOf(row),
    value: row.value,
    color: colorOf(row),
    label: countText(row.value),
    labelAt: row.value,
  }));
  const color = { field: "color", type: "nominal", scale: null };
  return {
    width: outlined ? 185 : 240,
    height: { step: 21 },
    data: { values },
    encoding: {
      y: rowsInOrder("tool", rows.map(labelOf), { labels: !outlined, extent: 155, labelFontSize: 12 }),
    },
    layer: [
      {
        transform: [{ filter: "datum.value > 0" }],
        mark: outlined
          ? { type: "bar", height: 11, strokeWidth: 2, fillOpacity: 0.15 }
          : { type: "bar", height: 13 },
        encoding: {
          x: {
            field: "value",
            type: "quantitative",
            title: axisTitle,
            axis: { ...countAxis(rows.map((row) => row.value)), tickCount: 4, labelFontSize: 11 },
            scale: scaleTo(rows.map((row) => row.value)),
          },
          color,
          ...(outlined ? { stroke: color } : {}),
        },
      },
      labelAfter("label", { dx: 6, fontSize: 11.5 }),
      labelOfMissing("label"),
    ],
  };
}

function labelOf(row: PageRow): string {
  const name = toolName(row.tool);
  return row.kind === "own" ? `${name} (own)` : name;
}

function colorOf(row: PageRow): string {
  if (row.kind === "own") return OWN_TOOL_COLOR;
  return isKnownTool(row.tool) ? toolStyle(row.tool).color : NEUTRAL;
}

function describe(company: string, rows: readonly PageRow[]): string {
  const counts = rows.map((row) => `${labelOf(row)} in the ${row.place} ${countText(row.value)}`);
  return `${company}: ${counts.join(", ")}.`;
}
