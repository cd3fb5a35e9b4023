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
    {
      what: "Files of one's own (exact counts)",
      words: usedWords(settings.corpus !== undefined, {
        name: "corpus",
        toSet: "CENSUS_CORPUS",
        isUsed: source === "corpus",
        beside: "queries",
      }),
    },
    {
      what: "BigQuery (exact counts)",
      words: usedWords(settings.bigQuery.projectId !== undefined, {
        name: "bigquery",
        toSet: "BIGQUERY_PROJECT",
        isUsed: source === "bigquery",
        beside: "queries",
      }),
    },
    ...PAGE_SERVICES.map(({ what, name, isSet, toSet }) => ({
      what,
      words: usedWords(isSet(settings), { name, toSet, isUsed: name === pageSource, beside: "companies" }),
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

interface Used {
  readonly name: SourceName | PageSourceName;
  readonly toSet: string;
  readonly isUsed: boolean;
  /** What stands beside the source in conf.json. */
  readonly beside: "queries" | "companies";
}

function usedWords(isSet: boolean, { name, toSet, isUsed, beside }: Used): string {
  const whoUses = `only "source": "${name}" beside the ${beside} in conf.json`;
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
