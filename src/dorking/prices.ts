import type { PageSourceName } from "../census/source-name.js";

interface Price {
  /** US dollars a search, beyond what is free. */
  readonly dollars: number;
  /** Searches that are free on each day. */
  readonly freePerDay: number;
  /** What a person should know of the price, a sentence; when it was read stands in it. */
  readonly note: string;
}

/** What a search costs. Sources: Google's overview of the interface, DataForSEO's and SerpApi's price lists, November 2026. */
export const PRICES: Readonly<Record<PageSourceName, Price>> = {
  "google-cse": {
    dollars: 0.005,
    freePerDay: 100,
    note: "Google answers 100 a day for free, and more only where a quota was bought (5 dollars a thousand, November 2026).",
  },
  serpapi: {
    dollars: 0.025,
    freePerDay: 0,
    note: "SerpApi sells searches by the month, from 25 dollars a thousand (November 2026).",
  },
  dataforseo: {
    dollars: 0.002,
    freePerDay: 0,
    note: "DataForSEO takes 0.2 cents a search, and can take several times that for one with allintitle: (November 2026).",
  },
};
