import type { Pace } from "../../src/census/pace.js";
import type { MiningQuery } from "../../src/census/query.js";
import { searchAddress } from "../../src/census/search-address.js";
import { searchText } from "../../src/census/search-text.js";
import { type Plan, planOf } from "../../src/collect/plan.js";
import { queryWarnings } from "../../src/mining/lint/query-warnings.js";

/** The plan for a source that makes two requests a search, and takes every query but "refused". */
export function codePlanOf(
  queries: readonly MiningQuery[],
  { pace = { lowMs: 1_000, highMs: 2_000 }, repeats = 1 }: { pace?: Pace; repeats?: number } = {},
): Plan<MiningQuery> {
  const asker = {
    textOf: searchText,
    addressOf: (query: Parameters<typeof searchText>[0]) => searchAddress(query),
    maybeRefusal: ({ query }: { query: string }) => (query === "refused" ? "It cannot be asked." : undefined),
    requestsFor: () => 2,
  };
  return planOf<MiningQuery>({ queries, asker, pace, repeats, warningsOf: queryWarnings });
}
