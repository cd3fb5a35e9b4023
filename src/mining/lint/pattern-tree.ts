import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import { type PatternToken, patternTokens } from "../../census/pattern-tokens.js";
import { flagsByPlace } from "./flags-by-place.js";
import { knownForm } from "./known-form.js";

/** A regular expression as the checks see it. Places in it count from 0, after the first slash. */
export interface PatternTree {
  readonly pattern: string;
  readonly tokens: readonly PatternToken[];
  /** Every sequence of elements, the outermost first; none where the parser does not know the pattern's form. */
  readonly sequences: readonly AST.Alternative[];
  /** Extensions of the files to look in, in lower case. */
  readonly extensions: readonly string[];
  /** Whether a flag such as `s` or `m` holds for a node. */
  readonly hasFlag: (flag: string, node: AST.Node) => boolean;
}

const PARSER = new RegExpParser({ ecmaVersion: 2025 });

/** A pattern taken apart. Never throws. */
export function patternTree(pattern: string, extensions: readonly string[]): PatternTree {
  const tokens = patternTokens(pattern);
  const flags = flagsByPlace(tokens);
  return {
    pattern,
    tokens,
    sequences: sequencesOf(pattern, tokens),
    extensions: extensions.map((extension) => extension.toLowerCase()),
    hasFlag: (flag, { start }) => flags.get(start)?.has(flag) ?? false,
  };
}

function sequencesOf(pattern: string, tokens: readonly PatternToken[]): readonly AST.Alternative[] {
  const sequences: AST.Alternative[] = [];
  const { text, places } = knownForm(tokens);
  /** The tree is of the known form; its places and texts are to be the pattern's own. */
  const visit = (node: AST.Node): void => {
    node.start = places[node.start] ?? 0;
    node.end = places[node.end] ?? pattern.length;
    node.raw = pattern.slice(node.start, node.end);
    if (node.type === "Alternative") sequences.push(node);
  };
  try {
    visitRegExpAST(PARSER.parsePattern(text, 0, text.length, { unicode: false }), visitor(visit));
  } catch {
    return [];
  }
  return sequences;
}

function visitor(visit: (node: AST.Node) => void): Parameters<typeof visitRegExpAST>[1] {
  return {
    onAlternativeEnter: visit,
    onAssertionEnter: visit,
    onBackreferenceEnter: visit,
    onCapturingGroupEnter: visit,
    onCharacterEnter: visit,
    onCharacterClassEnter: visit,
    onCharacterClassRangeEnter: visit,
    onCharacterSetEnter: visit,
    onGroupEnter: visit,
    onQuantifierEnter: visit,
  };
}

/** Whether a group stands for flags, or for nothing. */
export function isEmptyGroup(element: AST.Element): boolean {
  if (element.type !== "Group" && element.type !== "CapturingGroup") return false;
  return element.alternatives.every(({ elements }) => elements.length === 0);
}
