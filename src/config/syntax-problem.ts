interface Reason {
  /** What the engine says, without its opening words. */
  readonly form: RegExp;
  /** What is expected; `found` is the part of the regular expression that the engine stopped at. */
  readonly expected: (found: string) => string;
}

const without = (what: string, example: string): string =>
  `a regular expression without ${what} such as ${example}: GitHub's engine has none`;

/** What GitHub may know and this instrument cannot check. A pattern that nobody checked could count anything. */
export const unchecked = (found: string, instead: string): string =>
  `a regular expression that this instrument can check: its engine, RE2, does not know ${found}. Write ${instead} instead`;

const REASONS: readonly Reason[] = [
  { form: /^invalid [^:]*: (\(\?<?[=!])/, expected: (found) => without("look-around", found) },
  { form: /^invalid [^:]*: (\\[1-9]|\\k)/, expected: (found) => without("back-references", found) },
  { form: /^invalid [^:]*: (\(\?P)$/, expected: (found) => without("back-references", `${found}=name)`) },
  {
    form: /^invalid nested repetition operator: (.*)/,
    expected: (found) =>
      unchecked(
        `one repetition right after another, ${found}`,
        "a group around the inner one, as in (?:a+)+,",
      ),
  },
  {
    form: /^invalid repeat count: (.*)/,
    expected: (found) =>
      unchecked(`the repetition ${found}`, "one of at most 1000 in all, the smaller number first,"),
  },
  {
    form: /^invalid [^:]*: (\\u)$/,
    expected: (found) => unchecked(found, "\\x{0041}, with the number of your character,"),
  },
  {
    form: /^invalid [^:]*: \\[pP]\{\w+[=:](.*)\}/,
    expected: (value) =>
      unchecked("properties with a name and a value", `the value alone, as in \\p{${value}},`),
  },
  {
    form: /^invalid [^:]*: (\(\?[imsU-]*[uxR])$/,
    expected: (found) => unchecked(`the flag at the end of ${found}`, "the regular expression without it"),
  },
];

/** What is expected in place of a regular expression that the engine refuses, in words, where they are known. */
export function syntaxProblem(message: string): string {
  for (const { form, expected } of REASONS) {
    const found = form.exec(message)?.[1];
    if (found !== undefined) return expected(found);
  }
  return `a regular expression that code search understands (${message})`;
}
