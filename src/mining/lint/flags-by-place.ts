import type { PatternToken } from "../../census/pattern-tokens.js";

type Flags = ReadonlySet<string>;

const FLAGS = /^\(\?([A-Za-z]*)(?:-([A-Za-z]*))?[:)]$/;

/** The flags that hold where each part of a regular expression stands: `(?i)` up to the end of the group around it. */
export function flagsByPlace(tokens: readonly PatternToken[]): ReadonlyMap<number, Flags> {
  const around: Flags[] = [];
  const byPlace = new Map<number, Flags>();
  let flags: Flags = new Set();
  for (const { text, start, where } of tokens) {
    if (where === "outside") {
      if (/^\(.*(?<!\))$/s.test(text)) around.push(flags);
      flags = text === ")" ? (around.pop() ?? flags) : flagsAfter(text, flags);
    }
    byPlace.set(start, flags);
  }
  return byPlace;
}

function flagsAfter(text: string, flags: Flags): Flags {
  const [, on, off = ""] = FLAGS.exec(text) ?? [];
  return on === undefined ? flags : new Set([...flags, ...on].filter((flag) => !off.includes(flag)));
}
