import type { MiningQuery } from "./query.js";
import { searchText } from "./search-text.js";
import { GITHUB_URL } from "./service-addresses.js";

/** The page of GitHub's code search that answers a query; it shows a count only to somebody signed in. */
export function searchAddress(
  query: Pick<MiningQuery, "query" | "extensions">,
  baseUrl: string = GITHUB_URL,
): string {
  return `${baseUrl}/search?q=${encodeURIComponent(searchText(query))}&type=code`;
}
