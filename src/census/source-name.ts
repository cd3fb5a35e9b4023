/** The count sources that a configuration can name; the first is the default. */
export const SOURCE_NAMES = ["github-web", "github-api"] as const;

export type SourceName = (typeof SOURCE_NAMES)[number];
