import { type FetchOptions, RedirectError } from "../http/fetch-answer.js";

/**
 * A fetch that goes nowhere but below the interface's root: a token goes along.
 *
 * Errors: RedirectError where it would; nothing is sent then, and the request that was counted for it is taken back
 */
export function fetchBelow(
  apiUrl: string,
  { fetch, cost }: Pick<FetchOptions, "fetch" | "cost">,
): typeof globalThis.fetch {
  const root = new URL(apiUrl);
  const path = root.pathname.replace(/\/?$/, "/");
  return async (input, init) => {
    const at = new URL(input instanceof Request ? input.url : input);
    if (at.origin !== root.origin || !at.pathname.startsWith(path)) {
      cost.requests -= 1;
      throw new RedirectError(`${root.origin} sends on out of the interface, to ${at.origin}`);
    }
    return await fetch(input, init);
  };
}
