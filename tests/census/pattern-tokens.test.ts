import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { patternTokens } from "../../src/census/pattern-tokens.js";

const texts = (pattern: string) => patternTokens(pattern).map(({ text }) => text);

describe("the parts of a regular expression", () => {
  it.each([
    [String.raw`a\.b\\`, ["a", String.raw`\.`, "b", String.raw`\\`]],
    [
      String.raw`\pL\p{^Greek}\x41\x{1F600}\07`,
      [String.raw`\pL`, String.raw`\p{^Greek}`, String.raw`\x41`, String.raw`\x{1F600}`, String.raw`\07`],
    ],
    [
      "(?i)(?s-m:a)(?P<n>b)(?<n>c)(?=d)",
      ["(?i)", "(?s-m:", "a", ")", "(?P<n>", "b", ")", "(?<n>", "c", ")", "(?=", "d", ")"],
    ],
    ["[]a](?:b)", ["[]", "a", "]", "(?:", "b", ")"]],
    [String.raw`[^[:alpha:](?i)\]]`, ["[^", "[:alpha:]", "(", "?", "i", ")", String.raw`\]`, "]"]],
    [String.raw`\Q[.\s\E]`, [String.raw`\Q`, "[", ".", "\\", "s", String.raw`\E`, "]"]],
    ["a{2,}b{x}", ["a", "{2,}", "b", "{", "x", "}"]],
    ["a\\", ["a", "\\"]],
  ])("are told apart: %s", (pattern, expected) => {
    expect(texts(pattern)).toEqual(expected);
  });

  it("make up the whole of any text, each where it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."\\QE[]:^(?iP<>){}2,x\u{1F600}") }), (pattern) => {
        const tokens = patternTokens(pattern);
        expect(tokens.map(({ text }) => text).join("")).toBe(pattern);
        for (const { text, start } of tokens) expect(pattern.startsWith(text, start)).toBe(true);
      }),
    );
  });
});
