import type { SearchedQuery } from "../../census/count-source.js";

/** One search of the interface for programs: it can say one extension only. */
export interface ApiSearch {
  readonly text: string;
  readonly address: string;
}

/**
 * The searches whose counts make up the count of a phrase: one for each extension.
 *
 * A file has one extension, so none is counted twice. Letter case says nothing there: `py` and `PY` are one search.
 */
export function apiSearches({ query, extensions }: SearchedQuery, apiUrl: string): readonly ApiSearch[] {
  const distinct = [...new Set(extensions.map((extension) => extension.toLowerCase()))];
  const endings = distinct.length === 0 ? [""] : distinct.map((extension) => ` extension:${extension}`);
  return endings.map((ending) => {
    const text = `${quotedPhrase(query)}${ending}`;
    return { text, address: `${apiUrl}/search/code?q=${encodeURIComponent(text)}&per_page=1` };
  });
}

/** Inside double quotes a backslash and a double quote take a backslash. */
export function quotedPhrase(phrase: string): string {
  return `"${phrase.replaceAll(/["\\]/g, "\\$&")}"`;
}
