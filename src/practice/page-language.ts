import { SearchError } from "./search-error.js";
import { wordsOf } from "./words.js";

/** A search for pages that was understood: words in sequence, as `wordsOf` gives them. */
export interface PageQuery {
  /** Where all of it must stand; absent where title or text will do. */
  readonly place?: "title" | "text";
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/** Google leaves aside what comes after. */
const MOST_WORDS = 32;

const PLACE = /^\s*allin(title|text):/i;

/**
 * The part of Google's search language that a census needs: words, `"phrases"`, `-word`, `-"phrase"`, and
 * `allintitle:` or `allintext:` before all of it. A word such as `e-mail` is read as the phrase "e mail".
 *
 * Errors: SearchError for everything else: a text read in another way than meant would give a wrong number
 */
export function parsePageQuery(text: string): PageQuery {
  const place = PLACE.exec(text)?.[1]?.toLowerCase() as PageQuery["place"];
  const parts = partsOf(text.replace(PLACE, ""));
  const words = (isUnwanted: boolean) =>
    parts.filter((part) => part.isUnwanted === isUnwanted).map((part) => part.words);
  return { ...(place && { place }), wanted: words(false), unwanted: words(true) };
}

interface Part {
  readonly isUnwanted: boolean;
  readonly words: string;
}

const PART = /\s*(?<minus>-?)(?:"(?<phrase>[^"]*)"|(?<word>[^\s"]+))(?=\s|$)/y;

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  const trimmed = text.trimEnd();
  for (let end = 0; end < trimmed.length; end = PART.lastIndex) {
    PART.lastIndex = end;
    const found = PART.exec(trimmed)?.groups;
    if (found === undefined) throw new SearchError("A phrase ends with a double quote.");
    if (found.word !== undefined) refuseOtherSyntax(found.word);
    parts.push({ isUnwanted: found.minus === "-", words: wordsOf(found.phrase ?? found.word ?? "") });
  }
  refuseTooMany(parts);
  return parts.filter(({ words }) => words !== " ");
}

function refuseTooMany(parts: readonly Part[]): void {
  const count = parts.reduce((sum, { words }) => sum + words.split(" ").length - 2, 0);
  if (count > MOST_WORDS) throw new SearchError(`The search has more than ${MOST_WORDS} words.`);
}

const OTHER_SYNTAX =
  /^(?:OR|AND|\||.*\*.*|.*\.\..*|AROUND\(.*|(?:all)?in(?:title|text|url|anchor):.*|[a-z]+:[^/].*)$/;

function refuseOtherSyntax(word: string): void {
  if (!OTHER_SYNTAX.test(word)) return;
  throw new SearchError(
    `Practice knows words, "phrases", -word, and allintitle: or allintext: before all of it, but not ${word} here.`,
  );
}
