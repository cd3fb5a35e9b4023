import { PRACTICE_ENGINE_ID, PRACTICE_GOOGLE_KEY } from "./accounts.js";
import { type Answer, jsonAnswer } from "./answer.js";
import { chosenFields, FieldError } from "./field-mask.js";
import { ANSWER_FIELDS, googleAnswer, LAST_START } from "./google-answer.js";
import { type GoogleFailure, googleFailure } from "./google-failure.js";
import type { PracticeRequest } from "./request.js";
import { SearchError } from "./search-error.js";
import { searchPages } from "./search-pages.js";
import type { Site } from "./site.js";
import { maybeCorrection } from "./spelling.js";

/** Where Google's interface for searches has its only address, under the root of the service. */
export const GOOGLE_PATH = "/customsearch/v1";

const MOST_ITEMS = 10;

/** `GET /customsearch/v1`: the pages that hold what is searched, for who has a key and an engine. */
export function searchGoogle(site: Site, { url }: PracticeRequest): Answer {
  const refused = maybeKeyFailure(site, url.searchParams.get("key") ?? "");
  if (refused !== undefined) return googleFailure(refused);
  const wrong = maybeArgumentFailure(url.searchParams);
  if (wrong !== undefined) return wrong;
  try {
    const answer = search(site, url.searchParams);
    const refusal = site.google.quota.maybeRefusal();
    return refusal === undefined ? jsonAnswer(answer) : googleFailure(refusal);
  } catch (error) {
    if (error instanceof SearchError) {
      return googleFailure("badArgument", { field: "q", description: error.message });
    }
    if (!(error instanceof FieldError)) throw error;
    return googleFailure("badArgument", { field: "fields", description: error.message });
  }
}

/** Keys that are always refused, each in its own way. */
const REFUSED_KEYS: ReadonlyMap<string, GoogleFailure> = new Map([
  ["newproject", "newProject"],
  ["perday", "perDay"],
  ["legacy", "legacy"],
  ["apioff", "apiOff"],
  ["referer", "referer"],
]);

/** The key that is refused once, for a minute that has passed when it comes again. */
const ONCE_REFUSED_KEY = "permin";

function maybeKeyFailure({ google }: Site, key: string): GoogleFailure | undefined {
  if (key === PRACTICE_GOOGLE_KEY) return undefined;
  if (key !== ONCE_REFUSED_KEY) return REFUSED_KEYS.get(key) ?? "badKey";
  const isFirst = !google.refusedOnce.has(key);
  google.refusedOnce.add(key);
  return isFirst ? "perMinute" : undefined;
}

/** What else would narrow a search on Google: to leave it aside would give a wrong number. */
const NARROWING = [
  ..."exactTerms excludeTerms orTerms hq siteSearch siteSearchFilter dateRestrict lr cr".split(" "),
  ..."fileType rights linkSite lowRange highRange searchType sort".split(" "),
];

function maybeArgumentFailure(params: URLSearchParams): Answer | undefined {
  const isRight =
    params.get("cx") === PRACTICE_ENGINE_ID &&
    params.has("q") &&
    numberOf(params, "num", MOST_ITEMS) !== undefined &&
    numberOf(params, "start", LAST_START) !== undefined;
  if (!isRight) return googleFailure("badArgument");
  const field = NARROWING.find((name) => params.has(name));
  if (field === undefined) return undefined;
  return googleFailure("badArgument", { field, description: "Practice does not know this field." });
}

/** A number from 1 to the most allowed; undefined where something else was sent. */
function numberOf(params: URLSearchParams, name: "num" | "start", most: number): number | undefined {
  const text = params.get(name) ?? String(name === "num" ? MOST_ITEMS : 1);
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : undefined;
}

function search(site: Site, params: URLSearchParams): unknown {
  const text = params.get("q") ?? "";
  const begin = site.clock.now().getTime();
  const pages = site.webPages();
  const found = searchPages(pages, text);
  const correction = maybeCorrection(pages, text);
  const num = numberOf(params, "num", MOST_ITEMS) ?? MOST_ITEMS;
  const start = numberOf(params, "start", LAST_START) ?? 1;
  const tookMs = site.clock.now().getTime() - begin;
  const answer = googleAnswer({ text, engine: PRACTICE_ENGINE_ID, start, num, found, correction, tookMs });
  return chosenFields(answer, params.get("fields") ?? "", ANSWER_FIELDS);
}
