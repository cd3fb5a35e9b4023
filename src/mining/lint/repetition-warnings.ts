import type { AST } from "@eslint-community/regexpp";
import { hasOpposites, maybeSingleElements } from "./matched-characters.js";
import type { PatternTree } from "./pattern-tree.js";
import type { QueryWarning } from "./query-warning.js";

/** Repeated alternatives of which some say what others say already: `(\s|\S|\w)*`. `(\s|\S)*` is well known, and plain. */
export function repetitionWarnings({ sequences }: PatternTree): readonly QueryWarning[] {
  return sequences.flatMap(({ elements }) => elements.filter(isRoundabout).map(warning)).slice(0, 1);
}

function isRoundabout(element: AST.Element): boolean {
  if (element.type !== "Quantifier" || element.max !== Number.POSITIVE_INFINITY) return false;
  const singles = maybeSingleElements(element.element) ?? [];
  return singles.length > 2 && hasOpposites(singles);
}

function warning({ raw, start }: AST.Element): QueryWarning {
  const sign = /[*+]\??$/.exec(raw)?.[0] ?? "*";
  const message = `${raw} has several ways to match one character, which may slow GitHub down. Write [\\s\\S]${sign}, which means the same.`;
  return { kind: "repetition", place: start, message };
}
