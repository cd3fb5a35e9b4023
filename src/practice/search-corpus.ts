import type { CorpusFile } from "./corpus.js";
import { type Finder, finderOf, type Span } from "./finder.js";
import { parseSearch } from "./search-language.js";

/** Hits on a page, and pages that can be seen; the count knows no such limit. Source: GitHub's page on code search. */
export const HITS_PER_PAGE = 20;
export const MOST_PAGES = 5;

/** A file that was found, and its first place; undefined where only its path holds what was searched. */
export interface Hit {
  readonly file: CorpusFile;
  readonly span: Span | undefined;
}

export interface Found {
  /** Files, each one counted, also where two have the same content. */
  readonly count: number;
  readonly hits: readonly Hit[];
}

/**
 * The files of a corpus in whose content or path every term occurs, with the hits of one page (from 1).
 *
 * Errors: SearchError where the text is not understood
 */
export function searchCorpus(corpus: readonly CorpusFile[], text: string, page = 1): Found {
  const { terms, extensions } = parseSearch(text);
  const finders = terms.map(finderOf);
  const found = corpus.filter(
    (file) => hasExtension(file, extensions) && finders.every((finder) => isIn(file, finder)),
  );
  const shown = found.slice((page - 1) * HITS_PER_PAGE, page * HITS_PER_PAGE);
  return {
    count: found.length,
    hits: shown.map((file) => ({ file, span: finders[0]?.maybeSpan(file.content) })),
  };
}

function isIn({ content, path }: CorpusFile, finder: Finder): boolean {
  return finder.isIn(content) || finder.isIn(path);
}

function hasExtension({ path }: CorpusFile, extensions: readonly string[] | undefined): boolean {
  const name = path.toLowerCase();
  return extensions?.some((extension) => name.endsWith(`.${extension.toLowerCase()}`)) ?? true;
}
