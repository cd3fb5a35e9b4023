import type { AST } from "@eslint-community/regexpp";
import { isEmptyGroup } from "./pattern-tree.js";

/**
 * The element that must match before (-1) or after (1) another, in its own sequence or in those around it.
 *
 * Missing: undefined at the pattern's own start or end
 */
export function maybeNeighbour(element: AST.Element, step: -1 | 1): AST.Element | undefined {
  for (let node: AST.Node | null = element; node !== null; node = node.parent) {
    if (node.parent?.type !== "Alternative") continue;
    const { elements } = node.parent;
    let index = elements.indexOf(node as AST.Element) + step;
    while (elements[index] && isEmptyGroup(elements[index] as AST.Element)) index += step;
    if (elements[index]) return elements[index];
  }
  return undefined;
}
