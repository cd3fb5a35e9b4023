import type { Answer } from "./answer.js";
import { API_PATH, searchCode } from "./api-routes.js";
import { GOOGLE_PATH, searchGoogle } from "./google-routes.js";
import { problemAnswer, showHome, showProfile } from "./plain-routes.js";
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

type Route = (site: Site, request: PracticeRequest) => Answer;

/** Every address that the practice server has, and what answers which method there. */
const ROUTES: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
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

/** The answer to any request: a HEAD is answered as a GET, whose body is then not sent. */
export function answerTo(site: Site, request: PracticeRequest): Answer {
  const { pathname } = request.url;
  const methods = Object.hasOwn(ROUTES, pathname) ? ROUTES[pathname] : undefined;
  if (methods === undefined) return problemAnswer(404, "There is no such page");
  const name = request.method === "HEAD" ? "GET" : request.method;
  const route = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (route !== undefined) return route(site, request);
  return problemAnswer(405, "This page is not asked for in this way", {
    allow: Object.keys(methods).join(", "),
  });
}
