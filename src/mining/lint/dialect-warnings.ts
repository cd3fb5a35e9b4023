import type { PatternToken } from "../../census/pattern-tokens.js";
import type { PatternTree } from "./pattern-tree.js";
import type { QueryWarning } from "./query-warning.js";

interface Difference {
  /** Looked for from each token on, in three tokens. */
  readonly form: RegExp;
  /** Absent where it makes no difference. */
  readonly where?: "outside" | "class";
  /** What the other engine does with `found`, and what to write. */
  readonly message: (found: string) => string;
}

const ENGINE = "GitHub's engine (one for Rust, as far as is known)";
const refused = (instead: string) => (found: string) => `${ENGINE} refuses ${found}. Write ${instead}.`;

/** What this instrument's engine, RE2, reads and a Rust engine reads otherwise or refuses. Tried with ripgrep 15. */
const DIFFERENCES: readonly Difference[] = [
  {
    form: /^(?:&&|--|~~)/,
    where: "class",
    message: (found) =>
      `${ENGINE} takes ${found} in brackets for an operation on sets. Write \\${found[0]} for the character itself.`,
  },
  {
    form: /^\[(?!:\^?\w+:\])/,
    where: "class",
    message: (found) =>
      `${ENGINE} takes ${found} in brackets for the start of a class inside. Write \\${found} for the character itself.`,
  },
  {
    form: /^\\(?:[wdsWDS]|[pP](?:\{[^}]*\}|\w))-(?!\])./,
    where: "class",
    message: refused("the hyphen as \\-, or last in its brackets"),
  },
  {
    form: /^\\[<>]/,
    message: (found) =>
      `${ENGINE} takes ${found} for the edge of a word. Write ${found[1]} for the character, \\b for the edge of a word.`,
  },
  {
    form: /^\\Q/,
    where: "outside",
    message: refused("a backslash before each character that means something"),
  },
  { form: /^\(\?P?<\d/, where: "outside", message: refused("a group's name that begins with a letter") },
  {
    form: /^\(\?(?:\)|[A-Za-z]*([A-Za-z])[A-Za-z-]*\1[A-Za-z-]*[:)])/,
    where: "outside",
    message: refused("each flag once, and no group of flags without one"),
  },
  { form: /^\\[0-9]/, message: refused("the character by its number, as in \\x00") },
  { form: /^\\[pP]\{\^/, message: refused("\\P for \\p, or \\p for \\P, without the ^") },
  { form: /^\\x\{0*[dD][89a-fA-F]..\}/, message: refused("whole characters, without half a surrogate pair") },
];

/** What GitHub may read in another way than this instrument does: the first place of each kind. */
export function dialectWarnings({ tokens }: PatternTree): readonly QueryWarning[] {
  return DIFFERENCES.flatMap((difference) => maybeWarning(difference, tokens) ?? []);
}

function maybeWarning(
  { form, where, message }: Difference,
  tokens: readonly PatternToken[],
): QueryWarning | undefined {
  for (const [index, token] of tokens.entries()) {
    if (token.where === "quote" || (where !== undefined && token.where !== where)) continue;
    const near = tokens.slice(index, index + 3).map(({ text }) => text);
    const found = form.exec(near.join(""))?.[0];
    if (found !== undefined) return { kind: "dialect", place: token.start, message: message(found) };
  }
  return undefined;
}
