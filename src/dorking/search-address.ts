import { GOOGLE_API_URL } from "../census/service-addresses.js";

/** The address that Google's search API answers a text at, without the key and the engine, which are added when it is asked. */
export function searchAddress(text: string, apiUrl: string = GOOGLE_API_URL): string {
  return `${apiUrl}/customsearch/v1?q=${encodeURIComponent(text)}`;
}
