import { expect, it } from "vitest";
import { sentence } from "../../src/census/sentence.js";

it.each([
  ["Google refuses the key", "Google refuses the key."],
  ["No more today.", "No more today."],
  ['It says "no!"', 'It says "no!"'],
  [" ", ""],
])("A sentence ends as one: %j", (text, expected) => {
  expect(sentence(text)).toBe(expected);
});
