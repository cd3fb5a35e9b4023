import { maybeNameOneLetterOff } from "../census/closest-name.js";
import type { WebPage } from "./web-pages.js";
import { wordsOf } from "./words.js";

const SHORTEST = 5;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A search with the words put right that are on no page, and the same with those words marked. */
export interface Correction {
  readonly text: string;
  /** Pieces of the text in order, each with whether it was put right. */
  readonly pieces: readonly { readonly text: string; readonly isNew: boolean }[];
}

/**
 * What was probably meant: for each word on no page, the word of the pages that differs in one letter. Short words
 * are left alone.
 *
 * Missing: undefined where nothing is put right
 */
export function maybeCorrection(pages: readonly WebPage[], text: string): Correction | undefined {
  const known = (word: string) => pages.some(({ words }) => hasWord(words, wordsOf(word)));
  const pieces = piecesOf(text).map((piece) => {
    const isDoubtful = piece.length >= SHORTEST && /^[\p{L}\p{M}\p{N}]+$/u.test(piece);
    const right = !isDoubtful || isOperator(piece) || known(piece) ? undefined : maybeNear(pages, piece);
    return { text: right ?? piece, isNew: right !== undefined };
  });
  if (!pieces.some(({ isNew }) => isNew)) return undefined;
  return { text: pieces.map((piece) => piece.text).join(""), pieces };
}

const hasWord = ({ title, text }: WebPage["words"], word: string): boolean =>
  title.includes(word) || text.includes(word);

const isOperator = (word: string): boolean => /^allin(?:title|text)$/i.test(word);

/** Words and what stands between them, in order. */
function piecesOf(text: string): readonly string[] {
  const starts = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => [index, index + word.length]);
  const ends = [...starts, text.length];
  return [0, ...starts].map((start, place) => text.slice(start, ends[place])).filter((piece) => piece !== "");
}

function maybeNear(pages: readonly WebPage[], word: string): string | undefined {
  const isNear = (one: string) => one.length >= SHORTEST && Math.abs(one.length - word.length) <= 1;
  const vocabulary = pages.flatMap(({ words }) => `${words.title}${words.text}`.split(" ").filter(isNear));
  return maybeNameOneLetterOff(word, [...new Set(vocabulary)].sort());
}
