import { type PatternToken, patternTokens } from "../../census/pattern-tokens.js";
import { dotSet, maybeClassSet, maybeTokenSet } from "./character-set.js";
import type { CodePoints } from "./code-points.js";
import { NOTHING, type PatternNode } from "./pattern-node.js";

interface Flags {
  readonly isFolded: boolean;
  readonly isByLine: boolean;
  readonly isDotAll: boolean;
}

/** What is left to read, and where. */
interface Reader {
  readonly tokens: readonly PatternToken[];
  next: number;
}

const FLAGS = /^\(\?([A-Za-z]*)(?:-([A-Za-z]*))?[:)]$/;
const REPEAT = /^(?:[*+?]|\{(\d+)(,)?(\d*)\})$/;

/**
 * A regular expression taken apart, one that RE2 has accepted. What is not understood is `unknown`: never wrong,
 * only less known.
 */
export function parsePattern(pattern: string, { isFolded }: { isFolded: boolean }): PatternNode {
  const flags = { isFolded, isByLine: true, isDotAll: false };
  return parseEither({ tokens: patternTokens(pattern), next: 0 }, flags);
}

/** Reads up to the end of the group, its bracket included. */
function parseEither(reader: Reader, before: Flags): PatternNode {
  const choices: PatternNode[][] = [[]];
  let flags = before;
  for (let token = take(reader); token !== undefined && !isSign(token, ")"); token = take(reader)) {
    const parts = choices.at(-1) as PatternNode[];
    if (isSign(token, "|")) choices.push([]);
    else if (isRepeat(token)) repeatLast(parts, reader);
    else if (isSign(token, ")", FLAGS)) flags = flagsAfter(token.text, flags);
    else if (token.text !== "\\Q" && token.text !== "\\E") parts.push(parseOne(reader, token, flags));
  }
  const nodes = choices.map((parts) => sequence(parts));
  return nodes.length === 1 ? (nodes[0] as PatternNode) : { kind: "either", choices: nodes };
}

function sequence(parts: readonly PatternNode[]): PatternNode {
  const flat = parts.flatMap((part) => (part.kind === "sequence" ? part.parts : [part]));
  return flat.length === 1 ? (flat[0] as PatternNode) : { kind: "sequence", parts: flat };
}

function parseOne(reader: Reader, token: PatternToken, flags: Flags): PatternNode {
  const { text, where } = token;
  if (where === "quote") return character(maybeTokenSet(token, flags.isFolded), flags);
  if (text.startsWith("[")) return character(maybeClassSet(takeClass(reader, token), flags.isFolded), flags);
  if (text.startsWith("(")) return parseEither(reader, flagsAfter(text, flags));
  if (text === ".") return character(dotSet(flags.isDotAll), flags);
  if (text === "^" || text === "$") {
    return { kind: !flags.isByLine ? "unknown" : text === "^" ? "line start" : "line end" };
  }
  return character(maybeTokenSet(token, flags.isFolded), flags);
}

function character(set: CodePoints | undefined, { isFolded }: Flags): PatternNode {
  return set === undefined ? { kind: "unknown" } : { kind: "character", set, isFolded };
}

/** A question mark after a repetition makes it lazy: that changes how long a match is, not whether there is one. */
function repeatLast(parts: PatternNode[], { tokens, next }: Reader): void {
  const [before, token] = tokens.slice(next - 2, next) as [PatternToken, PatternToken];
  if (!isRepeat(before)) parts.push({ kind: "repeat", part: parts.pop() ?? NOTHING, ...bounds(token.text) });
}

function isRepeat({ text, where }: PatternToken): boolean {
  return where === "outside" && REPEAT.test(text);
}

function bounds(text: string): { least: number; most: number } {
  const [, least, comma, most] = REPEAT.exec(text) ?? [];
  if (least === undefined)
    return { least: text === "+" ? 1 : 0, most: text === "?" ? 1 : Number.POSITIVE_INFINITY };
  if (comma === undefined) return { least: Number(least), most: Number(least) };
  return { least: Number(least), most: most === "" ? Number.POSITIVE_INFINITY : Number(most) };
}

function flagsAfter(text: string, flags: Flags): Flags {
  const [, on = "", off = ""] = FLAGS.exec(text) ?? [];
  const holds = (flag: string, before: boolean): boolean =>
    (before || on.includes(flag)) && !off.includes(flag);
  return {
    isFolded: holds("i", flags.isFolded),
    isByLine: holds("m", flags.isByLine),
    isDotAll: holds("s", flags.isDotAll),
  };
}

function take(reader: Reader): PatternToken | undefined {
  reader.next += 1;
  return reader.tokens[reader.next - 1];
}

function takeClass(reader: Reader, open: PatternToken): readonly [PatternToken, ...PatternToken[]] {
  const tokens: [PatternToken, ...PatternToken[]] = [open];
  for (let token = take(reader); token !== undefined && token.text !== "]"; token = take(reader)) {
    tokens.push(token);
  }
  return tokens;
}

/** A sign that has its meaning here; in a quote it has none. */
function isSign({ text, where }: PatternToken, sign: string, form?: RegExp): boolean {
  if (where !== "outside") return false;
  return form === undefined ? text === sign : form.test(text) && text.endsWith(sign);
}
