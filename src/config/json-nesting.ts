import { createScanner } from "jsonc-parser";
import type { Finding } from "../census/errors.js";
import { positionAt } from "./text-position.js";

/** Far more than conf.json needs, and far less than what fills the stack of a parser that calls itself. */
const DEEPEST = 100;

/**
 * Where a text opens more lists and objects in one another than are read; none where it does not.
 *
 * Input: `name`, the file's name in findings
 */
export function nestingFindings(text: string, name: string): Finding[] {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    depth += STEPS[text.charAt(scanner.getTokenOffset())] ?? 0;
    if (depth > DEEPEST) {
      const expected = `lists and objects at most ${DEEPEST} deep in one another`;
      const value = "a text that is nested too deeply";
      return [{ place: name, ...positionAt(text, scanner.getTokenOffset()), expected, value }];
    }
  }
  return [];
}

/** By a token's first character: a bracket inside of a text is none. */
const STEPS: Readonly<Record<string, number>> = { "[": 1, "{": 1, "]": -1, "}": -1 };
