import { searchAddress } from "../../src/census/search-address.js";
import { searchText } from "../../src/census/search-text.js";
import { makePlan, type Plan } from "../../src/collect/plan.js";
import type { Configuration } from "../../src/config/configuration.js";
import type { Settings } from "../../src/config/settings.js";
import { queryWarnings } from "../../src/mining/lint/query-warnings.js";
import { credentials } from "../../src/sources/credentials.js";

/** The plan for a source that makes two requests a search, and takes every query but "refused". */
export function planOf(configuration: Configuration, settings: Settings, hasKeptSession = false): Plan {
  const asker = {
    textOf: searchText,
    addressOf: (query: Parameters<typeof searchText>[0]) => searchAddress(query, settings.github.url),
    maybeRefusal: ({ query }: { query: string }) => (query === "refused" ? "It cannot be asked." : undefined),
    requestsFor: () => 2,
  };
  const { source } = configuration.mining;
  const set = credentials(settings, { source, hasKeptSession });
  return makePlan({ configuration, settings, asker, credentials: set, warningsOf: queryWarnings });
}
