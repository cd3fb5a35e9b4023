import type { SourceName } from "../census/source-name.js";
import type { Credential } from "../collect/plan.js";
import type { Settings } from "../config/settings.js";

export interface CredentialOptions {
  /** The source that the configuration names. */
  readonly source: SourceName;
  /** Whether a sign-in of before is kept. */
  readonly hasKeptSession: boolean;
}

/** What is set and what is missing to collect. */
export function credentials(
  { github, google }: Settings,
  { source, hasKeptSession }: CredentialOptions,
): readonly Credential[] {
  return [
    {
      what: "GitHub sign-in (mining)",
      words: signInWords(github, hasKeptSession),
    },
    {
      what: "GitHub token (interface for programs)",
      words: tokenWords(github, source),
    },
    {
      what: "Google search (dorking)",
      words: google.apiKey ? "set" : "not set: put GOOGLE_API_KEY and GOOGLE_CSE_ID into .env",
    },
  ];
}

function tokenWords({ token }: Settings["github"], source: SourceName): string {
  if (token === undefined) {
    return 'not set: put GITHUB_TOKEN into .env; only "source": "github-api" in conf.json needs it';
  }
  return source === "github-api" ? "set" : 'set, but not used: only "source": "github-api" asks with it';
}

function signInWords({ username, session, totpSecret }: Settings["github"], hasKeptSession: boolean): string {
  const ways = [
    ...(hasKeptSession ? ["a sign-in that is kept from before"] : []),
    ...(session ? ["a session"] : []),
    ...(username ? [totpSecret ? "a user, a password and one-time codes" : "a user and a password"] : []),
  ];
  return ways.length > 0
    ? `set: ${ways.join("; ")}`
    : "not set: put GH_USERNAME and GH_PASSWORD into .env, with GH_TOTP_SECRET where the account asks for a code; or GH_SESSION; or sign in by hand (npm run login)";
}
