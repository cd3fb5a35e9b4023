import type { Clock } from "../census/clock.js";
import type { CountSource } from "../census/count-source.js";
import { ConfigurationError } from "../census/errors.js";
import { GITHUB_API_URL, GITHUB_URL } from "../census/service-addresses.js";
import type { SourceName } from "../census/source-name.js";
import type { GitHubSettings } from "../config/settings.js";
import { githubApi } from "../mining/github-api/github-api.js";
import { launchBrowser } from "../mining/web/browser.js";
import { githubWeb } from "../mining/web/github-web.js";
import type { SessionStore } from "../mining/web/session-store.js";

/** What a source is made from: who asks whom. */
export interface Access {
  readonly github: GitHubSettings;
  /** What results call the service. */
  readonly service: string;
  readonly sessions: SessionStore;
  readonly clock: Clock;
  /** The project's folder. */
  readonly root: string;
}

interface CodeSourceKind {
  /** Whether the person set what it takes to ask the service; without that, a census is practice. */
  isWanted(github: GitHubSettings, hasKeptSession: boolean): boolean;
  /** Whether one signs in to ask it. */
  readonly hasSignIn: boolean;
  /** Why a census is practice where that is not set: what follows "since". */
  readonly lacking: string;
  make(access: Access): CountSource;
}

/** Every source of counts of code that a configuration can name. A new one is a file of its own and an entry here. */
export const CODE_SOURCE_KINDS: Readonly<Record<SourceName, CodeSourceKind>> = {
  "github-web": {
    isWanted: ({ username, session, url }, hasKeptSession) =>
      hasKeptSession || username !== undefined || session !== undefined || url !== GITHUB_URL,
    hasSignIn: true,
    lacking: "no account is set",
    make: ({ github, service, sessions, clock, root }) =>
      githubWeb({
        url: github.url,
        service,
        credentials: github,
        sessions,
        clock,
        launch: () => launchBrowser({ root }),
      }),
  },
  "github-api": {
    isWanted: ({ token, apiUrl }) => token !== undefined || apiUrl !== GITHUB_API_URL,
    hasSignIn: false,
    lacking: 'GITHUB_TOKEN is not set, which "source": "github-api" needs',
    make: ({ github: { apiUrl, token }, service, clock }) => {
      if (token === undefined) throw withoutToken();
      return githubApi({ apiUrl, service, token, clock });
    },
  },
};

function withoutToken(): ConfigurationError {
  const expected = 'a token, since conf.json has "source": "github-api"';
  return new ConfigurationError("The settings cannot be used:", [
    { place: ".env: GITHUB_TOKEN", expected, value: "nothing" },
  ]);
}
