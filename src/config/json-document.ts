import {
  findNodeAtLocation,
  getNodePath,
  type Node,
  type ParseError,
  parseTree,
  stripComments,
  visit,
} from "jsonc-parser";
import type { Finding } from "../census/errors.js";
import { nestingFindings } from "./json-nesting.js";
import { syntaxFindings } from "./json-syntax.js";
import { pathText, type ValuePath, valueText } from "./problem.js";
import { type Position, positionAt } from "./text-position.js";

/** A JSON file that was read: its value, what is wrong with its form, and where each part of it stands. */
export interface JsonDocument {
  /** False where the form is so broken, or so deeply nested, that the value cannot be told; `value` is undefined then. */
  readonly isReadable: boolean;
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** Where a value stands, or its name; for a missing one where the nearest thing around it begins. */
  positionOf(path: ValuePath, isAboutName?: boolean): Position | undefined;
}

/**
 * Reads strict JSON with positions. Comments and commas before a closing bracket are findings, yet the value is
 * read past them, so that what else is wrong is told at the same time.
 *
 * Input: `name`, the file's name in findings
 */
export function jsonDocument(text: string, name: string): JsonDocument {
  const nesting = nestingFindings(text, name);
  if (nesting.length > 0) return unread(nesting);
  const syntax = syntaxFindings(text, name);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const isReadable = tree !== undefined && errors.length === 0;
  return {
    isReadable,
    value: isReadable ? (JSON.parse(withoutExtras(text)) as unknown) : undefined,
    findings: isReadable ? [...syntax, ...repeatedNames(tree, text, name)] : syntax,
    positionOf: (path, isAboutName = false) =>
      tree === undefined ? undefined : positionOf(tree, text, path, isAboutName),
  };
}

/** A document that is not even parsed: parsers call themselves once a level. */
function unread(findings: readonly Finding[]): JsonDocument {
  return { isReadable: false, value: undefined, findings, positionOf: () => undefined };
}

/** Strict JSON of the same length: JSON.parse alone tells an own `__proto__` from an object's prototype. */
function withoutExtras(text: string): string {
  const bare = stripComments(text, " ");
  const edits: number[] = [];
  visit(
    bare,
    { onSeparator: (character, offset) => void (character === "," && edits.push(offset)) },
    LENIENT,
  );
  const isTrailing = (offset: number) => /^,\s*[}\]]/.test(bare.slice(offset));
  return edits
    .filter(isTrailing)
    .reduce((json, offset) => `${json.slice(0, offset)} ${json.slice(offset + 1)}`, bare);
}

const LENIENT = { allowTrailingComma: true };

function positionOf(tree: Node, text: string, path: ValuePath, isAboutName: boolean): Position {
  const node = findNodeAtLocation(tree, [...path]);
  if (node === undefined) return positionOf(tree, text, path.slice(0, -1), false);
  const name = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
  return positionAt(text, (isAboutName ? name : undefined)?.offset ?? node.offset);
}

/** JSON lets an object hold a name twice and keeps the last: whoever wrote the first would wonder. */
function repeatedNames(node: Node, text: string, name: string): Finding[] {
  const children = node.children ?? [];
  const within = children.flatMap((child) => repeatedNames(child, text, name));
  if (node.type !== "object") return within;
  const names = children.map((property) => property.children?.[0]);
  const repeated = names.filter(
    (one, index) => names.findIndex((other) => other?.value === one?.value) < index,
  );
  const own = repeated.map((one) => ({
    place: `${name}: ${pathText([...getNodePath(node), String(one?.value)])}`,
    ...positionAt(text, one?.offset ?? node.offset),
    expected: "each name once in an object",
    value: `${valueText(one?.value)} again`,
  }));
  return [...own, ...within];
}
