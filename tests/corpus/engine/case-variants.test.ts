import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { caseVariants } from "../../../src/corpus/engine/case-variants.js";

const CODES = Array.from({ length: 0x1_ffff }, (_, code) => code).filter(
  (code) => code < 0xd800 || code > 0xdfff,
);
const isCased = (code: number): boolean =>
  /[\p{Lu}\p{Ll}\p{Lt}\p{M}\p{Nl}\p{So}]/u.test(String.fromCodePoint(code));
const CASED = CODES.filter(isCased);

test.each([
  ["a", "aA"],
  ["K", "kK\u212a"],
  ["s", "sS\u017f"],
  ["\u017f", "Ss\u017f"],
  ["i", "iI"],
  ["\u0130", "\u0130"],
  ["\u0131", "\u0131"],
  ["σ", "Σςσ"],
  ["µ", "µΜμ"],
  ["ß", "ßẞ"],
  ["日", "日"],
  ["7", "7"],
])("%s is any of %s", (character, variants) => {
  const found = caseVariants(character.codePointAt(0) ?? 0).map((code) => String.fromCodePoint(code));
  expect(found.sort()).toEqual([...variants].sort());
});

test("they are those that RE2 knows, for every letter of the first blocks and samples of the others", () => {
  const text = CASED.map((code) => String.fromCodePoint(code)).join("");
  for (const code of CASED.filter((cased, index) => cased < 0x600 || index % 40 === 0)) {
    const expression = RE2JS.compile(RE2JS.quote(String.fromCodePoint(code)), RE2JS.CASE_INSENSITIVE);
    const found: number[] = [];
    for (const matches = expression.matcher(text); matches.find(); )
      found.push(matches.group()?.codePointAt(0) ?? 0);
    expect([...caseVariants(code)].sort()).toEqual(found.sort());
  }
});
