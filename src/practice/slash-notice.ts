import { parseSearch } from "./search-language.js";

const ESCAPED_OR_SLASH = /\\.|\//gs;

/**
 * Says of a search whose pattern holds a slash without a backslash what GitHub would do with it; practice reads on.
 *
 * Missing: undefined where there is no such slash
 * Errors:  SearchError where the text is not understood
 */
export function maybeSlashNotice(text: string): string | undefined {
  const hasSlash = parseSearch(text).terms.some(
    (term) => term.kind === "pattern" && [...term.pattern.matchAll(ESCAPED_OR_SLASH)].some(isSlash),
  );
  if (!hasSlash) return undefined;
  return "This pattern holds a slash without a backslash. GitHub takes the pattern to end there; practice reads on to the last slash. Write \\/ for each slash inside.";
}

const isSlash = ([text]: RegExpMatchArray): boolean => text === "/";
