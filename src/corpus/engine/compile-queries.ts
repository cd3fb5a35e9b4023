import { FileText } from "./file-text.js";
import { Matcher } from "./matcher.js";
import { planQuery } from "./plan-query.js";

/** Queries, ready to be looked for in files. They are known by their index. */
export interface CompiledQueries {
  /** For all of the queries. */
  readonly matcher: Matcher;
  /** For some of them, such as those that search files with one extension. The same for the same indexes. */
  matcherFor(indexes: readonly number[]): Matcher;
  /**
   * How often one query occurs in a file: from left to right, none over another. Slow, since the whole file is
   * read by the regular expression; with patterns such as `a[\s\S]*?b|a`, once for each occurrence.
   */
  countOccurrences(bytes: Uint8Array, index: number): number;
}

export interface MatchOptions {
  /** Default: false, as GitHub's code search. `(?i)` and `(?-i)` in a pattern change it there. */
  readonly isCaseSensitive?: boolean;
}

/**
 * Prepares queries to be looked for all at once: phrases, and regular expressions between slashes.
 *
 * They mean what they mean to GitHub's code search: a phrase is a text; `^` and `$` match at every line, a dot
 * matches no newline, and a regular expression may span the whole file. Its dialect is RE2's.
 *
 * Errors: PatternError where a regular expression is broken, needs look-around or back-references, or is too large
 */
export function compileQueries(
  queries: readonly { readonly query: string }[],
  { isCaseSensitive = false }: MatchOptions = {},
): CompiledQueries {
  const plans = new Map(queries.map(({ query }, index) => [index, planQuery(query, isCaseSensitive)]));
  const matchers = new Map<string, Matcher>();
  const matcherFor = (indexes: readonly number[]): Matcher => {
    const wanted = new Set(indexes);
    const key = [...wanted].sort((one, other) => one - other).join();
    const matcher =
      matchers.get(key) ?? new Matcher(new Map([...plans].filter(([index]) => wanted.has(index))));
    matchers.set(key, matcher);
    return matcher;
  };
  return {
    matcher: matcherFor([...plans.keys()]),
    matcherFor,
    countOccurrences: (bytes, index) => {
      const file = new FileText(bytes);
      const plan = plans.get(index);
      return plan === undefined || !file.isText() ? 0 : occurrences(plan.expression.matcher(file.whole()));
    },
  };
}

function occurrences(matches: { find(): boolean }): number {
  let count = 0;
  while (matches.find()) count += 1;
  return count;
}
