import type { DorkingConfiguration, SearchedTool } from "../config/configuration.js";
import { type DorkingSearch, PLACES, searchText } from "./search-text.js";

/** One search: how often does Google find the company with a name of the tool there? */
export interface DorkingEntry extends DorkingSearch {
  readonly tool: string;
  /** The tool is the company's own. */
  readonly isOwnTool: boolean;
  readonly text: string;
}

/**
 * Every company with every tool, in the title and in the text: companies, then tools, in the order of conf.json.
 *
 * An own tool that is not among the tools comes last for its company, and for no other. A tool with several
 * names is asked for once a name: a page that holds two of them is in both counts, so these do not add up.
 */
export function dorkingPlan({ companies, tools, asStudied }: DorkingConfiguration): readonly DorkingEntry[] {
  return companies.flatMap(({ name: company, ownTool }) =>
    withOwnTool(tools, ownTool).flatMap((tool) =>
      tool.search.flatMap((name) =>
        PLACES.map((place) => {
          const search = { company, name, place };
          const isOwnTool = tool.name === ownTool;
          return { ...search, tool: tool.name, isOwnTool, text: searchText(search, asStudied) };
        }),
      ),
    ),
  );
}

function withOwnTool(tools: readonly SearchedTool[], ownTool: string | undefined): readonly SearchedTool[] {
  if (ownTool === undefined || tools.some((tool) => tool.name === ownTool)) return tools;
  return [...tools, { name: ownTool, search: [ownTool] }];
}
