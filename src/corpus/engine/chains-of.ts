import { caseVariants } from "./case-variants.js";
import {
  ANYTHING,
  anyOf,
  type Chain,
  chainOf,
  follow,
  MOST_CHAINS,
  MOST_LITERALS,
  SOMETHING,
} from "./chain.js";
import { maybeListed } from "./code-points.js";
import { codeText } from "./file-text.js";
import { EMPTY, LINE_END, LINE_START, type Literal } from "./literal.js";
import type { PatternNode } from "./pattern-node.js";
import { isAnything } from "./trim-pattern.js";

/** A repetition is written out up to this many times. */
const MOST_REPEATS = 8;

/**
 * The chains of which a text that matches holds one at least.
 *
 * Input: isFolded, whether the text's letters are lower case
 */
export function chainsOf(node: PatternNode, isFolded: boolean): readonly Chain[] {
  switch (node.kind) {
    case "character":
      return [charactersChain(node, isFolded)];
    case "sequence":
      return inTurn(node.parts.map((part) => chainsOf(part, isFolded)));
    case "either":
      return few(anyOf(node.choices.flatMap((choice) => chainsOf(choice, isFolded))));
    case "repeat":
      return isAnything(node) ? [ANYTHING] : repeated(node, isFolded);
    case "line start":
      return [chainOf([LINE_START])];
    case "line end":
      return [chainOf([LINE_END])];
    case "unknown":
      return [SOMETHING];
  }
}

type Kind<Name> = Extract<PatternNode, { kind: Name }>;

function charactersChain(node: Kind<"character">, isFolded: boolean): Chain {
  const codes = maybeListed(node.set, MOST_LITERALS);
  if (codes === undefined) return SOMETHING;
  const texts = new Set(codes.map((code) => codeText(code, isFolded)));
  const isExact = node.isFolded || !isFolded || codes.every((code) => caseVariants(code).length === 1);
  return chainOf(
    [...texts].map((text): Literal => ({ ...EMPTY, text })),
    isExact,
  );
}

function inTurn(parts: readonly (readonly Chain[])[]): readonly Chain[] {
  return parts.reduce(
    (before, after) => {
      if (before.length * after.length > MOST_CHAINS) return before.map((one) => follow(one, SOMETHING));
      return few(anyOf(before.flatMap((one) => after.map((other) => follow(one, other)))));
    },
    [chainOf([EMPTY])],
  );
}

function repeated({ part, least, most }: Kind<"repeat">, isFolded: boolean): readonly Chain[] {
  const once = chainsOf(part, isFolded);
  const times = (count: number): readonly Chain[] => inTurn(Array.from({ length: count }, () => once));
  if (most > MOST_REPEATS) return inTurn([times(Math.min(least, MOST_REPEATS)), [SOMETHING]]);
  const counts = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  return few(anyOf(counts.flatMap(times)));
}

function few(chains: readonly Chain[]): readonly Chain[] {
  return chains.length > MOST_CHAINS ? [SOMETHING] : chains;
}
