import type { PatternToken } from "../../census/pattern-tokens.js";

/** A regular expression in a form that another parser knows, with the place in the original of each character. */
export interface KnownForm {
  readonly text: string;
  /** One more than the text has characters: the last is the end. */
  readonly places: readonly number[];
}

/** Forms of the linear-time dialect that JavaScript lacks or reads otherwise, and what stands for them there. */
const OUTSIDE: readonly (readonly [form: RegExp, instead: string])[] = [
  [/^\(\?[A-Za-z-]*\)$/, "(?:)"],
  [/^\(\?[A-Za-z-]*:$/, "(?:"],
  [/^\(\?P?<\w*>$/, "("],
  [/^\[\]$/, "[\\]"],
  [/^\[\^\]$/, "[^\\]"],
  [/^\\Q$/, ""],
  [/^\\A$/, "^"],
  [/^\\z$/, "$"],
];

/** Sets of characters, by the one that answers the checks' questions alike: letters, spaces, neither, nearly all. */
const ANYWHERE: readonly (readonly [form: RegExp, instead: string])[] = [
  [/^\\a$/, "\\x07"],
  [/^\[:\^word:\]$/, "\\W"],
  [/^(?:\\P|\\p\{\^|\[:(?:\^|print|graph|ascii))/, "\\S"],
  [/^(?:\\p\{?Z|\[:(?:space|blank|cntrl))/, "\\s"],
  [/^(?:\\p(?:\{[PSMC]\w?\}|[PSMC])|\[:punct)/, "\\W"],
  [/^(?:\\p.|\[:)/, "\\w"],
];

export function knownForm(tokens: readonly PatternToken[]): KnownForm {
  const [pieces, places]: [string[], number[]] = [[], []];
  for (const token of tokens) {
    const piece = known(token);
    pieces.push(piece);
    for (let count = piece.length; count > 0; count -= 1) places.push(token.start);
  }
  const last = tokens.at(-1);
  return { text: pieces.join(""), places: [...places, last ? last.start + last.text.length : 0] };
}

function known({ text, where }: PatternToken): string {
  if (where === "quote") return text === "\\E" ? "" : text.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
  const number = /^\\x\{(.*)\}$/.exec(text)?.[1];
  if (number !== undefined) return unit(Number.parseInt(number, 16));
  const table = where === "outside" ? [...OUTSIDE, ...ANYWHERE] : ANYWHERE;
  return table.find(([form]) => form.test(text))?.[1] ?? text;
}

/** What lies beyond the first 65,536 characters is the last of them: the order in a range stays. */
function unit(code: number): string {
  return `\\u${Math.min(code, 0xffff).toString(16).padStart(4, "0")}`;
}
