import { maybePattern } from "./pattern.js";
import type { MiningQuery } from "./query.js";

/** Longest text that GitHub's code search takes, in characters. Source: GitHub's page on code search. */
export const LONGEST_SEARCH_TEXT = 1_000;

/**
 * What is typed into GitHub's code search for a query: the pattern as it is or the phrase in double quotes,
 * then the files to look in.
 *
 * Source: study 2025, how its searches were built
 */
export function searchText({ query, extensions }: Pick<MiningQuery, "query" | "extensions">): string {
  const what = maybePattern(query) === undefined ? quoted(query) : query;
  return `${what} ${files(extensions)}`;
}

/** Inside double quotes a backslash and a double quote need a backslash; nothing else does. */
function quoted(phrase: string): string {
  return `"${phrase.replaceAll(/["\\]/g, "\\$&")}"`;
}

function files(extensions: readonly string[]): string {
  const paths = extensions.map((extension) => `path:*.${extension}`);
  return paths.length === 1 ? paths.join("") : `(${paths.join(" OR ")})`;
}
