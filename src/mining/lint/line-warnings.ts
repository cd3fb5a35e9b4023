import type { AST } from "@eslint-community/regexpp";
import { areApart } from "./code-signs.js";
import { hasOpposites, isDot, maybeSingleElements } from "./matched-characters.js";
import type { PatternTree } from "./pattern-tree.js";
import type { QueryWarning } from "./query-warning.js";
import { canMatchLineEnd, textOnLine } from "./text-on-line.js";

/** Gaps between statements that stop at a line's end, or at most of them. */
export function lineWarnings(tree: PatternTree): readonly QueryWarning[] {
  const gaps = tree.sequences.flatMap(({ elements }) => elements.filter(isGap));
  return [
    ...gaps.flatMap((gap) => strayPairs(gap, tree)).slice(0, 1),
    ...gaps.filter((gap) => isCutShort(gap, tree)).map(cutShort),
  ];
}

function isGap(element: AST.Element): element is AST.Quantifier {
  return element.type === "Quantifier" && element.max > 1 && element.max > element.min;
}

/** `(.|\s\S)*`: the brackets of `[\s\S]` forgotten. */
function strayPairs({ element }: AST.Quantifier, { extensions }: PatternTree): readonly QueryWarning[] {
  if (element.type !== "Group" && element.type !== "CapturingGroup") return [];
  const notebooks = extensions.includes("ipynb") ? ", as all are in an .ipynb file" : "";
  return element.alternatives
    .filter(({ elements }) => elements.length === 2 && hasOpposites(elements))
    .map(({ raw, start }) => ({
      kind: "lines",
      place: start,
      message:
        `${raw} without brackets is two characters after each other, so this group stops before a line that is blank or indented${notebooks}. ` +
        `Write [${raw}]* in place of the group.`,
    }));
}

function isCutShort(gap: AST.Quantifier, tree: PatternTree): boolean {
  if (!hasDot(gap.element) || canMatchLineEnd(gap, tree)) return false;
  const isYaml = tree.extensions.some((extension) => /^ya?ml$/.test(extension));
  return areApart(textOnLine(gap, -1, tree), textOnLine(gap, 1, tree), isYaml);
}

function hasDot(element: AST.QuantifiableElement): boolean {
  return isDot(element) || (maybeSingleElements(element)?.some(isDot) ?? false);
}

function cutShort({ element, raw, start }: AST.Quantifier): QueryWarning {
  const instead = `[\\s\\S]${raw.slice(element.raw.length)}`;
  const message = `${raw} ends with its line, so what stands before and after it must stand on one line. Write ${instead} to cross lines.`;
  return { kind: "lines", place: start, message };
}
