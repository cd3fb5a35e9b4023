/** The sources of counts of code that a configuration can name; the first is the default. */
export const SOURCE_NAMES = ["github-web", "github-api", "corpus", "bigquery"] as const;

export type SourceName = (typeof SOURCE_NAMES)[number];

/** The sources of counts of pages that a configuration can name; the first is the default. */
export const PAGE_SOURCE_NAMES = ["google-cse", "serpapi", "dataforseo"] as const;

export type PageSourceName = (typeof PAGE_SOURCE_NAMES)[number];
