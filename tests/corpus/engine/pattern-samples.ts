import fc from "fast-check";

/** Patterns, and texts that are close to matching them. */
export interface Sample {
  readonly patterns: readonly string[];
  readonly texts: readonly string[];
}

const LITERALS = [
  ..."abkKsSiIx .",
  ..."\u017f\u212a\u0130\u0131éÉßẞσςΣµμ",
  "import ab",
  "from ab",
  ".log(",
  "Straße",
  "日本",
  "😀",
  "\u00c5\u212b",
];
const SETS = [
  ".",
  "\\s",
  "\\S",
  "\\w",
  "\\W",
  "\\d",
  "[ab]",
  "[^a]",
  "[k-t]",
  "[^s]",
  "[É-ß]",
  "[]a]",
  "[^\\w]",
];
const MORE_SETS = [
  "[\\s,]",
  "[]-a]",
  "[^]a]",
  "[a-]",
  "[\\d-z]",
  "[^[:^alpha:]]",
  "[\\x41-\\x{212a}]",
  "\\101",
  "[[:alpha:]]",
  "\\pL",
  "\\n",
  "\\x61",
  "\\x{17f}",
  "[a\\-z]",
  "(?s:.)",
  "\\Qa.b\\E",
];
const ANYTHING = [
  "(\\s|\\S)*",
  "[\\s\\S]*?",
  "(\\s|\\S|\\w)*",
  "(.|\\n)*",
  "(?s:.*)",
  "[\\d\\D]+",
  "[^k]*",
  "[\\w\\W]*",
];
const PLACES = ["^", "$", "\\b", "\\B", "\\A", "\\z", "(?-m:^)", "(?-m:$)"];
const REPEATS = ["?", "*", "+", "??", "*?", "{2}", "{1,3}", "{0,2}?", "{2,}", "{9}"];

const literal = fc.constantFrom(...LITERALS).map((text) => text.replaceAll(/[.(]/g, "\\$&"));
const atom = fc.oneof(
  { weight: 6, arbitrary: literal },
  { weight: 3, arbitrary: fc.constantFrom(...SETS, ...MORE_SETS) },
  { weight: 3, arbitrary: fc.constantFrom(...ANYTHING) },
  { weight: 2, arbitrary: fc.constantFrom(...PLACES) },
);

const { tree } = fc.letrec<{ tree: string; piece: string }>((tie) => ({
  tree: fc
    .array(fc.array(tie("piece"), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((choices) => choices.map((pieces) => pieces.join("")).join("|")),
  piece: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 6, arbitrary: atom },
    { weight: 1, arbitrary: fc.constantFrom("(?i)", "(?-i)", "(?s)", "(?-m)") },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom("(", "(?:", "(?i:", "(?-i:", "("),
          tie("tree"),
          fc.constantFrom("", ...REPEATS),
        )
        .map(([open, inside, repeat]) => `${open}${inside})${repeat}`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom("a", "\\s", "[ks]", "é", " ", "\\n"), fc.constantFrom(...REPEATS))
        .map((two) => two.join("")),
    },
  ),
}));

/** As the study's queries are: a few words, then anything, then others. */
const WORDS = ["ab", "b", "a", "ks", "\\n", "aa", "x", "ba", "é", "日"];
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 3 }).map((words) => `(${words.join("|")})`),
  fc
    .tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS))
    .map(([one, other]) => `(?:${one}(?:\\s+${other})?|${other})`),
);
const edged = fc
  .tuple(
    fc.constantFrom("", "", "", "^", "\\s*", "(^|x)"),
    word,
    fc.constantFrom("", "", "", "$", "\\s+", "(\\n|$)"),
  )
  .map((three) => three.join(""));
const chain = fc
  .array(fc.tuple(edged, fc.constantFrom(...ANYTHING)), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.flat().slice(0, -1).join(""));

const NOISE = ["\n", "\n", "\r\n", " ", "\t", "\u00a0", "\v", "_", "0", "\n\n", "zz", "ab", "\ufeff", "-"];

const part = fc.oneof(
  fc.constantFrom(...LITERALS),
  fc.constantFrom(...NOISE),
  fc.constantFrom(...WORDS).map((text) => text.replace("\\n", "\n")),
);
const piece = fc
  .tuple(part, fc.constantFrom("as is", "upper", "lower"))
  .map(([text, letters]) =>
    letters === "upper" ? text.toUpperCase() : letters === "lower" ? text.toLowerCase() : text,
  );

export const sample: fc.Arbitrary<Sample> = fc.record({
  patterns: fc.array(fc.oneof(tree, chain), { minLength: 1, maxLength: 4 }),
  texts: fc.array(
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
    { minLength: 6, maxLength: 6 },
  ),
});
