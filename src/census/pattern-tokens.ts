/**
 * A part of a regular expression that means one thing: `a`, `\s`, `\p{Greek}`, `(?i:`, `[^`, `{2,3}`.
 *
 * `where` is what it lies in: inside a class are its characters and its closing bracket, but not its opening one;
 * inside a quote is what follows `\Q`, up to its `\E`.
 */
export interface PatternToken {
  readonly text: string;
  /** Where in the pattern, in characters from 0. */
  readonly start: number;
  readonly where: Where;
}

type Where = "outside" | "class" | "quote";

const ESCAPE = String.raw`\\(?:[pP](?:\{[\w^=]*\}|\w)|x(?:\{[\dA-Fa-f]*\}|[\dA-Fa-f]{2})|[0-7]{1,3}|.)`;
const GROUP = String.raw`\(\?(?:P?<\w*>|[A-Za-z-]*[:)]|<?[=!])?`;

/** Each takes one token. A class may begin with its own closing bracket, which is a character there. */
const FORMS: Readonly<Record<Where, RegExp>> = {
  outside: new RegExp(String.raw`${ESCAPE}|${GROUP}|\[\^?\]?|\{\d+(?:,\d*)?\}|.`, "sy"),
  class: new RegExp(String.raw`${ESCAPE}|\[:\^?\w+:\]|.`, "sy"),
  quote: /\\E|./sy,
};

/** A regular expression, cut up as the engines of code search and of this instrument (Rust's regex, RE2) do. Never throws. */
export function patternTokens(pattern: string): readonly PatternToken[] {
  const tokens: PatternToken[] = [];
  let where: Where = "outside";
  for (let start = 0; start < pattern.length; ) {
    const form = FORMS[where];
    form.lastIndex = start;
    const text = form.exec(pattern)?.[0] ?? pattern.slice(start);
    tokens.push({ text, start, where });
    where = whereAfter(text, where);
    start += text.length;
  }
  return tokens;
}

function whereAfter(text: string, where: Where): Where {
  if (where === "class") return text === "]" ? "outside" : "class";
  if (where === "quote") return text === "\\E" ? "outside" : "quote";
  if (text.startsWith("[")) return "class";
  return text === "\\Q" ? "quote" : "outside";
}
