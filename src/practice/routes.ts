import type { Answer } from "./answer.js";
import { API_PATH } from "./api-path.js";
import { searchCode } from "./api-routes.js";
import { BIGQUERY_PATH, postQuery, showJob, showResult } from "./bigquery-routes.js";
import { GOOGLE_PATH, searchGoogle } from "./google-routes.js";
import { problemAnswer, showHome, showProfile } from "./plain-routes.js";
import { showRepository, showRepositoryById } from "./repository-routes.js";
import type { PracticeRequest } from "./request.js";
import { showCount, showNothing, showSearch } from "./search-routes.js";
import {
  postDevice,
  postSession,
  postTwoFactor,
  showCaptcha,
  showCodeForm,
  showLogin,
} from "./sign-in-routes.js";
import type { Site } from "./site.js";

/** Input: parts: what stands at the places of an address that the pattern leaves open */
type Route = (site: Site, request: PracticeRequest, parts: readonly string[]) => Answer;
type Methods = Readonly<Record<string, Route>>;

/** Every address that never changes, and what answers which method there. */
const ROUTES: Readonly<Record<string, Methods>> = {
  "/": { GET: showHome },
  "/settings/profile": { GET: showProfile },
  "/login": { GET: showLogin },
  "/session": { POST: postSession },
  "/sessions/two-factor": { GET: showCodeForm, POST: postTwoFactor },
  "/sessions/two-factor/app": { GET: showCodeForm },
  "/sessions/verified-device": { GET: showCodeForm, POST: postDevice },
  "/sessions/verified-device/captcha": { GET: showCaptcha },
  "/search": { GET: showSearch },
  "/search/blackbird_count": { GET: showCount },
  "/search/count": { GET: showNothing },
  "/search/custom_scopes": { GET: showNothing },
  "/search/suggestions": { GET: showNothing },
  "/search/warm_blackbird_caches": { GET: showNothing },
  [`${API_PATH}/search/code`]: { GET: searchCode },
  [GOOGLE_PATH]: { GET: searchGoogle },
};

/** Addresses with open places, after all others; the first that fits answers. */
const PATTERNS: readonly (readonly [pattern: RegExp, methods: Methods])[] = [
  [new RegExp(`^${API_PATH}/repos/([^/]+)/([^/]+)$`), { GET: showRepository }],
  [new RegExp(`^${BIGQUERY_PATH}/projects/([^/]+)/queries$`), { POST: postQuery }],
  [new RegExp(`^${BIGQUERY_PATH}/projects/([^/]+)/queries/([^/]+)$`), { GET: showResult }],
  [new RegExp(`^${BIGQUERY_PATH}/projects/([^/]+)/jobs/([^/]+)$`), { GET: showJob }],
  [new RegExp(`^${API_PATH}/repositories/([^/]+)$`), { GET: showRepositoryById }],
];

/** The answer to any request: a HEAD is answered as a GET, whose body is then not sent. */
export function answerTo(site: Site, request: PracticeRequest): Answer {
  const { methods, parts } = placeOf(request.url.pathname);
  if (methods === undefined) return problemAnswer(404, "There is no such page");
  const name = request.method === "HEAD" ? "GET" : request.method;
  const route = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (route !== undefined) return route(site, request, parts);
  return problemAnswer(405, "This page is not asked for in this way", {
    allow: Object.keys(methods).join(", "),
  });
}

interface Place {
  readonly methods: Methods | undefined;
  readonly parts: readonly string[];
}

function placeOf(pathname: string): Place {
  if (Object.hasOwn(ROUTES, pathname)) return { methods: ROUTES[pathname], parts: [] };
  for (const [pattern, methods] of PATTERNS) {
    const found = pattern.exec(pathname);
    if (found !== null) return { methods, parts: found.slice(1) };
  }
  return { methods: undefined, parts: [] };
}
