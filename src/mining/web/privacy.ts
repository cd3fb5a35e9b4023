import { PRACTICE } from "../../census/practice.js";
import type { Privacy } from "./failure-page.js";
import type { SavedCookie } from "./saved-session.js";
import type { WebCredentials } from "./way-in.js";

/** The cookie that holds the name of the account. Source: GitHub's page on its cookies. */
const NAME_COOKIE = "dotcom_user";

/** Values of cookies that are shorter hold settings, such as "yes". */
const SHORTEST_SECRET = 8;

export interface PrivacyOptions {
  readonly credentials: WebCredentials;
  readonly cookies: readonly SavedCookie[];
  /** Names of the account that the page tells. */
  readonly told: readonly string[];
  /** In practice the account is nobody's. */
  readonly service: string;
}

/** What must not get into anything that is written. */
export function privacyOf({ credentials, cookies, told, service }: PrivacyOptions): Privacy {
  const { username, password, totpSecret, session } = credentials;
  const own = [password, totpSecret, session].flatMap((secret) => secret?.reveal() ?? []);
  const values = cookies
    .filter(({ name, value }) => name !== NAME_COOKIE && value.length >= SHORTEST_SECRET)
    .map(({ value }) => value);
  const named = cookies.filter(({ name }) => name === NAME_COOKIE).map(({ value }) => value);
  const names = [...(username === undefined ? [] : [username]), ...named, ...told];
  const secrets = [...own, ...values].flatMap(asSet);
  return { secrets, ...(service === PRACTICE ? {} : { names: names.flatMap(asSet) }) };
}

/** A cookie holds some characters as an address does, and a page shows them as they are. */
function asSet(value: string): string[] {
  try {
    return [...new Set([value, decodeURIComponent(value)])];
  } catch {
    return [value];
  }
}
