import { createHash } from "node:crypto";
import { type Answer, jsonAnswer } from "./answer.js";
import { apiFailure } from "./api-failure.js";
import { API_PATH } from "./api-path.js";
import { repositoryAnswer } from "./repository-answer.js";
import type { PracticeRequest } from "./request.js";
import type { SampleRepository } from "./sample-repositories.js";
import type { Site } from "./site.js";
import { tokenCheck } from "./token-check.js";

const DOCUMENTATION = "https://docs.github.com/rest/repos/repos#get-a-repository";
const FOLLOWING =
  "https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects";
const LIMITS = "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api";

/** Requests an hour without and with a token. Source: GitHub's page on the limits of its REST API. */
const LIMIT = { none: 60, right: 5_000 } as const;

/** `GET /api/v3/repos/OWNER/NAME`: a repository by its name of now; a former name leads to its number. */
export function showRepository(site: Site, request: PracticeRequest, parts: readonly string[]): Answer {
  const name = parts.join("/").toLowerCase();
  const repositories = site.repositories();
  const found = repositories.find(({ full_name: now }) => now.toLowerCase() === name);
  const moved = repositories.find(({ formerly }) => formerly.some((one) => one.toLowerCase() === name));
  const { origin } = request.url;
  return limited(site, request, found || !moved ? answerOf(found, origin) : movedAnswer(moved, origin));
}

/** `GET /api/v3/repositories/ID`. */
export function showRepositoryById(site: Site, request: PracticeRequest, [id]: readonly string[]): Answer {
  const found = site.repositories().find((repository) => String(repository.id) === id);
  return limited(site, request, answerOf(found, request.url.origin));
}

function answerOf(found: SampleRepository | undefined, origin: string): Answer {
  if (found === undefined) return apiFailure(404, { message: "Not Found", documentation: DOCUMENTATION });
  const answer = jsonAnswer(repositoryAnswer(found, `${origin}${API_PATH}`, origin));
  const digest = createHash("sha256")
    .update(answer.body ?? "")
    .digest("hex");
  const caching = { etag: `W/"${digest}"`, "cache-control": "private, max-age=60, s-maxage=60" };
  return withHeaders(answer, caching);
}

function movedAnswer({ id }: SampleRepository, origin: string): Answer {
  const location = `${origin}${API_PATH}/repositories/${id}`;
  const body = { message: "Moved Permanently", url: location, documentation_url: FOLLOWING };
  return jsonAnswer(body, { status: 301, headers: { location } });
}

/** Puts an answer under the limit of who asks. What has not changed is told for nothing, with a token or without. */
function limited(
  { repositoryLimit: { counter, most } }: Site,
  request: PracticeRequest,
  answer: Answer,
): Answer {
  const caller = tokenCheck(request.headers.authorization);
  if (caller === "wrong")
    return apiFailure(401, { message: "Bad credentials", documentation: DOCUMENTATION });
  const limit = most ?? LIMIT[caller];
  const isKnown = hasTag(request.headers["if-none-match"], answer.headers?.etag);
  const isAllowed = isKnown || counter.take(caller, limit);
  const headers = counter.headers(caller, limit);
  if (!isAllowed) return apiFailure(403, { message: EXCEEDED[caller], documentation: LIMITS, headers });
  const { body: _, ...unchanged } = { ...answer, status: 304 };
  return withHeaders(isKnown ? unchanged : answer, headers);
}

const EXCEEDED = {
  none: "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)",
  right:
    "API rate limit exceeded for user ID 1. If you reach out to GitHub Support for help, please include the request ID 0000:000000:0000000:0000000:00000000.",
} as const;

/** Tags are compared weakly: with and without `W/` they are the same. */
function hasTag(header: string | undefined, tag: unknown): boolean {
  if (header === undefined || typeof tag !== "string") return false;
  const tags = header.split(",").map((one) => one.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(tag.replace(/^W\//, ""));
}

function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
