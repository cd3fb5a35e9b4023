import { RE2JS } from "re2js";
import { SearchError } from "./search-error.js";
import type { Term } from "./search-language.js";

/** Where something lies in a text, from its first character to the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Looks for one term. */
export interface Finder {
  isIn(text: string): boolean;
  /** The first place; undefined where there is none. */
  maybeSpan(text: string): Span | undefined;
}

/**
 * How a term is looked for: without regard to letter case, and in linear time (RE2).
 *
 * In a pattern a dot does not match a line's end, `^` and `$` match at every line, and `(?-i)` minds letter case.
 * That `^` means every line on GitHub is not documented; its counts of patterns with it say so.
 *
 * Errors: SearchError where a pattern is broken, or needs look-around or back-references
 */
export function finderOf(term: Term): Finder {
  return term.kind === "text" ? textFinder(term.text.toLowerCase()) : patternFinder(compiled(term.pattern));
}

function textFinder(lower: string): Finder {
  return {
    isIn: (text) => text.toLowerCase().includes(lower),
    maybeSpan: (text) => {
      const start = text.toLowerCase().indexOf(lower);
      return start < 0 ? undefined : { start, end: start + lower.length };
    },
  };
}

/** `test` needs no places and is several times as fast as `find`. */
function patternFinder(expression: RE2JS): Finder {
  return {
    isIn: (text) => expression.test(text),
    maybeSpan: (text) => {
      const matcher = expression.matcher(text);
      return matcher.find() ? { start: matcher.start(), end: matcher.end() } : undefined;
    },
  };
}

function compiled(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
  } catch (error) {
    if (!(error instanceof Error) || !error.name.startsWith("RE2JS")) throw error;
    throw new SearchError(`The regular expression is not understood: ${plainMessage(error.message)}.`);
  }
}

/** The engine's message without its opening words and the flags that were put before the pattern. */
function plainMessage(message: string): string {
  return message.replace(/^error parsing regexp: /, "").replace("(?m)(?i)", "");
}
