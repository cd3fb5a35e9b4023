import type { Settings } from "../config/settings.js";

/** Whether one of the services may be asked, in words; never a value. */
export interface Credential {
  readonly what: string;
  readonly isSet: boolean;
  /** What is set, or what to set. */
  readonly words: string;
}

/** What is set and what is missing to collect. */
export function credentials({ github, google }: Settings): readonly Credential[] {
  return [
    {
      what: "GitHub sign-in (mining)",
      isSet: github.username !== undefined || github.session !== undefined,
      words: signInWords(github),
    },
    {
      what: "GitHub token (interface for programs)",
      isSet: github.token !== undefined,
      words: github.token ? "set" : "not set: put GITHUB_TOKEN into .env; the plan above needs none",
    },
    {
      what: "Google search (dorking)",
      isSet: google.apiKey !== undefined,
      words: google.apiKey ? "set" : "not set: put GOOGLE_API_KEY and GOOGLE_CSE_ID into .env",
    },
  ];
}

function signInWords({ username, session, totpSecret }: Settings["github"]): string {
  const ways = [
    ...(session ? ["a session"] : []),
    ...(username ? [totpSecret ? "a user, a password and one-time codes" : "a user and a password"] : []),
  ];
  return ways.length > 0
    ? `set: ${ways.join("; ")}`
    : "not set: put GH_USERNAME and GH_PASSWORD into .env, with GH_TOTP_SECRET where the account asks for a code";
}
