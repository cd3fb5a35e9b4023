import { maybePace, PACE_EXPECTED } from "../census/pace.js";

/** One variable that sets something, in `.env` or in the process. */
export interface Variable {
  readonly name: string;
  /** Its value is never shown. */
  readonly isSecret: boolean;
  readonly expected: string;
  readonly isValid: (value: string) => boolean;
}

const isOneWord = (value: string) => /^\S+$/.test(value);
const isAnything = () => true;

/**
 * A server's root. A password goes there, so only this machine may be spoken to without encryption, and an address
 * with a user, a question mark or a fragment is no root.
 */
function isServerAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  const isOnThisMachine = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  const isPrivate = protocol === "https:" || (protocol === "http:" && isOnThisMachine);
  return isPrivate && username === "" && password === "" && search === "" && hash === "";
}

const ADDRESS = "an address that begins with https:// (http:// on this machine only), without user, ? or #";

/** Base32 as services show it: in groups or not, in any letter case, at least 80 bits. */
function isBase32(value: string): boolean {
  return /^[A-Z2-7]{16,}=*$/.test(plainBase32(value));
}

export function plainBase32(value: string): string {
  return value.replaceAll(/[\s-]/g, "").toUpperCase();
}

/** Every variable that the project knows, in the order of `.env.example`. */
export const VARIABLES = [
  {
    name: "GH_USERNAME",
    isSecret: false,
    expected: "a GitHub user name or e-mail address",
    isValid: isOneWord,
  },
  { name: "GH_PASSWORD", isSecret: true, expected: "a password", isValid: isAnything },
  {
    name: "GH_TOTP_SECRET",
    isSecret: true,
    expected: "a key of at least 16 letters A-Z and digits 2-7 (base32), not a code of six digits",
    isValid: isBase32,
  },
  { name: "GH_SESSION", isSecret: true, expected: "a cookie's value, without spaces", isValid: isOneWord },
  { name: "GITHUB_TOKEN", isSecret: true, expected: "a token, without spaces", isValid: isOneWord },
  { name: "GITHUB_URL", isSecret: false, expected: ADDRESS, isValid: isServerAddress },
  { name: "GITHUB_API_URL", isSecret: false, expected: ADDRESS, isValid: isServerAddress },
  { name: "GOOGLE_API_KEY", isSecret: true, expected: "a key, without spaces", isValid: isOneWord },
  {
    name: "GOOGLE_CSE_ID",
    isSecret: false,
    expected: "a search engine's id, without spaces",
    isValid: isOneWord,
  },
  {
    name: "CENSUS_PACE_SECONDS",
    isSecret: false,
    expected: `${PACE_EXPECTED}, the smaller one first`,
    isValid: (value: string) => maybePace(value) !== undefined,
  },
  {
    name: "CENSUS_RUN",
    isSecret: false,
    expected:
      "a folder name of at most 64 letters, digits, dots, - and _, that begins with a letter or digit and does not end with a dot",
    isValid: (value: string) => /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/.test(value),
  },
  {
    name: "PUPPETEER_EXECUTABLE_PATH",
    isSecret: false,
    expected: "the path of a Chrome or Chromium",
    isValid: isAnything,
  },
] as const satisfies readonly Variable[];

export type VariableName = (typeof VARIABLES)[number]["name"];
