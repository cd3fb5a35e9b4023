import type { AST } from "@eslint-community/regexpp";
import { hasNamedImport } from "./code-signs.js";
import { isFreeBefore } from "./free-before.js";
import { isDot, isWordOnly } from "./matched-characters.js";
import type { PatternTree } from "./pattern-tree.js";
import type { QueryWarning } from "./query-warning.js";

interface Method {
  readonly place: number;
  /** As in a program: `.log(`. */
  readonly name: string;
}

/** The first method name before which any name can stand. */
export function methodWarnings(tree: PatternTree): readonly QueryWarning[] {
  const methods = tree.sequences.flatMap(({ elements }) =>
    elements.flatMap((element, index) => {
      const name = maybeMethodName(elements.slice(index), tree.pattern.slice(0, element.start));
      return name !== undefined && isFreeBefore(element) ? [{ place: element.start, name }] : [];
    }),
  );
  const first = methods.sort((one, other) => one.place - other.place)[0];
  return first ? [warning(first)] : [];
}

/** A dot and a name: of a method where a bracket or an import says so, else perhaps the end of a file's name. */
function maybeMethodName([dot, ...rest]: readonly AST.Element[], before: string): string | undefined {
  if (!dot || !(isLiteral(dot, ".") || isDot(dot))) return undefined;
  const parts = rest.map(maybeNamePart);
  const end = parts.indexOf(undefined);
  const name = parts.slice(0, end < 0 ? parts.length : end).join("");
  const isCall = end >= 0 && isCallFrom(rest.slice(end));
  if (name.length < 2 || !(isCall || (!isDot(dot) && hasNamedImport(before)))) return undefined;
  return `.${name}${isCall ? "(" : ""}`;
}

/** What an element adds to a name: a letter, an optional one, or the first of several names. */
function maybeNamePart(element: AST.Element): string | undefined {
  if (element.type === "Character" && isWordOnly(element)) return String.fromCodePoint(element.value);
  if (element.type === "Quantifier" && element.max === 1) return maybeNamePart(element.element);
  if (element.type !== "Group" && element.type !== "CapturingGroup") return undefined;
  const names = element.alternatives.map(({ elements }) => elements.map(maybeNamePart));
  return names.every((name) => name.length > 0 && !name.includes(undefined)) ? names[0]?.join("") : undefined;
}

/** A bracket, with space before it or without. */
function isCallFrom([first, second]: readonly AST.Element[]): boolean {
  if (first === undefined) return false;
  if (isLiteral(first, "(")) return true;
  return second !== undefined && /^(?: |\\s)[*?]$/.test(first.raw) && isLiteral(second, "(");
}

/** A character without a meaning of its own: `\.` or `[.]`. */
function isLiteral({ raw }: AST.Element, character: string): boolean {
  return raw === `\\${character}` || raw === `[${character}]`;
}

function warning({ place, name }: Method): QueryWarning {
  const other = name === ".log(" ? ", math.log( among them" : "";
  const message = `${name} is found after any name${other}. Where a certain name stands before the dot, write it, as in wandb\\.log\\(`;
  return { kind: "method", place, message };
}
