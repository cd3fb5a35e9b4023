import { maybePace, PACE_EXPECTED } from "../census/pace.js";
import {
  BIGQUERY_URL,
  DATAFORSEO_URL,
  GITHUB_API_URL,
  GITHUB_URL,
  GOOGLE_API_URL,
  SERPAPI_URL,
} from "../census/service-addresses.js";
import { valueText } from "./problem.js";

/** One variable that sets something, in `.env` or in the process. */
export interface Variable {
  readonly name: string;
  readonly expected: string;
  /** What was found in place of what is expected, without anything secret; undefined where the value is right. */
  readonly maybeFault: (value: string) => string | undefined;
}

const HIDDEN = "(not shown)";

const isOneWord = (value: string) => /^\S+$/.test(value);

function shown(isValid: (value: string) => boolean) {
  return (value: string) => (isValid(value) ? undefined : valueText(value));
}

/** For secrets, and for names beside them: who takes one line for another puts a password there. */
function hidden(isValid: (value: string) => boolean) {
  return (value: string) => (isValid(value) ? undefined : `another value ${HIDDEN}`);
}

/**
 * What is wrong with a server's root. A password goes there, so only this machine may be spoken to without
 * encryption, and an address with a user, a question mark or a fragment is no root.
 *
 * No part of the address is ever shown: where it is wrong, nobody can tell which part is a password.
 */
function maybeAddressFault(value: string): string | undefined {
  if (!URL.canParse(value)) return `no address ${HIDDEN}`;
  const { protocol, hostname, username, password } = new URL(value);
  if (!["https:", "http:"].includes(protocol)) {
    return `an address of another kind than https:// and http:// ${HIDDEN}`;
  }
  if (username !== "" || password !== "" || /^[^/]*\/\/[^/]*@/.test(value))
    return `an address with a user or a password ${HIDDEN}`;
  // A bare one is in no part of the address.
  if (/[?#]/.test(value)) return `an address with a ? or # ${HIDDEN}`;
  if (!/^\s*https?:\/\/[^/\s]/i.test(value)) return `no address ${HIDDEN}`;
  return protocol === "https:" || isOnThisMachine(hostname)
    ? undefined
    : `http:// to another machine ${HIDDEN}`;
}

/**
 * A server's root as one writes it: two that lead to one place are one. Input: an address without fault.
 *
 * Returns: scheme, host and path, without a slash at the end
 */
export function plainAddress(value: string): string {
  const { origin, pathname } = new URL(value);
  return `${origin}${pathname}`.replace(/\/+$/, "");
}

function isOnThisMachine(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** A practice server is nobody's but one's own. */
function maybeFarFault(address: string): string | undefined {
  return isOnThisMachine(new URL(address).hostname) ? undefined : `another machine's address ${HIDDEN}`;
}

const ADDRESS = "an address that begins with https:// (http:// on this machine only), without user, ? or #";

/** Google's rule for a project's id; those of a company can have its domain before them. */
function isProjectId(value: string): boolean {
  return /^(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(value);
}

/** Who takes one for the other puts the key itself there. */
function isPath(value: string): boolean {
  return !/[{\r\n]/.test(value);
}

function isFolderName(value: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/.test(value);
}

/** Names of devices, whatever ending they have: a run may be carried there. */
function isTakenByWindows(value: string): boolean {
  return /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i.test(value);
}

/** Base32 as services show it: in groups or not, in any letter case, at least 80 bits. */
function isBase32(value: string): boolean {
  return /^[A-Z2-7]{16,}=*$/.test(plainBase32(value));
}

export function plainBase32(value: string): string {
  return value.replaceAll(/[\s-]/g, "").toUpperCase();
}

/** The cookie's value, also where it was copied with its name and what follows it: `user_session=VALUE;`. */
export function plainSession(value: string): string {
  return value
    .trim()
    .replace(/^user_session=/, "")
    .replace(/;$/, "");
}

/** Every variable that the project knows, in the order of `.env.example`. */
export const VARIABLES = [
  {
    name: "GH_USERNAME",
    expected: "a GitHub user name or e-mail address",
    maybeFault: hidden(isOneWord),
  },
  { name: "GH_PASSWORD", expected: "a password", maybeFault: hidden(() => true) },
  {
    name: "GH_TOTP_SECRET",
    expected: "a key of at least 16 letters A-Z and digits 2-7 (base32), not a code of six digits",
    maybeFault: hidden(isBase32),
  },
  {
    name: "GH_SESSION",
    expected: "the value alone of the cookie user_session, without spaces",
    maybeFault: hidden((value) => /^[^\s;:,"'=\\]+=*$/.test(plainSession(value))),
  },
  { name: "GITHUB_TOKEN", expected: "a token, without spaces", maybeFault: hidden(isOneWord) },
  { name: "GITHUB_URL", expected: `${ADDRESS}, such as ${GITHUB_URL}`, maybeFault: maybeAddressFault },
  {
    name: "GITHUB_API_URL",
    expected: `${ADDRESS}, such as ${GITHUB_API_URL}`,
    maybeFault: maybeAddressFault,
  },
  {
    name: "CENSUS_PRACTICE_URL",
    expected: "an address of this machine that begins with http://, such as http://127.0.0.1:3210",
    maybeFault: (value) => maybeAddressFault(value) ?? maybeFarFault(value),
  },
  { name: "GOOGLE_API_KEY", expected: "a key, without spaces", maybeFault: hidden(isOneWord) },
  {
    name: "GOOGLE_CSE_ID",
    expected: "a search engine's id, without spaces",
    maybeFault: hidden(isOneWord),
  },
  {
    name: "GOOGLE_API_URL",
    expected: `${ADDRESS}, such as ${GOOGLE_API_URL}`,
    maybeFault: maybeAddressFault,
  },
  { name: "SERPAPI_KEY", expected: "a key, without spaces", maybeFault: hidden(isOneWord) },
  { name: "SERPAPI_URL", expected: `${ADDRESS}, such as ${SERPAPI_URL}`, maybeFault: maybeAddressFault },
  { name: "DATAFORSEO_LOGIN", expected: "a login, without spaces", maybeFault: hidden(isOneWord) },
  { name: "DATAFORSEO_PASSWORD", expected: "a password", maybeFault: hidden(() => true) },
  {
    name: "DATAFORSEO_URL",
    expected: `${ADDRESS}, such as ${DATAFORSEO_URL}`,
    maybeFault: maybeAddressFault,
  },
  {
    name: "BIGQUERY_PROJECT",
    expected: "a Google Cloud project's id: 6 to 30 small letters, digits and -, that begins with a letter",
    maybeFault: hidden(isProjectId),
  },
  {
    name: "BIGQUERY_CREDENTIALS",
    expected: "the path of a service account's key file, not what the file holds",
    maybeFault: hidden(isPath),
  },
  {
    name: "BIGQUERY_BUDGET_USD",
    expected: "an amount of US dollars under 100000, such as 17 or 16.90",
    maybeFault: shown((value: string) => /^\d{1,5}(\.\d{1,2})?$/.test(value)),
  },
  {
    name: "BIGQUERY_TABLE",
    expected: "sample or full",
    maybeFault: shown((value: string) => ["sample", "full"].includes(value)),
  },
  {
    name: "BIGQUERY_URL",
    expected: `${ADDRESS}, such as ${BIGQUERY_URL}`,
    maybeFault: maybeAddressFault,
  },
  {
    name: "CENSUS_PACE_SECONDS",
    expected: `${PACE_EXPECTED}, the smaller one first`,
    maybeFault: shown((value: string) => maybePace(value) !== undefined),
  },
  {
    name: "CENSUS_CORPUS",
    expected: "the path of a folder or an archive (.tar, .tar.gz, .zip, .parquet)",
    maybeFault: shown((value: string) => isPath(value)),
  },
  {
    name: "CENSUS_RUN",
    expected:
      "a folder name of at most 64 letters, digits, dots, - and _, that begins with a letter or digit, does not end with a dot and is none that Windows keeps for itself (con, nul, com1)",
    maybeFault: shown((value: string) => isFolderName(value) && !isTakenByWindows(value)),
  },
] as const satisfies readonly Variable[];

export type VariableName = (typeof VARIABLES)[number]["name"];
