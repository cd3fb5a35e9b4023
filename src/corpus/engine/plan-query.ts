import { RE2JS } from "re2js";
import { maybePattern } from "../../census/pattern.js";
import type { Chain } from "./chain.js";
import { chainsOf } from "./chains-of.js";
import { type Literal, usedLength } from "./literal.js";
import { parsePattern } from "./parse-pattern.js";
import { PatternError } from "./pattern-error.js";
import { trimPattern } from "./trim-pattern.js";

/** How one query is looked for. */
export interface QueryPlan {
  /** What the query means; it decides where the chains do not. */
  readonly expression: RE2JS;
  /** A file that matches holds one of them. None where literals tell nothing: then every file is read by `expression`. */
  readonly chains: readonly Chain[];
  /** Whether the chains are of lower case, for texts in lower case. */
  readonly isFolded: boolean;
}

/** In the engine's instructions: time grows with it as with the text. The longest of the study's queries has 300. */
const LARGEST_PROGRAM = 5_000;

/** Shorter literals are everywhere: where they do not decide, they are not worth looking for. */
const SHORTEST_GATE = 3;

/** Errors: PatternError */
export function planQuery(query: string, isCaseSensitive: boolean): QueryPlan {
  const pattern = maybePattern(query) ?? RE2JS.quote(query);
  const expression = compiled(query, pattern, isCaseSensitive);
  const isFolded = !isCaseSensitive || /\(\?[A-Za-z]*i/.test(pattern);
  const tree = trimPattern(parsePattern(pattern, { isFolded: !isCaseSensitive }));
  const chains = chainsOf(tree, isFolded).filter(({ sets }) => sets.every((set) => set.length > 0));
  const useful = chains.map(withUsefulSets);
  return { expression, isFolded, chains: useful.every(({ sets }) => sets.length > 0) ? useful : [] };
}

function compiled(query: string, pattern: string, isCaseSensitive: boolean): RE2JS {
  if (pattern === "") throw new PatternError(query, "expected a text or a regular expression, found none");
  const expression = expressionOf(query, pattern, isCaseSensitive);
  const size = expression.programSize();
  if (size <= LARGEST_PROGRAM) return expression;
  throw new PatternError(
    query,
    `its repetitions make ${size} steps, and more than ${LARGEST_PROGRAM} are too slow to search`,
  );
}

function expressionOf(query: string, pattern: string, isCaseSensitive: boolean): RE2JS {
  const flags = isCaseSensitive ? RE2JS.MULTILINE : RE2JS.MULTILINE | RE2JS.CASE_INSENSITIVE;
  try {
    return RE2JS.compile(pattern, flags);
  } catch (error) {
    if (!(error instanceof Error) || !error.name.startsWith("RE2JS")) throw error;
    const reason = error.message.replace(/^error parsing regexp: /, "").replace(/\(\?m\)(?:\(\?i\))?/, "");
    throw new PatternError(query, `the search knows no such regular expression (${reason})`);
  }
}

/** A place uses up nothing, so it cannot be found as a literal. */
function withUsefulSets(chain: Chain): Chain {
  const sets = chain.sets.filter((set) => set.every((literal) => usedLength(literal) > 0));
  if (chain.isExact && sets.length === chain.sets.length) return chain;
  const long = sets.filter((set) => shortest(set) >= SHORTEST_GATE);
  return { ...chain, isExact: false, sets: long.length > 0 ? long : longest(sets) };
}

function longest(sets: Chain["sets"]): Chain["sets"] {
  const most = Math.max(...sets.map(shortest));
  return sets.filter((set) => shortest(set) === most).slice(0, 1);
}

/** In bytes, of the shortest literal of a set. */
export function shortest(set: readonly Literal[]): number {
  return Math.min(...set.map(usedLength));
}
