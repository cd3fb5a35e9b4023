import type { AST } from "@eslint-community/regexpp";

type Part = AST.Element | AST.CharacterClassElement;

/** Characters by their numbers: ASCII, and a few that stand for all others. */
const ALL = [...Array(128).keys(), 0xe9, 0x3b1, 0x4e2d, 0x2028];
const WORD = ALL.filter((code) => /^\w$/.test(String.fromCharCode(code)));
const OTHERS = ALL.filter((code) => !WORD.includes(code));
/** What matches at least so many of all matches nearly every one. */
const NEARLY_ALL = 0.8;

/** Whether one character can match all of an element; false for what is more or less than one character. */
export function matches(element: AST.Node, code: number): boolean {
  switch (element.type) {
    case "Character":
      return element.value === code;
    case "CharacterClassRange":
      return element.min.value <= code && code <= element.max.value;
    case "CharacterClass":
      return element.elements.some((part) => matches(part, code)) !== element.negate;
    case "CharacterSet":
      return inSet(element, String.fromCharCode(code));
    default:
      return false;
  }
}

function inSet(set: AST.CharacterSet, character: string): boolean {
  if (set.kind === "any") return character !== "\n";
  if (set.kind === "property") return false;
  const form = { digit: /\d/, space: /\s/, word: /\w/ }[set.kind];
  return form.test(character) !== set.negate;
}

/** Whether two parts together match every character: `\s` and `\S`, `\w` and `\W`, `\d` and `\D`. */
function areOpposites(one: Part, other: Part): boolean {
  return (
    one.type === "CharacterSet" &&
    other.type === "CharacterSet" &&
    one.kind === other.kind &&
    one.kind !== "any" &&
    one.kind !== "property" &&
    one.negate !== (other as AST.EscapeCharacterSet).negate
  );
}

export function hasOpposites(parts: readonly Part[]): boolean {
  return parts.some((one) => parts.some((other) => areOpposites(one, other)));
}

export function isDot(element: AST.Node): boolean {
  return element.type === "CharacterSet" && element.kind === "any";
}

/** The alternatives of a group where each is one element, as in `(\s|\S)`; undefined where it is something else. */
export function maybeSingleElements(element: AST.Node): readonly AST.Element[] | undefined {
  if (element.type !== "Group" && element.type !== "CapturingGroup") return undefined;
  const singles = element.alternatives.flatMap(({ elements }) => (elements.length === 1 ? elements : []));
  return singles.length === element.alternatives.length ? singles : undefined;
}

/** Whether an element matches nearly every character: a dot, `[\s\S]`, `(\s|\S)`, `\S`, `[^x]`. */
export function isWide(element: AST.Node): boolean {
  if (element.type === "Group" || element.type === "CapturingGroup") {
    return element.alternatives.some(
      ({ elements: [only, ...more] }) => only && more.length === 0 && isWide(only),
    );
  }
  return ALL.filter((code) => matches(element, code)).length >= NEARLY_ALL * ALL.length;
}

/** Whether an element is one letter, digit or underscore: `\w`, `[a-z_]`, `a`. */
export function isWordOnly(element: AST.Node): boolean {
  return isOneCharacter(element) && !OTHERS.some((code) => matches(element, code));
}

/** Whether an element is one character that is no letter, digit or underscore: `\s`, `[ .]`, `[^\w]`, `,`. */
export function isWordless(element: AST.Node): boolean {
  return isOneCharacter(element) && !WORD.some((code) => matches(element, code));
}

function isOneCharacter({ type }: AST.Node): boolean {
  return type === "Character" || type === "CharacterClass" || type === "CharacterSet";
}
