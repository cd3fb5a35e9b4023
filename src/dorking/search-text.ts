/** Where in a page all the words must stand. */
export const PLACES = ["title", "text"] as const;

export type Place = (typeof PLACES)[number];

const OPERATORS: Readonly<Record<Place, string>> = { title: "allintitle:", text: "allintext:" };

/** What to look for with a company, and where. */
export interface DorkingSearch {
  readonly company: string;
  /** A name of the tool, as pages write it. */
  readonly name: string;
  readonly place: Place;
}

/**
 * What is typed into Google for a company and a tool.
 *
 * As studied, a name of several words is left bare, so that its words may stand apart; else it is quoted.
 * Source: study 2025, `allintitle: COMPANY TOOL`
 */
export function searchText({ company, name, place }: DorkingSearch, asStudied: boolean): string {
  const words = [company, name].map((text) => (asStudied || !/\s/.test(text) ? text : `"${text}"`));
  return [OPERATORS[place], ...words].join(" ");
}
