/** The words of a text that is meant as a list, each once; undefined where it is one word or none. */
export function maybeListed(text: string): readonly string[] | undefined {
  const words = [...new Set(text.split(/[,;|\s]+/).filter((word) => word !== ""))];
  return words.length > 1 ? words : undefined;
}

/** ` (write a list: ["logging", "metric"])`. */
export function writeAList(words: readonly string[]): string {
  return ` (write a list: [${words.map((word) => JSON.stringify(word)).join(", ")}])`;
}
