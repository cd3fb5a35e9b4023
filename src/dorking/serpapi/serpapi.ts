import type { CountSource } from "../../census/count-source.js";
import type { SearchedText } from "../../census/page-search.js";
import type { Secret } from "../../config/secret.js";
import { type PageSourceOptions, pageSource } from "../page-source.js";
import { scrapedCaveat } from "../scraped-caveat.js";
import { parseSerpapiAnswer } from "./parse-serpapi-answer.js";

export interface SerpapiOptions extends PageSourceOptions {
  readonly key: Secret;
}

/**
 * SerpApi, which asks Google's page and passes on what stands there.
 *
 * Source: SerpApi's pages on its Google Search API
 */
export function serpapi(options: SerpapiOptions): CountSource<SearchedText> {
  const { url, key } = options;
  return pageSource(
    {
      name: "serpapi",
      calledName: "SerpApi",
      account: "API key",
      versions: {},
      caveat: scrapedCaveat("SerpApi"),
      secrets: [key.reveal()],
      addressOf: (text) => addressOf(text, url),
      maybeRefusal: () => undefined,
      ask: (text, send) =>
        send(`${addressOf(text, url)}&api_key=${encodeURIComponent(key.reveal())}`, {
          headers: { accept: "application/json", "user-agent": "tracker-census" },
        }),
      parse: parseSerpapiAnswer,
    },
    options,
  );
}

/** Without the key, which is added when it is asked. */
function addressOf(text: string, url: string): string {
  return `${url}/search.json?engine=google&q=${encodeURIComponent(text)}&num=10`;
}
