const LINK = /\b[a-z][a-z0-9+.-]{0,20}:\/\/\S+/giu;

/**
 * What a service says, in its words, as the end of a sentence; empty where it says nothing.
 *
 * Links are left out: what a service writes is data, and nobody should follow it from here.
 */
export function quotedWords(said: unknown): string {
  if (typeof said !== "string") return "";
  const words = said
    .replaceAll(LINK, "(a link)")
    .replaceAll(/[\s\p{C}]+/gu, " ")
    .trim();
  return words === "" ? "" : `: "${words}"`;
}
