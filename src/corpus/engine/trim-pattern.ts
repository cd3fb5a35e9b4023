import { isEveryCharacter, union } from "./code-points.js";
import { isOptional, NOTHING, type PatternNode } from "./pattern-node.js";

type Side = "start" | "end";

/**
 * The shortest pattern that occurs in the same texts.
 *
 * Whatever may be missing is left out where anything may stand beside it: at the pattern's own ends, and next to
 * an "anything" part.
 */
export function trimPattern(node: PatternNode): PatternNode {
  return trimInside(trimSide(trimSide(node, "start"), "end"));
}

/** `[\s\S]*`, `(\s|\S)*?` and the like. */
export function isAnything(node: PatternNode): boolean {
  return (
    node.kind === "repeat" && node.least === 0 && node.most === Number.POSITIVE_INFINITY && isAny(node.part)
  );
}

function isAny(part: PatternNode): boolean {
  const choices = part.kind === "either" ? part.choices : [part];
  return isEveryCharacter(union(choices.map((choice) => (choice.kind === "character" ? choice.set : []))));
}

function trimSide(node: PatternNode, side: Side): PatternNode {
  if (isOptional(node)) return NOTHING;
  if (node.kind === "either") {
    return { ...node, choices: node.choices.map((choice) => trimSide(choice, side)) };
  }
  if (node.kind === "repeat") {
    return node.least === 1 ? trimSide(node.part, side) : { ...node, most: node.least };
  }
  return node.kind === "sequence" ? trimSequence(node.parts, side) : node;
}

function trimSequence(parts: readonly PatternNode[], side: Side): PatternNode {
  const kept = [...parts];
  const [last, put] =
    side === "end"
      ? [() => kept.pop(), (part: PatternNode) => kept.push(part)]
      : [() => kept.shift(), (part: PatternNode) => kept.unshift(part)];
  for (let part = last(); part !== undefined; part = last()) {
    if (isOptional(part)) continue;
    put(trimSide(part, side));
    break;
  }
  return { kind: "sequence", parts: kept };
}

function trimInside(node: PatternNode): PatternNode {
  if (node.kind === "either") return { ...node, choices: node.choices.map(trimInside) };
  if (node.kind !== "sequence") return node;
  const at = node.parts.findIndex(isAnything);
  if (at < 0) return { ...node, parts: node.parts.map(trimInside) };
  const before = trimSequence(node.parts.slice(0, at), "end");
  const after = trimInside(trimSequence(node.parts.slice(at + 1), "start"));
  return { kind: "sequence", parts: [trimInside(before), node.parts[at] as PatternNode, after] };
}
