/**
 * The words of a text in small letters, one space around each, so that a phrase is found as a part.
 * A word is a run of letters and digits: `Netflix's` is `netflix` and `s`.
 *
 * Returns: `" netflix s "`; `" "` where there is no word
 */
export function wordsOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length === 0 ? " " : ` ${words.join(" ")} `;
}
