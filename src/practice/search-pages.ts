import { type PageQuery, parsePageQuery } from "./page-language.js";
import type { WebPage } from "./web-pages.js";

export interface FoundPages {
  readonly pages: readonly WebPage[];
  /** For how many pages of the web these stand, to three digits: a search engine estimates. */
  readonly total: number;
}

/**
 * The pages that hold all that is wanted and nothing that is not, in the place named. Who wants nothing finds nothing.
 *
 * Errors: SearchError where the text is not understood
 */
export function searchPages(pages: readonly WebPage[], text: string): FoundPages {
  const query = parsePageQuery(text);
  const found = query.wanted.length === 0 ? [] : pages.filter((page) => isMatch(page, query));
  const sum = found.reduce((total, { standsFor }) => total + standsFor, 0);
  return { pages: found, total: Number(sum.toPrecision(3)) };
}

function isMatch({ words }: WebPage, { place, wanted, unwanted }: PageQuery): boolean {
  const places = place === undefined ? [words.title, words.text] : [words[place]];
  const holds = (phrase: string) => places.some((one) => one.includes(phrase));
  return wanted.every(holds) && !unwanted.some(holds);
}
