import type { Clock } from "../census/clock.js";
import type { CountSource } from "../census/count-source.js";
import type { SearchedText } from "../census/page-search.js";
import type { PageSourceName } from "../census/source-name.js";
import type { Settings } from "../config/settings.js";
import { dataforseo } from "../dorking/dataforseo/dataforseo.js";
import { googleCse } from "../dorking/google-cse/google-cse.js";
import { serpapi } from "../dorking/serpapi/serpapi.js";

interface PageSourceKind {
  /** Its address in the settings. */
  urlOf(settings: Settings): string;
  /** Why a census is practice where what it takes is not set: what follows "since". */
  readonly lacking: string;
  /** Undefined where what it takes is not set. */
  maybeMake(settings: Settings, service: string, clock: Clock): CountSource<SearchedText> | undefined;
}

/** Every source of counts of pages that a configuration can name. A new one is a file of its own and an entry here. */
export const PAGE_SOURCE_KINDS: Readonly<Record<PageSourceName, PageSourceKind>> = {
  "google-cse": {
    urlOf: ({ google }) => google.url,
    lacking: "GOOGLE_API_KEY is not set",
    maybeMake: ({ google: { url, apiKey: key, engineId } }, service, clock) =>
      key && engineId ? googleCse({ url, service, key, engineId, clock }) : undefined,
  },
  serpapi: {
    urlOf: ({ serpapi }) => serpapi.url,
    lacking: 'SERPAPI_KEY is not set, which "source": "serpapi" needs',
    maybeMake: ({ serpapi: { url, key } }, service, clock) =>
      key ? serpapi({ url, service, key, clock }) : undefined,
  },
  dataforseo: {
    urlOf: ({ dataforseo }) => dataforseo.url,
    lacking: 'DATAFORSEO_LOGIN is not set, which "source": "dataforseo" needs',
    maybeMake: ({ dataforseo: { url, login, password } }, service, clock) =>
      login && password ? dataforseo({ url, service, login, password, clock }) : undefined,
  },
};
