/**
 * Any of some texts, as JavaScript's regular expression: the longest that stands at a place.
 *
 * It has no repetition, so a search takes a bounded number of steps at each place.
 */
export function alternation(texts: readonly string[]): string {
  if (texts.length === 0) return "(?!)";
  const longestFirst = [...new Set(texts)].sort((one, other) => other.length - one.length);
  return longestFirst.map(escaped).join("|");
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}
