import type { Place } from "../census/page-search.js";

const OPERATORS: Readonly<Record<Place, string>> = { title: "allintitle:", text: "allintext:" };

/** What to look for with a company, and where. */
export interface DorkingSearch {
  readonly company: string;
  /** A name of the tool, as pages write it. */
  readonly name: string;
  readonly place: Place;
  /** Words or phrases that must stand there too, and those that must not. */
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

/**
 * What is typed into Google for a company and a tool.
 *
 * As studied, a name of several words is left bare, so that its words may stand apart; else it is quoted. The operator
 * stands first, since it applies to all that follows; the words that must not occur stand last.
 * Source: study 2025, `allintitle: COMPANY TOOL`
 */
export function searchText(search: DorkingSearch, asStudied: boolean): string {
  const { company, name, place, with: wanted = [], without = [] } = search;
  const names = [company, name].map((text) => (asStudied ? text : quoted(text)));
  return [
    OPERATORS[place],
    ...names,
    ...wanted.map(quoted),
    ...without.map((text) => `-${quoted(text)}`),
  ].join(" ");
}

/** A word with a sign in it is several words to Google, too. */
function quoted(text: string): string {
  return /^[\p{L}\p{N}&]+$/u.test(text) ? text : `"${text}"`;
}
