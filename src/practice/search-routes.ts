import { type Answer, jsonAnswer, pageAnswer, redirectTo } from "./answer.js";
import { html } from "./markup.js";
import type { PracticeRequest } from "./request.js";
import { MOST_PAGES, searchCorpus } from "./search-corpus.js";
import { SearchError } from "./search-error.js";
import { searchPage, signInFirstPage } from "./search-page.js";
import { type SearchOutcome, searchPayload } from "./search-payload.js";
import { maybeUser, type Site } from "./site.js";

/** `GET /search?type=code`: the page of results, or its data alone for a program that asks for JSON. */
export function showSearch(site: Site, request: PracticeRequest): Answer {
  if ((request.url.searchParams.get("type") ?? "code") !== "code") return CODE_ONLY;
  const isJson = (request.headers.accept ?? "").includes("application/json");
  if (isJson && !isAskedByScript(request)) return jsonAnswer({ error: "Not Acceptable" }, { status: 406 });
  const login = maybeUser(site, request);
  const outcome = login === undefined ? NOBODY : search(site, request);
  const { payloadShape: shape } = site;
  if (isJson) return jsonAnswer(searchPayload(outcome, shape));
  if (login === undefined) return pageAnswer(signInFirstPage(request.url.pathname + request.url.search));
  return pageAnswer(searchPage({ query: queryOf(request), outcome, shape, login }));
}

const NOBODY: SearchOutcome = { count: 0, hits: [], page: 1, tookMs: 0, isSignedIn: false };

const queryOf = ({ url }: PracticeRequest): string => url.searchParams.get("q") ?? "";

const isAskedByScript = ({ headers }: PracticeRequest): boolean =>
  headers["x-requested-with"] === "XMLHttpRequest";

/** What the search text finds; what is wrong with it is part of the outcome, as on GitHub. */
function search({ corpus, clock }: Site, request: PracticeRequest): SearchOutcome {
  const page = pageOf(request.url.searchParams.get("p"));
  const start = clock.now().getTime();
  const rest = () => ({ page, tookMs: clock.now().getTime() - start, isSignedIn: true });
  try {
    return { ...searchCorpus(corpus, queryOf(request), page), ...rest() };
  } catch (error) {
    if (!(error instanceof SearchError)) throw error;
    return { count: 0, hits: [], error: { type: error.type, message: error.message }, ...rest() };
  }
}

function pageOf(text: string | null): number {
  return /^[1-9]\d?$/.test(text ?? "") ? Math.min(MOST_PAGES, Number(text)) : 1;
}

/** `GET /search/blackbird_count`: the number alone. `failed` where the text was not understood. */
export function showCount(site: Site, request: PracticeRequest): Answer {
  if (maybeUser(site, request) === undefined) return redirectTo("/login");
  if (!isAskedByScript(request)) return jsonAnswer({ error: "Not Acceptable" }, { status: 406 });
  const { count, error } = search(site, request);
  const mode = "practice";
  return jsonAnswer(
    error === undefined
      ? { count, failed: false, mode }
      : { count, failed: true, mode, error: error.message },
  );
}

/** What the page of a real search also asks for. */
export function showNothing(_site: Site, { url }: PracticeRequest): Answer {
  return jsonAnswer(url.pathname.endsWith("suggestions") || url.pathname.endsWith("custom_scopes") ? [] : {});
}

const CODE_ONLY: Answer = pageAnswer(
  {
    title: "Not here · practice",
    body: html`<main><h1>Only code is searched here</h1><p>Add <code>type=code</code> to the address.</p></main>`,
  },
  { status: 404 },
);
