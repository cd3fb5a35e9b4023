import type { AST } from "@eslint-community/regexpp";
import { isDot, isWide, matches } from "./matched-characters.js";
import type { PatternTree } from "./pattern-tree.js";

const LINE_END = 10;

type Answer = (element: AST.Node, tree: PatternTree) => boolean;

/** Elements lie in each other, and each is asked about for every gap: the answer is found once. */
function remembered(answer: Answer): Answer {
  const known = new WeakMap<AST.Node, boolean>();
  return (element, tree) => {
    const value = known.get(element) ?? answer(element, tree);
    known.set(element, value);
    return value;
  };
}

/** Whether something within an element matches a line's end: `\s`, `[^x]`, and a dot under the flag s. */
export const canMatchLineEnd: Answer = remembered((element, tree) => {
  if (element.type === "Quantifier") return canMatchLineEnd(element.element, tree);
  if (isDot(element)) return tree.hasFlag("s", element);
  return partsOf(element)?.some((part) => canMatchLineEnd(part, tree)) ?? matches(element, LINE_END);
});

/** Whether an element leads from one line to another: a line's end itself, or a gap that goes over it. */
const crossesLines: Answer = remembered((element, tree) => {
  if (element.type === "Quantifier") {
    return isGap(element.element, tree)
      ? canMatchLineEnd(element, tree)
      : crossesLines(element.element, tree);
  }
  if (element.type === "Character") return element.value === LINE_END;
  return partsOf(element)?.some((part) => crossesLines(part, tree)) ?? false;
});

const isGap: Answer = remembered((element, tree) => {
  if (element.type === "Quantifier") return isGap(element.element, tree);
  return isWide(element) || (partsOf(element)?.some((part) => isGap(part, tree)) ?? false);
});

function partsOf(element: AST.Node): readonly AST.Element[] | undefined {
  if (element.type !== "Group" && element.type !== "CapturingGroup") return undefined;
  return element.alternatives.flatMap(({ elements }) => elements);
}

/** What of the pattern stands before (-1) or after (1) an element, up to what leads to another line. */
export function textOnLine(element: AST.Element, step: -1 | 1, tree: PatternTree): string {
  let text = "";
  for (let node: AST.Node | null = element; node !== null; node = node.parent) {
    if (node !== element && node.type === "Quantifier" && crossesLines(node, tree)) return text;
    if (node.parent?.type !== "Alternative") continue;
    const { elements } = node.parent;
    for (let index = elements.indexOf(node as AST.Element) + step; elements[index]; index += step) {
      const next = elements[index] as AST.Element;
      if (crossesLines(next, tree)) return text;
      text = step < 0 ? next.raw + text : text + next.raw;
    }
  }
  return text;
}
