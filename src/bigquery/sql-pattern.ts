import { RE2JS } from "re2js";
import type { SearchedQuery } from "../census/count-source.js";
import { maybePattern } from "../census/pattern.js";

/** A query as two regular expressions of BigQuery's engine, RE2: one for a file's text, one for its path. */
export interface SqlPattern {
  readonly text: string;
  readonly path: string;
}

/** As GitHub's code search: letter case does not count, `^` and `$` match at every line, a dot matches no newline. */
const TEXT_FLAGS = "(?im)";

/** Here `$` is the end of the path. */
const PATH_FLAGS = "(?i)";

/**
 * What a query means, in the terms of `REGEXP_CONTAINS`.
 *
 * | the query has        | in SQL                                          |
 * |----------------------|-------------------------------------------------|
 * | a phrase             | its characters, each quoted                     |
 * | a regular expression | itself; its own flags hold from where they stand |
 * | extensions           | the end of the path, each quoted                |
 * | any letter case      | `(?i)`, which `(?-i)` in a pattern takes back   |
 * | `^` and `$`          | `(?m)`                                          |
 * | `.`                  | no `(?s)`                                       |
 */
export function sqlPattern({ query, extensions }: SearchedQuery): SqlPattern {
  const endings = extensions.map((extension) => RE2JS.quote(extension)).join("|");
  return {
    text: `${TEXT_FLAGS}${maybePattern(query) ?? RE2JS.quote(query)}`,
    path: `${PATH_FLAGS}\\.(?:${endings})$`,
  };
}

/** Why a query cannot be asked in SQL, as a sentence; undefined where it can. */
export function maybeSqlRefusal(query: SearchedQuery): string | undefined {
  const what = maybePattern(query.query) ?? query.query;
  if (what === "") return "BigQuery cannot look for nothing: write a text or a regular expression.";
  if (query.extensions.length === 0) return "BigQuery needs at least one extension to look in.";
  const { text, path } = sqlPattern(query);
  if (/\p{Surrogate}/u.test(text + path)) {
    return "BigQuery takes UTF-8 alone, and this query holds half of a character.";
  }
  const fault = maybeFault(text);
  return fault && `BigQuery's engine, RE2, does not know this regular expression (${fault}).`;
}

function maybeFault(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || !error.name.startsWith("RE2JS")) throw error;
    return error.message.replace(/^error parsing regexp: /, "").replace(TEXT_FLAGS, "");
  }
}
