import { maybePattern } from "../../census/pattern.js";
import type { MiningQuery } from "../../census/query.js";
import { LONGEST_SEARCH_TEXT } from "../../census/search-text.js";
import { anchorWarnings } from "./anchor-warnings.js";
import { dialectWarnings } from "./dialect-warnings.js";
import { lineWarnings } from "./line-warnings.js";
import { methodWarnings } from "./method-warnings.js";
import { type PatternTree, patternTree } from "./pattern-tree.js";
import { phraseWarnings } from "./phrase-warnings.js";
import type { QueryWarning } from "./query-warning.js";
import { repetitionWarnings } from "./repetition-warnings.js";
import { slashWarnings } from "./slash-warnings.js";
import { wordEndWarnings } from "./word-end-warnings.js";

export type { QueryWarning } from "./query-warning.js";

const PATTERN_CHECKS: readonly ((tree: PatternTree) => readonly QueryWarning[])[] = [
  slashWarnings,
  lineWarnings,
  methodWarnings,
  anchorWarnings,
  wordEndWarnings,
  repetitionWarnings,
  dialectWarnings,
];

/**
 * What about a query may count other files than its author means, by place. It can be asked all the same.
 *
 * Never throws. What cannot be asked at all is refused elsewhere; a query that is too long gets no warning.
 */
export function queryWarnings({
  query,
  extensions,
}: Pick<MiningQuery, "query" | "extensions">): readonly QueryWarning[] {
  if (query.length > LONGEST_SEARCH_TEXT) return [];
  const pattern = maybePattern(query);
  const warnings =
    pattern === undefined ? phraseWarnings(query) : patternWarnings(patternTree(pattern, extensions));
  return [...warnings].sort((one, other) => (one.place ?? 0) - (other.place ?? 0));
}

/** Places in the query lie one behind those in the pattern, by the first slash. */
function patternWarnings(tree: PatternTree): readonly QueryWarning[] {
  const found = PATTERN_CHECKS.flatMap((check) => check(tree));
  return found.map((warning) =>
    warning.place === undefined ? warning : { ...warning, place: warning.place + 1 },
  );
}
