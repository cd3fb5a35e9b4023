/** Where in a page all the words must stand. */
export const PLACES = ["title", "text"] as const;

export type Place = (typeof PLACES)[number];

/** How a tool stands to a company: its own, a public one, or another company's own. */
export const TOOL_KINDS = ["own", "public", "other's"] as const;

export type ToolKind = (typeof TOOL_KINDS)[number];

/** One question to a web search: how many pages hold the company with a name of the tool there? */
export interface PageSearch {
  readonly company: string;
  readonly tool: string;
  /** A name of the tool, as pages write it. */
  readonly name: string;
  readonly place: Place;
  readonly kind: ToolKind;
  /** Figures show the company, and the tool beside it. */
  readonly isShown: boolean;
  /** A public tool that the company is known to run in an own one's stead. */
  readonly isUsed: boolean;
  /** What is typed into the search. */
  readonly text: string;
}

/** A search for pages in a result file. */
export type PageFields = Omit<PageSearch, "text">;

/** What a web search is asked for: the part that a service sees. */
export type SearchedText = Pick<PageSearch, "text">;

/** Which companies and public tools the figures of pages show, in order. */
export interface ShownPairs {
  readonly companies: readonly string[];
  readonly tools: readonly string[];
}
