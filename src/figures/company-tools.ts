import type { ShownPairs } from "../census/page-search.js";
import { type Frame, rowsOf } from "../frames/data-frame.js";
import { companyPanel, isWide, labelOf, largestOf } from "./company-panel.js";
import type { Figure } from "./figure.js";
import { bracketLines, lowerBoundLines } from "./marks.js";
import { boundText, intervalText } from "./number-text.js";
import { besideOwn, type PageRow, rowsOfRun, rowsOfTools, shownByDefault } from "./shown-pages.js";
import { FAINT_INK, framed } from "./theme.js";

export interface CompanyOptions {
  /**
   * What the frame does not hold is left out. Where absent, the study's companies and tools, or the first ones of the frame:
   * see {@link shownByDefault}.
   */
  readonly shown?: ShownPairs;
  /** Which software each company runs: company, software, kind. */
  readonly companies?: Frame;
}

/**
 * Pages that name a company and a public tool, by company.
 *
 * Input:   one row a company, tool and place: company, tool, kind, place, value, low, high (pages; NaN when not measured)
 * Missing: the tool keeps its row, which says "not measured"
 * Source:  study 2025, "companies and public tools"
 */
export function companiesPublicTools(pages: Frame, source: string, { shown }: CompanyOptions = {}): Figure {
  const rows = rowsOf<PageRow>(pages);
  const { companies, tools } = shown ?? shownByDefault(rows);
  return companyFigure(rowsOfTools(rows, tools), {
    name: "companies-public-tools",
    title: "Pages that name a company and a public tool",
    companies,
    source,
  });
}

/** As {@link companiesPublicTools}, with the tool that the company runs first. Source: study 2025, "custom tools". */
export function companiesOwnTool(
  pages: Frame,
  source: string,
  { shown, companies: software }: CompanyOptions = {},
): Figure {
  const rows = rowsOf<PageRow>(pages);
  const { companies, tools } = shown ?? besideOwn(shownByDefault(rows));
  return companyFigure([...new Set([...rowsOfRun(rows, software), ...rowsOfTools(rows, tools)])], {
    name: "companies-own-tool",
    title: "Pages that name a company and the tool that it runs, beside public tools",
    companies,
    source,
  });
}

interface CompanyFigureText {
  readonly name: string;
  readonly title: string;
  readonly companies: readonly string[];
  readonly source: string;
}

function companyFigure(
  allRows: readonly PageRow[],
  { name, title, source, companies: wanted }: CompanyFigureText,
): Figure {
  const companies = wanted.filter((company) => allRows.some((row) => row.company === company));
  const rows = allRows.filter((row) => companies.includes(row.company));
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
        vconcat:
          companies.length === 0
            ? [emptyChart()]
            : companies.map((company, place) =>
                companyRow(company, { rows, isLast: place === companies.length - 1 }),
              ),
        spacing: 14,
      },
      {
        title,
        subtitle: [
          "Results that Google gave, in its own estimate. Left, solid: both names anywhere in the text.",
          "Right, outlined: both names in the title. Each panel has its own scale: compare within a panel only.",
          ...bracketLines(companies.flatMap((company) => bracketed(rows, company))),
          ...lowerBoundLines(rows),
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
  const tools = rows.filter((row) => row.kind === "public").map((row) => row.tool);
  return {
    title: { text: company, fontSize: 14, fontWeight: 600, anchor: "start", frame: "bounds", offset: 6 },
    hconcat: [
      companyPanel(of("text"), {
        axisTitle: isLast ? "pages with both names in the text" : null,
        outlined: false,
        tools,
      }),
      companyPanel(of("title"), {
        axisTitle: isLast ? "pages with both names in the title" : null,
        outlined: true,
        tools,
      }),
    ],
    bounds: "flush",
    spacing: 84,
  };
}

function emptyChart(): object {
  const text = { value: "No company was searched with a tool that is shown here." };
  return {
    data: { values: [{}] },
    mark: { type: "text", align: "left", fontStyle: "italic", color: FAINT_INK },
    encoding: { text, x: { value: 0 } },
    width: 240,
  };
}

/** The rows of a company that are drawn with a bracket. */
function bracketed(rows: readonly PageRow[], company: string): PageRow[] {
  return (["text", "title"] as const).flatMap((place) => {
    const panelRows = rows.filter((row) => row.company === company && row.place === place);
    return panelRows.filter((row) => isWide(row, largestOf(panelRows)));
  });
}

function describe(company: string, rows: readonly PageRow[]): string {
  const largest = { text: 0, title: 0 };
  for (const place of ["text", "title"] as const) {
    largest[place] = largestOf(rows.filter((row) => row.place === place));
  }
  const counts = rows.map((row) => {
    const interval = isWide(row, largest[row.place]) ? ` (${intervalText(row)})` : "";
    return `${labelOf(row)} in the ${row.place} ${boundText(row)}${interval}`;
  });
  return `${company}: ${counts.join(", ")}.`;
}
