import type { AST } from "@eslint-community/regexpp";
import { isWide, isWordless, isWordOnly } from "./matched-characters.js";
import { maybeNeighbour } from "./neighbour.js";

/** A wide gap that long has room for any name. */
const NAME_CHARACTERS = 10;

/** What an element says of the text before another: it may be any, it may be what stands further ahead, it is certain. */
type Says = "any" | "look ahead of it" | "certain";

/** Whether anything may stand before an element: the pattern's own start, any text, or a name of any letters. */
export function isFreeBefore(element: AST.Element): boolean {
  for (let before = maybeNeighbour(element, -1); before; before = maybeNeighbour(before, -1)) {
    const said = says(before);
    if (said !== "look ahead of it") return said === "any";
  }
  return true;
}

function says(element: AST.Element): Says {
  switch (element.type) {
    case "Assertion":
      return "look ahead of it";
    case "Group":
    case "CapturingGroup":
      return best(element.alternatives.map(({ elements }) => sequenceSays(elements)));
    case "Quantifier":
      return quantifierSays(element);
    default:
      return isPassed(element) ? "look ahead of it" : "certain";
  }
}

function sequenceSays(elements: readonly AST.Element[]): Says {
  return elements.map(says).findLast((said) => said !== "look ahead of it") ?? "look ahead of it";
}

function quantifierSays({ element, min, max }: AST.Quantifier): Says {
  if (isWide(element) && max >= NAME_CHARACTERS) return "any";
  return best([says(element), ...(min === 0 ? (["look ahead of it"] as const) : [])]);
}

function best(all: readonly Says[]): Says {
  return (["any", "look ahead of it"] as const).find((one) => all.includes(one)) ?? "certain";
}

/** A character of many, or white space; a letter or a bracket belongs to something certain. */
function isPassed(element: AST.Element): boolean {
  if (element.type === "Character") return /\s/.test(String.fromCodePoint(element.value));
  return isWide(element) || isWordless(element) || isWordOnly(element);
}
