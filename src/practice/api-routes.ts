import { createHash } from "node:crypto";
import { type Answer, jsonAnswer } from "./answer.js";
import { apiFailure } from "./api-failure.js";
import { API_PATH } from "./api-path.js";
import type { CorpusFile } from "./corpus.js";
import { legacySearch } from "./legacy-search.js";
import type { PracticeRequest } from "./request.js";
import { SearchError } from "./search-error.js";
import type { Site } from "./site.js";
import { tokenCheck } from "./token-check.js";

const DOCUMENTATION = "https://docs.github.com/rest/search/search#search-code";

/** `GET /api/v3/search/code`: phrases and `extension:`, for who has the token. */
export function searchCode(site: Site, request: PracticeRequest): Answer {
  const refusal = maybeRefusal(request.headers.authorization);
  if (refusal !== undefined) return refusal;
  const { searchParams } = request.url;
  try {
    const found = legacySearch(site.corpus, searchParams.get("q") ?? "");
    return jsonAnswer(resultOf(found, searchParams, request.url.origin), { headers: rateHeaders(site) });
  } catch (error) {
    if (!(error instanceof SearchError)) throw error;
    return apiFailure(422, {
      message: "Validation Failed",
      documentation: DOCUMENTATION,
      errors: [{ message: error.message, resource: "Search", code: error.type }],
    });
  }
}

function maybeRefusal(authorization: string | undefined): Answer | undefined {
  const message = { none: "Requires authentication", wrong: "Bad credentials", right: undefined }[
    tokenCheck(authorization)
  ];
  return message === undefined ? undefined : apiFailure(401, { message, documentation: DOCUMENTATION });
}

function resultOf(found: readonly CorpusFile[], params: URLSearchParams, origin: string): object {
  const size = numberOf(params.get("per_page"), { otherwise: 30, most: 100 });
  const page = numberOf(params.get("page"), { otherwise: 1, most: 1_000 });
  const items = found.slice((page - 1) * size, page * size).map((file) => itemOf(file, origin));
  return { total_count: found.length, incomplete_results: false, items };
}

function numberOf(text: string | null, { otherwise, most }: { otherwise: number; most: number }): number {
  return /^[1-9]\d{0,5}$/.test(text ?? "") ? Math.min(most, Number(text)) : otherwise;
}

function itemOf({ repo, path, content }: CorpusFile, origin: string): object {
  const [login = "", name = ""] = repo.split("/");
  const sha = createHash("sha1")
    .update(`blob ${Buffer.byteLength(content)}\0${content}`)
    .digest("hex");
  return {
    name: path.split("/").at(-1),
    path,
    sha,
    url: `${origin}${API_PATH}/repos/${repo}/contents/${encodeURI(path)}`,
    git_url: `${origin}${API_PATH}/repos/${repo}/git/blobs/${sha}`,
    html_url: `${origin}/${repo}/blob/main/${encodeURI(path)}`,
    repository: { name, full_name: repo, owner: { login }, private: false },
    score: 1,
  };
}

/** The headers that GitHub sends, as if this were the first request of a minute: practice never runs out. */
function rateHeaders({ clock }: Site): Readonly<Record<string, string>> {
  const reset = Math.ceil(clock.now().getTime() / 1_000) + 60;
  return {
    "x-ratelimit-limit": "10",
    "x-ratelimit-remaining": "9",
    "x-ratelimit-used": "1",
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": "code_search",
  };
}
