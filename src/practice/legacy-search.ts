import type { CorpusFile } from "./corpus.js";
import { SearchError } from "./search-error.js";

const LONGEST_TEXT = 256;
const VALIDATION = "invalid";

interface Asked {
  readonly texts: readonly string[];
  readonly extensions: readonly string[];
}

/**
 * The files that the older search behind GitHub's interface for programs would find: phrases in double quotes and
 * words, all of which the content must hold, and `extension:`. Slashes and stars are letters like any other there.
 *
 * Errors: SearchError for other qualifiers, parentheses, operators, a text too long and one without any word
 */
export function legacySearch(corpus: readonly CorpusFile[], query: string): readonly CorpusFile[] {
  const { texts, extensions } = parse(query);
  return corpus.filter(({ path, content }) => {
    const [name, text] = [path.toLowerCase(), content.toLowerCase()];
    return extensions.every((one) => name.endsWith(`.${one}`)) && texts.every((one) => text.includes(one));
  });
}

const PART = /(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))(?:\s+|$)/y;

function parse(query: string): Asked {
  const parts = partsOf(query.trim());
  const isExtension = (part: Part) => part.isWord && part.text.startsWith("extension:");
  const texts = parts.filter((part) => !isExtension(part));
  if (texts.length === 0) throw new SearchError("At least one word or phrase is needed.", VALIDATION);
  if (texts.map(({ text }) => text).join(" ").length > LONGEST_TEXT) {
    throw new SearchError(`The search is longer than ${LONGEST_TEXT} characters.`, VALIDATION);
  }
  for (const { isWord, text } of texts) if (isWord) refuseOtherSyntax(text);
  return {
    texts: texts.map(({ text }) => text.toLowerCase()),
    extensions: parts.filter(isExtension).map(({ text }) => text.slice("extension:".length).toLowerCase()),
  };
}

interface Part {
  readonly text: string;
  readonly isWord: boolean;
}

function partsOf(query: string): readonly Part[] {
  const parts: Part[] = [];
  for (let end = 0; end < query.length; end = PART.lastIndex) {
    PART.lastIndex = end;
    const found = PART.exec(query);
    if (found === null) throw new SearchError("A double quote stands alone.");
    const [, phrase, word = ""] = found;
    parts.push(
      phrase === undefined
        ? { text: word, isWord: true }
        : { text: phrase.replaceAll(/\\(.)/g, "$1"), isWord: false },
    );
  }
  return parts;
}

function refuseOtherSyntax(word: string): void {
  if (!/^(?:AND|OR|NOT)$|^\(|\)$|^-?[a-z]+:/.test(word)) return;
  throw new SearchError(`Practice knows phrases, words and extension:, but not ${word}.`);
}
