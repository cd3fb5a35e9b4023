/** Words by which GitHub asks to slow down, whatever the HTTP status. Source: public clients, 2022 to 2026. */
const WORDS = /secondary rate limit|whoa there|abuse detection|^rate limit\b/i;

/** The words by which a text asks to slow down; undefined where it does not. */
export function maybeSlowDownWords(text: string): string | undefined {
  return WORDS.exec(text)?.[0];
}
