import { PRACTICE_ENGINE_ID, PRACTICE_GOOGLE_KEY } from "../../src/practice/accounts.js";
import type { Practice } from "../../src/practice/start-practice.js";

/** Asks the search for pages with the practice key and engine; `undefined` takes a field away. */
export function askGoogle(
  { googleUrl }: Practice,
  fields: Readonly<Record<string, string | undefined>>,
): Promise<Response> {
  const all = { key: PRACTICE_GOOGLE_KEY, cx: PRACTICE_ENGINE_ID, ...fields };
  const params = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return fetch(`${googleUrl}/customsearch/v1?${new URLSearchParams(params)}`);
}
