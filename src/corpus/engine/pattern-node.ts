import type { CodePoints } from "./code-points.js";

/** What a regular expression says, as far as a search by literals needs to know. */
export type PatternNode =
  /** One character of a set. Where case does not count, the set holds every variant. */
  | { readonly kind: "character"; readonly set: CodePoints; readonly isFolded: boolean }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "either"; readonly choices: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly part: PatternNode; readonly least: number; readonly most: number }
  | { readonly kind: "line start" | "line end" }
  /** It matches something, perhaps nothing but a place. */
  | { readonly kind: "unknown" };

export const NOTHING: PatternNode = { kind: "sequence", parts: [] };

/** Whether it matches the empty text, wherever that is. */
export function isOptional(node: PatternNode): boolean {
  if (node.kind === "sequence") return node.parts.every(isOptional);
  if (node.kind === "either") return node.choices.some(isOptional);
  return node.kind === "repeat" && (node.least === 0 || isOptional(node.part));
}
