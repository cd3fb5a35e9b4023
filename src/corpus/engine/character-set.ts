import type { PatternToken } from "../../census/pattern-tokens.js";
import { caseVariants } from "./case-variants.js";
import {
  type CodePoints,
  charactersOf,
  complement,
  EVERY_CHARACTER,
  maybeListed,
  union,
} from "./code-points.js";

const DIGITS: CodePoints = [[0x30, 0x39]];
const WORD: CodePoints = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const SPACES = charactersOf("\t\n\f\r ");

const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** In a class, ranges longer than this are not looked through for letters. */
const MOST_FOLDED = 256;

/** The characters that one token outside a class stands for; undefined where it is not known, or a place. */
export function maybeTokenSet(token: PatternToken, isFolded: boolean): CodePoints | undefined {
  const shorthand = maybeShorthand(token.text, isFolded);
  if (shorthand !== undefined) return shorthand;
  const code = maybeCode(token);
  if (code === undefined) return undefined;
  return isFolded ? foldedCharacter(code) : [[code, code]];
}

const folded = new Map<number, CodePoints>();

/** Kept, since queries are of few characters. */
function foldedCharacter(code: number): CodePoints {
  const set = folded.get(code) ?? variantsOf([code]);
  folded.set(code, set);
  return set;
}

function variantsOf(codes: readonly number[]): CodePoints {
  return union(codes.flatMap(caseVariants).map((code): CodePoints => [[code, code]]));
}

/** The characters of a class. Input: its tokens, from the opening bracket up to the one before the closing. */
export function maybeClassSet(
  [open, ...inside]: readonly [PatternToken, ...PatternToken[]],
  isFolded: boolean,
): CodePoints | undefined {
  const items = open.text.endsWith("]") ? [{ ...open, text: "]" }, ...inside] : inside;
  const sets: CodePoints[] = [];
  while (items.length > 0) {
    const [from, dash, to] = items as [PatternToken, PatternToken?, PatternToken?];
    const isRange = dash?.text === "-" && to !== undefined;
    const set = isRange ? maybeRange(from, to, isFolded) : maybeTokenSet(from, isFolded);
    if (set === undefined) return undefined;
    sets.push(set);
    items.splice(0, isRange ? 3 : 1);
  }
  return open.text.startsWith("[^") ? complement(union(sets)) : union(sets);
}

function maybeRange(from: PatternToken, to: PatternToken, isFolded: boolean): CodePoints | undefined {
  const [first, last] = [maybeCode(from), maybeCode(to)];
  return first === undefined || last === undefined ? undefined : maybeFolded([[first, last]], isFolded);
}

function maybeFolded(set: CodePoints, isFolded: boolean): CodePoints | undefined {
  if (!isFolded) return set;
  const codes = maybeListed(set, MOST_FOLDED);
  return codes && variantsOf(codes);
}

function maybeShorthand(text: string, isFolded: boolean): CodePoints | undefined {
  const letter = /^\\([dsw])$/i.exec(text)?.[1];
  if (letter === undefined) return undefined;
  const lower = letter.toLowerCase();
  const word = isFolded ? union([WORD, charactersOf("\u017f\u212a")]) : WORD;
  const set = lower === "d" ? DIGITS : lower === "s" ? SPACES : word;
  return letter === lower ? set : complement(set);
}

/** The one character that a token stands for. Half of a surrogate pair is not known: the pair is two tokens. */
function maybeCode({ text }: PatternToken): number | undefined {
  if (text.length === 1) return /\p{Cs}/u.test(text) ? undefined : text.charCodeAt(0);
  const [, number, octal, escaped = ""] = /^\\(?:x\{?([\dA-Fa-f]+)\}?|([0-7]+)|([^pP]))$/.exec(text) ?? [];
  if (number !== undefined) return Number.parseInt(number, 16);
  if (octal !== undefined) return Number.parseInt(octal, 8);
  return (
    CONTROLS[escaped] ?? (/^[!-~]$/.test(escaped) && /\W|_/.test(escaped) ? escaped.charCodeAt(0) : undefined)
  );
}

/** What a dot stands for. */
export function dotSet(isNewlineToo: boolean): CodePoints {
  return isNewlineToo ? EVERY_CHARACTER : complement(charactersOf("\n"));
}
