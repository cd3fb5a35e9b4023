import type { CountSource } from "../../census/count-source.js";
import type { SearchedText } from "../../census/page-search.js";
import type { Secret } from "../../config/secret.js";
import { maybeLengthRefusal } from "../length-refusal.js";
import { type PageSourceOptions, pageSource } from "../page-source.js";
import { searchAddress } from "../search-address.js";
import { askCse } from "./ask-cse.js";
import { parseCseAnswer } from "./parse-cse-answer.js";
import { maybeSunsetCaveat } from "./sunset-caveat.js";

export interface GoogleCseOptions extends PageSourceOptions {
  readonly key: Secret;
  /** The search engine that is asked, set to search the entire web. */
  readonly engineId: string;
}

/** Longest text that Google takes, in characters. Source: Google's pages on its search */
const LONGEST_TEXT = 2_048;

/**
 * Google's Custom Search JSON API, for as long as it answers.
 *
 * Source: its reference; Google calls its totals estimates
 */
export function googleCse(options: GoogleCseOptions): CountSource<SearchedText> {
  const { url, key, engineId, clock } = options;
  const caveat = maybeSunsetCaveat(clock.now());
  return pageSource(
    {
      name: "google-cse",
      calledName: "Google",
      account: "API key",
      versions: { "Custom Search JSON API": "v1" },
      ...(caveat !== undefined && { caveat }),
      secrets: [key.reveal(), engineId],
      addressOf: (text) => searchAddress(text, url),
      maybeRefusal: (text) => maybeLengthRefusal(text, LONGEST_TEXT, "Google"),
      ask: (text, send) => askCse(text, { url, key, engineId, send }),
      parse: parseCseAnswer,
    },
    options,
  );
}
