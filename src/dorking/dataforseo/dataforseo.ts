import type { CountSource } from "../../census/count-source.js";
import type { SearchedText } from "../../census/page-search.js";
import type { Secret } from "../../config/secret.js";
import type { Send } from "../ask-pages.js";
import { maybeLengthRefusal } from "../length-refusal.js";
import { type PageSourceOptions, pageSource } from "../page-source.js";
import { scrapedCaveat } from "../scraped-caveat.js";
import { parseDataforseoAnswer } from "./parse-dataforseo-answer.js";

export interface DataforseoOptions extends PageSourceOptions {
  readonly login: string;
  readonly password: Secret;
}

const PATH = "/v3/serp/google/organic/live/advanced";

/** Longest text that DataForSEO takes, in characters as they are sent. Source: its reference */
const LONGEST_TEXT = 700;

/** The United States, in English: the page that Google shows to most. */
const PLACE = { location_code: 2840, language_code: "en" };

/**
 * DataForSEO, which asks Google's page and passes on what stands there.
 *
 * Source: DataForSEO's reference of Live Google Organic SERP Advanced
 */
export function dataforseo(options: DataforseoOptions): CountSource<SearchedText> {
  const { url, login, password } = options;
  const credentials = `${login}:${password.reveal()}`;
  return pageSource(
    {
      name: "dataforseo",
      calledName: "DataForSEO",
      account: "login and password",
      versions: { "DataForSEO API": "v3" },
      caveat: scrapedCaveat("DataForSEO"),
      secrets: [credentials, login, password.reveal()],
      addressOf: (text) => `${url}${PATH}?keyword=${encodeURIComponent(text)}`,
      maybeRefusal: (text) => maybeLengthRefusal(keywordOf(text), LONGEST_TEXT, "DataForSEO"),
      ask: (text, send) => send(`${url}${PATH}`, requestOf(text, credentials)),
      parse: parseDataforseoAnswer,
    },
    options,
  );
}

function requestOf(text: string, credentials: string): Parameters<Send>[1] {
  return {
    method: "POST",
    headers: {
      accept: "application/json",
      authorization: `Basic ${Buffer.from(credentials).toString("base64")}`,
      "content-type": "application/json",
      "user-agent": "tracker-census",
    },
    body: JSON.stringify([{ keyword: keywordOf(text), ...PLACE, depth: 10 }]),
  };
}

/** DataForSEO reads a plus as a blank, and a per cent sign as the beginning of a sign. */
function keywordOf(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("+", "%2B");
}
