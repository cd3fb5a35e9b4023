/**
 * What happens after the right name and password: `signed in` at once, or first a code of an authenticator app, a
 * code from an e-mail (`device`), a puzzle that no program solves (`captcha`); `locked` lets nobody in.
 */
export type SignInStep = "signed in" | "two-factor" | "device" | "captcha" | "locked";

/** Somebody who can sign in. All of it is public: it guards sample files. */
export interface Account {
  readonly username: string;
  readonly password: string;
  /** Base32; asked for where the step is `two-factor`. */
  readonly totpSecret: string;
  readonly step: SignInStep;
}

/** The password of every account here. */
export const PRACTICE_PASSWORD = "sample-files-only";
const TOTP_SECRET = "PRACTICEPRACTICE";

/** The account that a census in practice uses; it is asked for a code, as most are. */
export const PRACTICE_ACCOUNT: Account = {
  username: "practice",
  password: PRACTICE_PASSWORD,
  totpSecret: TOTP_SECRET,
  step: "two-factor",
};

/** One account for each thing that can happen at sign-in. */
export const ACCOUNTS: readonly Account[] = [
  PRACTICE_ACCOUNT,
  { ...PRACTICE_ACCOUNT, username: "plain", step: "signed in" },
  { ...PRACTICE_ACCOUNT, username: "newdevice", step: "device" },
  { ...PRACTICE_ACCOUNT, username: "captcha", step: "captcha" },
  { ...PRACTICE_ACCOUNT, username: "locked", step: "locked" },
];

/** The token that the practice interface for programs takes. */
export const PRACTICE_TOKEN = "practice";

/** The key that the practice search for pages takes, and the engine that it is asked for. */
export const PRACTICE_GOOGLE_KEY = "practice-key";
export const PRACTICE_ENGINE_ID = "practice-engine";

/** The project in which the practice BigQuery runs queries, for who has the token. */
export const PRACTICE_PROJECT = "practice-project";
