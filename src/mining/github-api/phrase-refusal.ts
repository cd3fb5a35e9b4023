import { maybePattern } from "../../census/pattern.js";
import { quotedPhrase } from "./api-search.js";

/** Longest phrase that the interface for programs takes, in characters, qualifiers aside. Source: its page on search. */
const LONGEST_PHRASE = 256;

/** Why the interface for programs cannot search a query, as a sentence; undefined where it can. */
export function maybePhraseRefusal(query: string): string | undefined {
  if (maybePattern(query) !== undefined) {
    return (
      "GitHub's interface for programs knows no regular expressions and would look for the pattern's own characters: " +
      'count this query with the source github-web, or write it as a phrase such as "import wandb".'
    );
  }
  const characters = [...quotedPhrase(query)].length;
  return characters <= LONGEST_PHRASE
    ? undefined
    : `GitHub's interface for programs takes ${LONGEST_PHRASE} characters, and this phrase with its quotes has ${characters}: ` +
        "write a shorter one, or count it with the source github-web.";
}
