/**
 * What a query holds between its slashes, or undefined where it is a phrase.
 *
 * Slashes inside need no escape (one of the study's queries has such): only the first and the last count,
 * and the last counts only when no backslash takes its meaning.
 */
export function maybePattern(query: string): string | undefined {
  if (query.length < 2 || !query.startsWith("/") || !query.endsWith("/")) return undefined;
  const pattern = query.slice(1, -1);
  return endsInBackslash(pattern) ? undefined : pattern;
}

/** Two backslashes are an escaped one; an odd number of them escapes what follows. */
function endsInBackslash(text: string): boolean {
  let start = text.length;
  while (text[start - 1] === "\\") start -= 1;
  return (text.length - start) % 2 === 1;
}
