import { maybePattern } from "../census/pattern.js";
import { LONGEST_SEARCH_TEXT } from "../census/search-text.js";
import { SearchError } from "./search-error.js";

/** One thing that must occur in a file: a text as it stands, or a regular expression without its slashes. */
export type Term =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "pattern"; readonly pattern: string };

/** A search that was understood: a file must hold every term. */
export interface Search {
  readonly terms: readonly Term[];
  /** Without dot; any of these will do. Absent where all files are searched. */
  readonly extensions?: readonly string[];
}

const PATH = String.raw`path:\*\.[\w.+-]+`;
const FILES_AT_END = new RegExp(String.raw`(?:^|\s)(${PATH}|\(\s*${PATH}(?:\s+OR\s+${PATH})*\s*\))\s*$`);

/**
 * The part of GitHub's search language that a census needs: `/pattern/`, `"phrase"` or bare words, then
 * `path:*.ext` or `(path:*.a OR path:*.b)`. All of it must hold.
 *
 * Errors: SearchError for everything else. Practice never guesses: a text read in another way than its author
 * meant it would give a number that is plausible and wrong.
 */
export function parseSearch(text: string): Search {
  if (text.trim() === "") throw new SearchError("There is nothing to search for.");
  if (text.length > LONGEST_SEARCH_TEXT) {
    throw new SearchError(`The search is longer than ${LONGEST_SEARCH_TEXT} characters.`);
  }
  const files = FILES_AT_END.exec(text);
  const terms = parseTerms((files === null ? text : text.slice(0, files.index)).trim());
  if (files === null) return { terms };
  return {
    terms,
    extensions: [...(files[1] ?? "").matchAll(/path:\*\.([\w.+-]+)/g)].map(([, name]) => name ?? ""),
  };
}

/**
 * A pattern runs from the first slash to the last one before the files, so a slash inside needs no backslash.
 * What GitHub does with such a slash is not documented; the query lint warns of it. Before white space it would
 * end the pattern, and what follows would be searched apart.
 */
function parseTerms(text: string): readonly Term[] {
  if (!text.startsWith("/")) return text === "" ? [] : splitTerms(text);
  const pattern = maybePattern(text);
  if (pattern === undefined || pattern === "") {
    throw new SearchError(
      "A regular expression begins and ends with a slash, and nothing but files follows it.",
    );
  }
  if (endsEarly(pattern)) {
    throw new SearchError(
      "A slash before white space ends a regular expression. Write \\/ for a slash inside, and one regular expression a search.",
    );
  }
  return [{ kind: "pattern", pattern }];
}

function endsEarly(pattern: string): boolean {
  return /\/\s/.test(pattern.replaceAll(/\\./gs, "\\."));
}

const PHRASE_OR_WORD = /\s*(?:"((?:[^"\\]|\\["\\])*)"(?=\s|$)|([^\s"]+)(?=\s|$))/y;

function splitTerms(text: string): readonly Term[] {
  const terms: Term[] = [];
  for (let end = 0; end < text.length; end = PHRASE_OR_WORD.lastIndex) {
    PHRASE_OR_WORD.lastIndex = end;
    const found = PHRASE_OR_WORD.exec(text);
    if (found === null) {
      throw new SearchError(
        'A phrase ends with a double quote; inside it, write \\" and \\\\ for a quote and a backslash.',
      );
    }
    const [, phrase, word = ""] = found;
    terms.push({ kind: "text", text: phrase === undefined ? plainWord(word) : unescaped(phrase) });
  }
  return terms;
}

function unescaped(phrase: string): string {
  if (phrase === "") throw new SearchError("A phrase in double quotes is empty.");
  return phrase.replaceAll(/\\(["\\])/g, "$1");
}

const OTHER_SYNTAX =
  /^(?:AND|OR|NOT)$|^[-(/]|^(?:repo|org|user|enterprise|language|path|symbol|content|is|filename|extension):/i;

/** A word that GitHub reads as more than a word is refused, since here it would be searched as it stands. */
function plainWord(word: string): string {
  if (!OTHER_SYNTAX.test(word)) return word;
  throw new SearchError(
    `Practice knows /patterns/, "phrases" and words, then path:*.ext or (path:*.a OR path:*.b), but not ${word} here.`,
  );
}
