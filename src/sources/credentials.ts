import type { PageSourceName, SourceName } from "../census/source-name.js";
import type { Credential } from "../collect/plan.js";
import type { Settings } from "../config/settings.js";

export interface CredentialOptions {
  /** The source that the configuration names. */
  readonly source: SourceName;
  /** Likewise for pages; absent where no company is searched. */
  readonly pageSource?: PageSourceName;
  /** Whether a sign-in of before is kept. */
  readonly hasKeptSession: boolean;
}

/** What is set and what is missing to collect. */
export function credentials(
  settings: Settings,
  { source, pageSource, hasKeptSession }: CredentialOptions,
): readonly Credential[] {
  const { github } = settings;
  return [
    {
      what: "GitHub sign-in (mining)",
      words: signInWords(github, hasKeptSession),
    },
    {
      what: "GitHub token (interface for programs)",
      words: tokenWords(github, source),
    },
    ...PAGE_SERVICES.map(({ what, name, isSet, toSet }) => ({
      what,
      words: usedWords(isSet(settings), { name, toSet, isUsed: name === pageSource }),
    })),
  ];
}

interface PageService {
  readonly what: string;
  readonly name: PageSourceName;
  readonly isSet: (settings: Settings) => boolean;
  readonly toSet: string;
}

const PAGE_SERVICES: readonly PageService[] = [
  {
    what: "Google's Custom Search (dorking)",
    name: "google-cse",
    isSet: ({ google }) => google.apiKey !== undefined,
    toSet: "GOOGLE_API_KEY and GOOGLE_CSE_ID",
  },
  {
    what: "SerpApi (dorking)",
    name: "serpapi",
    isSet: ({ serpapi }) => serpapi.key !== undefined,
    toSet: "SERPAPI_KEY",
  },
  {
    what: "DataForSEO (dorking)",
    name: "dataforseo",
    isSet: ({ dataforseo }) => dataforseo.login !== undefined,
    toSet: "DATAFORSEO_LOGIN and DATAFORSEO_PASSWORD",
  },
];

function usedWords(
  isSet: boolean,
  { name, toSet, isUsed }: { name: PageSourceName; toSet: string; isUsed: boolean },
): string {
  const whoUses = `only "source": "${name}" beside the companies in conf.json`;
  if (isSet) return isUsed ? "set" : `set, but not used: ${whoUses} asks with it`;
  return `not set: put ${toSet} into .env${isUsed ? "" : `; ${whoUses} needs it`}`;
}

function tokenWords({ token }: Settings["github"], source: SourceName): string {
  if (token === undefined) {
    return 'not set: put GITHUB_TOKEN into .env; "source": "github-api" in conf.json needs it, and with it GitHub answers more about repositories';
  }
  return source === "github-api" ? "set" : "set: GitHub is asked for stars with it, and not for code";
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
