import { type PageSearch, PLACES, type ToolKind } from "../census/page-search.js";
import type { Company, DorkingConfiguration, SearchedTool } from "../config/configuration.js";
import { searchText } from "./search-text.js";

/**
 * Every company with every tool, in the title and in the text, the most important pairs first.
 *
 * What figures show comes first, so that a run that ends early has it: the shown companies with their own tool, or the one
 * that they are known to run, and with the shown tools; then their other tools; then the other companies, likewise. Else
 * companies, then tools, in the order of the figures, and behind it in that of conf.json.
 *
 * An own tool that is not among the tools is asked for its company alone. A tool with several names is asked for once a
 * name: a page that holds two of them is in both counts, so these do not add up.
 */
export function dorkingPlan(dorking: DorkingConfiguration): readonly PageSearch[] {
  const { figures } = dorking;
  const companies = inOrder(dorking.companies, figures.companies);
  const tools = inOrder(dorking.tools, figures.tools);
  return companies
    .flatMap((company) => pairsOf(company, { companies, tools, figures }))
    .toSorted((one, other) => one.rank - other.rank)
    .flatMap((pair) => searchesOf(pair, dorking));
}

/** Those of these names in their order, and behind them the others in their own. */
function inOrder<Item extends { readonly name: string }>(
  items: readonly Item[],
  names: readonly string[],
): readonly Item[] {
  const placeOf = ({ name }: Item) => (names.includes(name) ? names.indexOf(name) : names.length);
  return items.toSorted((one, other) => placeOf(one) - placeOf(other));
}

interface Pair {
  readonly company: Company;
  readonly tool: SearchedTool;
  readonly kind: ToolKind;
  readonly isShown: boolean;
  readonly isUsed: boolean;
  /** 0 is asked first. */
  readonly rank: number;
}

function pairsOf(
  company: Company,
  { companies, tools, figures }: Pick<DorkingConfiguration, "companies" | "tools" | "figures">,
): Pair[] {
  const owned = new Set(companies.map(({ ownTool }) => ownTool));
  return withOwnTool(tools, company.ownTool).map((tool) => {
    const isOwn = tool.name === company.ownTool;
    const isUsed = tool.name === company.usedTool;
    const isToolShown = isOwn || isUsed || figures.tools.includes(tool.name);
    const isCompanyShown = figures.companies.includes(company.name);
    return {
      company,
      tool,
      kind: isOwn ? "own" : owned.has(tool.name) ? "other's" : "public",
      isShown: isToolShown && isCompanyShown,
      isUsed,
      rank: (isCompanyShown ? 0 : 2) + (isToolShown ? 0 : 1),
    };
  });
}

function searchesOf(
  { company, tool, kind, isShown, isUsed }: Pair,
  { asStudied }: DorkingConfiguration,
): PageSearch[] {
  const { with: wanted, without } = tool;
  return tool.search.flatMap((name) =>
    PLACES.map((place) => {
      const search = { company: company.name, name, place };
      const text = searchText({ ...search, with: wanted, without }, asStudied);
      return { ...search, tool: tool.name, kind, isShown, isUsed, text };
    }),
  );
}

function withOwnTool(tools: readonly SearchedTool[], ownTool: string | undefined): readonly SearchedTool[] {
  if (ownTool === undefined || tools.some((tool) => tool.name === ownTool)) return tools;
  return [...tools, { name: ownTool, search: [ownTool], with: [], without: [] }];
}
