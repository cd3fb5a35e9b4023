import type { Place, ShownPairs, ToolKind } from "../census/page-search.js";
import { toolKey } from "../census/tool-key.js";
import { type Frame, rowsOf } from "../frames/data-frame.js";

/** One row of the pages that name a company and a tool. */
export interface PageRow {
  readonly company: string;
  readonly tool: string;
  readonly kind: ToolKind;
  readonly place: Place;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The companies that the study judged, in its order, and its public tools. */
const STUDY: ShownPairs = {
  companies: ["Netflix", "Uber", "IBM", "OpenAI"],
  tools: ["MLFlow", "ClearML", "CML", "KubeFlow"],
};
const MOST_COMPANIES = 4;
const MOST_TOOLS = 5;

/**
 * What to show of pages where nobody says it: the study's companies and public tools where the pages hold all of them,
 * else the first four companies, and the five public tools with most pages in the text.
 */
export function shownByDefault(rows: readonly PageRow[]): ShownPairs {
  const companies = [...new Set(rows.map((row) => row.company))];
  const texts = new Map<string, number>();
  for (const { tool, value, place } of rows.filter((row) => row.kind === "public")) {
    const text = place === "text" && !Number.isNaN(value) ? value : 0;
    texts.set(tool, (texts.get(tool) ?? 0) + text);
  }
  const tools = [...texts].toSorted(([, a], [, b]) => b - a).map(([tool]) => tool);
  const keys = new Set(tools.map(toolKey));
  return {
    companies: STUDY.companies.every((company) => companies.includes(company))
      ? STUDY.companies
      : companies.slice(0, MOST_COMPANIES),
    tools: STUDY.tools.every((tool) => keys.has(toolKey(tool))) ? STUDY.tools : tools.slice(0, MOST_TOOLS),
  };
}

/** The public tools beside a company's own: where the study's are shown, its second four charts leave out ClearML. */
export function besideOwn({ companies, tools }: ShownPairs): ShownPairs {
  return { companies, tools: tools === STUDY.tools ? tools.filter((tool) => tool !== "ClearML") : tools };
}

/** The rows of these tools, in the order of the tools. */
export function rowsOfTools(rows: readonly PageRow[], tools: readonly string[]): PageRow[] {
  const keys = [...new Set(tools.map(toolKey))];
  return keys.flatMap((key) => rows.filter((row) => row.kind !== "own" && toolKey(row.tool) === key));
}

/**
 * The rows of the tool that each company runs: its own, or the public one in the place of an own one.
 *
 * Input: companies: company, software, kind (custom, public). Where absent, a public tool that only one company was
 *        searched with is that company's
 */
export function rowsOfRun(rows: readonly PageRow[], companies?: Frame): PageRow[] {
  const run = companies === undefined ? undefined : publicSoftware(companies);
  return rows.filter((row) => {
    if (row.kind === "own") return true;
    if (run !== undefined) return run.has(keyOf(row.company, row.tool));
    return rows.every((other) => toolKey(other.tool) !== toolKey(row.tool) || other.company === row.company);
  });
}

function publicSoftware(companies: Frame): ReadonlySet<string> {
  const rows = rowsOf<{ company: string; software: string; kind: string }>(companies);
  return new Set(rows.filter((row) => row.kind === "public").map((row) => keyOf(row.company, row.software)));
}

function keyOf(company: string, tool: string): string {
  return JSON.stringify([company, toolKey(tool)]);
}
