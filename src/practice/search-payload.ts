import { createHash } from "node:crypto";
import type { Span } from "./finder.js";
import { escaped } from "./markup.js";
import { HITS_PER_PAGE, type Hit, MOST_PAGES } from "./search-corpus.js";
import type { PayloadShape } from "./site.js";

/** What a search came to, as the page and its data tell it. */
export interface SearchOutcome {
  /** 0 where there is an error, as on GitHub: an error is no zero. */
  readonly count: number;
  readonly hits: readonly Hit[];
  readonly page: number;
  readonly tookMs: number;
  readonly error?: { readonly type: string; readonly message: string } | undefined;
  readonly isSignedIn: boolean;
}

/** The data that GitHub's search page carries, and gives as JSON. Source: what public clients of it read. */
export function searchPayload(outcome: SearchOutcome, shape: PayloadShape): object {
  const fields = routeFields(outcome);
  const title = "Code search results";
  return shape === "old"
    ? { payload: fields, title, locale: "en" }
    : { payload: { blackbirdSearchRoute: fields }, meta: { title } };
}

function routeFields({ count, hits, page, tookMs, error, isSignedIn }: SearchOutcome): object {
  return {
    type: "code",
    results: hits.map(resultOf),
    result_count: count,
    page,
    page_count: error === undefined ? pageCount(count) : null,
    elapsed_millis: tookMs,
    errors: error === undefined ? [] : [error],
    facets: [],
    protected_org_logins: [],
    topics: null,
    query_id: "",
    logged_in: isSignedIn,
    sign_up_path: "/signup?source=code_search_results",
    sign_in_path: "/login",
    metadata: null,
    warn_limited_results: false,
    header_redesign_enabled: false,
    csrf_tokens: {},
  };
}

export function pageCount(count: number): number {
  return Math.min(MOST_PAGES, Math.ceil(count / HITS_PER_PAGE));
}

function resultOf({ file: { repo, path, content }, span }: Hit): object {
  const snippet = maybeSnippet(content, span);
  return {
    repo_nwo: repo,
    path,
    language_name: null,
    ref_name: "refs/heads/main",
    commit_sha: hash(repo),
    blob_sha: hash(`blob ${Buffer.byteLength(content)}\0${content}`),
    line_number: snippet?.starting_line_number ?? 1,
    repo_is_archived: false,
    match_count: span === undefined ? 0 : 1,
    snippets: snippet === undefined ? [] : [snippet],
    matched_symbols: [],
  };
}

const hash = (text: string): string => createHash("sha1").update(text).digest("hex");

/** Longest part of a line that a snippet shows, in characters. */
const LONGEST_LINE = 200;

/** The line where a hit begins, with the hit's part of it marked. */
function maybeSnippet(content: string, span: Span | undefined) {
  if (span === undefined) return undefined;
  const start = content.lastIndexOf("\n", span.start - 1) + 1;
  const lineEnd = content.indexOf("\n", span.start);
  const end = Math.min(lineEnd < 0 ? content.length : lineEnd, start + LONGEST_LINE);
  const markEnd = Math.min(span.end, end);
  const line = [
    content.slice(start, span.start),
    content.slice(span.start, markEnd),
    content.slice(markEnd, end),
  ];
  const [before = "", marked = "", after = ""] = line.map(escaped);
  const number = content.slice(0, start).split("\n").length;
  return {
    format: "SNIPPET_FORMAT_HTML",
    lines: [`${before}<mark>${marked}</mark>${after}`],
    starting_line_number: number,
    ending_line_number: number + 1,
    jump_to_line_number: number,
  };
}
