const SEARCH_API = "https://customsearch.googleapis.com/customsearch/v1";

/** The address that Google's search API answers a text at, without the key and the engine, which are added when it is asked. */
export function searchAddress(text: string): string {
  return `${SEARCH_API}?q=${encodeURIComponent(text)}`;
}
