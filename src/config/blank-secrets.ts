import { maybeSecretPattern } from "./secret-pattern.js";

const HIDDEN = "•••";

/** Something that takes secrets out of texts, however a text writes them. Input: `values`, as for the pattern */
export function secretBlanker(values: readonly string[]): (text: string) => string {
  const pattern = maybeSecretPattern(values);
  if (pattern === undefined) return (text) => text;
  const found = new RegExp(pattern.source, pattern.flags);
  return (text) => text.replace(found, HIDDEN);
}
