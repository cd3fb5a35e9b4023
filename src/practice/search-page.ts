import { html, jsonScript, type Markup } from "./markup.js";
import type { Page } from "./page.js";
import type { Hit } from "./search-corpus.js";
import { pageCount, type SearchOutcome, searchPayload } from "./search-payload.js";
import { shownNumber } from "./shown-number.js";
import type { PayloadShape } from "./site.js";
import { maybeSlashNotice } from "./slash-notice.js";

export interface SearchView {
  readonly query: string;
  readonly outcome: SearchOutcome;
  readonly shape: PayloadShape;
  readonly login: string;
}

/** The page of results: its data as JSON, then the same for people, in test ids that GitHub's page has too. */
export function searchPage({ query, outcome, shape, login }: SearchView): Page {
  return {
    title: "Code search results · practice",
    login,
    body: html`<react-app app-name="blackbird-search">
<script type="application/json" data-target="react-app.embeddedData">${jsonScript(searchPayload(outcome, shape))}</script>
<h1 class="visually-hidden">code Search Results · ${query}</h1>
${searchForm(query)}
${outcome.error === undefined ? answered(query, outcome) : refused(outcome.error.message)}
</react-app>`,
  };
}

export function searchForm(query: string): Markup {
  return html`<form action="/search" method="get" role="search">
<label for="query">Search the sample files</label>
<input id="query" name="q" value="${query}" size="60" autocomplete="off"> <input type="hidden" name="type" value="code">
<button type="submit">Search</button></form>`;
}

/** Counted twice, hidden with the time and seen without it, as on GitHub's page. */
function answered(query: string, { count, hits, page, tookMs }: SearchOutcome): Markup {
  const text = `${shownNumber(count)} ${count === 1 ? "file" : "files"}`;
  return html`<nav aria-label="Kinds of results"><a data-testid="nav-item-code" aria-current="page">Code <span>${shownNumber(count)}</span></a></nav>
<div data-testid="search-sub-header"><h2><span class="visually-hidden">${text} (${tookMs} ms)</span>
<span aria-hidden="true">${text}</span></h2></div>
${slashNotice(query)}
${count === 0 ? NOTHING : results(hits)}
${pageLinks(query, count, page)}`;
}

function slashNotice(query: string): Markup | undefined {
  const notice = maybeSlashNotice(query);
  return notice === undefined ? undefined : html`<p role="note" data-census-practice="notice">${notice}</p>`;
}

const NOTHING = html`<p>Your search did not match any code</p>`;

function results(hits: readonly Hit[]): Markup {
  return html`<div data-testid="results-list">${hits.map(resultItem)}</div>
<p>Each file is counted, also where two have the same content.</p>`;
}

function resultItem({ file: { repo, path, content }, span }: Hit): Markup {
  const line = span === undefined ? "" : lineAround(content, span.start);
  return html`<div><div class="search-title">${repo} <span>${path}</span></div><pre>${line}</pre></div>
`;
}

function lineAround(content: string, position: number): string {
  const start = content.lastIndexOf("\n", position - 1) + 1;
  return content.slice(start, start + 200).split("\n", 1)[0] ?? "";
}

function pageLinks(query: string, count: number, page: number): Markup | undefined {
  const pages = pageCount(count);
  if (pages < 2) return undefined;
  const links = Array.from({ length: pages }, (_, index) => pageLink(query, index + 1, page));
  return html`<nav aria-label="Pagination">${links}</nav>`;
}

function pageLink(query: string, number: number, current: number): Markup {
  if (number === current) return html`<span aria-current="page">${number}</span> `;
  return html`<a href="/search?q=${encodeURIComponent(query)}&amp;type=code&amp;p=${number}">${number}</a> `;
}

function refused(message: string): Markup {
  return html`<h2>This search could not be done</h2><p role="alert">${message}</p>`;
}

/** What code search shows to somebody who is not signed in, with status 200: no number, and no error either. */
export function signInFirstPage(returnTo: string): Page {
  return {
    title: "Code search results · practice",
    body: html`<main><h1>Sign in to search code on GitHub</h1>
<p>Code can be searched by somebody who is signed in: <a href="/login?return_to=${encodeURIComponent(returnTo)}">Sign in</a>.
(The practice server gives its account where it is started.)</p></main>`,
  };
}
