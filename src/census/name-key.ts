/** A name without what people write differently: letter case, spaces, punctuation. Empty where nothing is left. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
