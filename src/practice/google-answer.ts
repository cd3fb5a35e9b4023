import type { FieldTree } from "./field-mask.js";
import { escaped } from "./markup.js";
import { type PageQuery, parsePageQuery } from "./page-language.js";
import type { FoundPages } from "./search-pages.js";
import type { Correction } from "./spelling.js";
import type { WebPage } from "./web-pages.js";
import { wordsOf } from "./words.js";

const TEMPLATE =
  "https://www.googleapis.com/customsearch/v1?q={searchTerms}&num={count?}&start={startIndex?}&cx={cx?}&alt=json";

/** No page after this one is given. */
export const LAST_START = 91;

export interface GoogleOutcome {
  readonly text: string;
  readonly engine: string;
  readonly start: number;
  readonly num: number;
  readonly found: FoundPages;
  readonly correction: Correction | undefined;
  readonly tookMs: number;
}

/** The answer of the search for pages, in the form of Google's interface for programs. Nothing found: no items. */
export function googleAnswer(outcome: GoogleOutcome): object {
  const { text, start, num, found, correction } = outcome;
  const shown = found.pages.slice(start - 1, start - 1 + num);
  const query = parsePageQuery(text);
  return {
    kind: "customsearch#search",
    url: { type: "application/json", template: TEMPLATE },
    queries: queriesOf(outcome, shown.length),
    context: { title: "practice: sample pages on this machine" },
    searchInformation: informationOf(outcome),
    ...(correction && { spelling: spellingOf(correction) }),
    ...(shown.length > 0 && { items: shown.map((page) => itemOf(page, query)) }),
  };
}

function queriesOf({ text, engine, start, num, found }: GoogleOutcome, shownCount: number): object {
  const page = (count: number, startIndex: number) => [
    {
      title: `Google Custom Search - ${text}`,
      totalResults: String(found.total),
      searchTerms: text,
      count,
      startIndex,
      inputEncoding: "utf8",
      outputEncoding: "utf8",
      safe: "off",
      cx: engine,
    },
  ];
  const next = start + num;
  return {
    ...(start > 1 && { previousPage: page(num, Math.max(1, start - num)) }),
    request: page(shownCount || num, start),
    ...(next <= Math.min(LAST_START, found.pages.length) && { nextPage: page(num, next) }),
  };
}

function informationOf({ found, tookMs }: GoogleOutcome): object {
  const seconds = tookMs / 1_000;
  return {
    searchTime: seconds,
    formattedSearchTime: seconds.toFixed(2),
    totalResults: String(found.total),
    formattedTotalResults: found.total.toLocaleString("en-US"),
  };
}

function spellingOf({ text, pieces }: Correction): object {
  const marked = pieces.map((one) => (one.isNew ? `<b><i>${escaped(one.text)}</i></b>` : escaped(one.text)));
  return { correctedQuery: text, htmlCorrectedQuery: marked.join("") };
}

function itemOf({ title, link, host, text }: WebPage, { wanted }: PageQuery): object {
  return {
    kind: "customsearch#result",
    title,
    htmlTitle: withWordsBold(title, wanted),
    link,
    displayLink: host,
    snippet: snippetOf(text),
  };
}

function withWordsBold(text: string, wanted: readonly string[]): string {
  const pieces = text.split(/([\p{L}\p{M}\p{N}]+)/u);
  const isWanted = (piece: string) =>
    /\p{L}|\p{N}/u.test(piece) && wanted.some((one) => one.includes(wordsOf(piece)));
  return pieces.map((one) => (isWanted(one) ? `<b>${escaped(one)}</b>` : escaped(one))).join("");
}

const SNIPPET_LENGTH = 150;

function snippetOf(text: string): string {
  if (text.length <= SNIPPET_LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf(" ", SNIPPET_LENGTH))} ...`;
}

const leaves = (...names: readonly string[]): FieldTree =>
  Object.fromEntries(names.map((name) => [name, {}]));

const QUERY_FIELDS = leaves(
  ..."title totalResults searchTerms count startIndex startPage language inputEncoding outputEncoding safe cx".split(
    " ",
  ),
);

/** The fields that Google's answers have; those of them that practice leaves out can be chosen as well. */
export const ANSWER_FIELDS: FieldTree = {
  ...leaves("kind", "promotions"),
  url: leaves("type", "template"),
  queries: { previousPage: QUERY_FIELDS, request: QUERY_FIELDS, nextPage: QUERY_FIELDS },
  context: leaves("title", "facets"),
  searchInformation: leaves("searchTime", "formattedSearchTime", "totalResults", "formattedTotalResults"),
  spelling: leaves("correctedQuery", "htmlCorrectedQuery"),
  items: leaves(
    ..."kind title htmlTitle link displayLink snippet htmlSnippet cacheId formattedUrl htmlFormattedUrl".split(
      " ",
    ),
    ..."pagemap mime fileFormat image labels".split(" "),
  ),
};
