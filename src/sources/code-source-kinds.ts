import { bigquery } from "../bigquery/bigquery.js";
import { type KeptStore, memoryStore } from "../bigquery/kept-job.js";
import type { Clock } from "../census/clock.js";
import type { CountSource } from "../census/count-source.js";
import { ConfigurationError } from "../census/errors.js";
import type { MiningQuery } from "../census/query.js";
import { GITHUB_API_URL, GITHUB_URL } from "../census/service-addresses.js";
import type { SourceName } from "../census/source-name.js";
import { Secret } from "../config/secret.js";
import type { Settings } from "../config/settings.js";
import { corpusName } from "../corpus/corpus-name.js";
import { corpus } from "../corpus/corpus-source.js";
import { githubApi } from "../mining/github-api/github-api.js";
import { launchBrowser } from "../mining/web/browser.js";
import { githubWeb } from "../mining/web/github-web.js";
import type { SessionStore } from "../mining/web/session-store.js";
import { PRACTICE_PROJECT } from "../practice/accounts.js";
import { SAMPLE_CORPUS } from "../practice/corpus.js";

/** What a source is made from: who asks whom, and what. */
export interface Access {
  readonly settings: Settings;
  /** What results call the service. */
  readonly service: string;
  readonly isPractice: boolean;
  readonly sessions: SessionStore;
  readonly clock: Clock;
  /** The project's folder. */
  readonly root: string;
  /** All that will be asked: some sources answer everything at once. */
  readonly queries: readonly MiningQuery[];
  /** Where a job that was paid is remembered; not at all where absent. */
  readonly keptJob?: KeptStore;
}

interface CodeSourceKind {
  /** Whether the person set what it takes to ask the service; without that, a census is practice. */
  isWanted(settings: Settings, hasKeptSession: boolean): boolean;
  /** Whether one signs in to ask it. */
  readonly hasSignIn: boolean;
  /** It answers all queries at once: nobody waits between them. */
  readonly isAtOnce: boolean;
  /** Nobody but this machine is asked. */
  readonly isLocal?: true;
  /** Why a census is practice where that is not set: what follows "since". */
  readonly lacking: string;
  /** What results call the service that the settings name. */
  serviceOf(settings: Settings): string;
  make(access: Access): CountSource<MiningQuery>;
}

/** Every source of counts of code that a configuration can name. A new one is a file of its own and an entry here. */
export const CODE_SOURCE_KINDS: Readonly<Record<SourceName, CodeSourceKind>> = {
  "github-web": {
    isWanted: ({ github: { username, session, url } }, hasKeptSession) =>
      hasKeptSession || username !== undefined || session !== undefined || url !== GITHUB_URL,
    hasSignIn: true,
    isAtOnce: false,
    lacking: "no account is set",
    serviceOf: ({ github }) => github.url,
    make: ({ settings: { github }, service, sessions, clock, root }) =>
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
    isWanted: ({ github: { token, apiUrl } }) => token !== undefined || apiUrl !== GITHUB_API_URL,
    hasSignIn: false,
    isAtOnce: false,
    lacking: 'GITHUB_TOKEN is not set, which "source": "github-api" needs',
    serviceOf: ({ github }) => github.apiUrl,
    make: ({ settings: { github }, service, isPractice, clock }) => {
      const token = github.token ?? (isPractice ? new Secret("") : undefined);
      if (token === undefined) throw withoutToken();
      return githubApi({ apiUrl: github.apiUrl, service, token, clock });
    },
  },
  corpus: {
    isWanted: (settings) => settings.corpus !== undefined,
    hasSignIn: false,
    isAtOnce: true,
    isLocal: true,
    lacking: 'CENSUS_CORPUS is not set, which "source": "corpus" needs',
    serviceOf: ({ corpus: place }) => corpusName([place ?? SAMPLE_CORPUS]),
    make: ({ settings, service, isPractice, clock, queries }) => {
      const places = [isPractice ? SAMPLE_CORPUS : (settings.corpus ?? SAMPLE_CORPUS)];
      return corpus({ places, queries, clock, service, ...(isPractice && { isPractice: true }) });
    },
  },
  bigquery: {
    isWanted: ({ bigQuery }) => bigQuery.projectId !== undefined,
    hasSignIn: false,
    isAtOnce: true,
    lacking: 'BIGQUERY_PROJECT is not set, which "source": "bigquery" needs',
    serviceOf: ({ bigQuery }) => bigQuery.url,
    make: ({ settings: { bigQuery }, service, isPractice, clock, queries, keptJob = memoryStore() }) => {
      const { url, projectId = PRACTICE_PROJECT, credentialsPath: path, budgetUsd, table } = bigQuery;
      const own = path === undefined ? ({ kind: "default" } as const) : ({ kind: "file", path } as const);
      const credentials = isPractice ? ({ kind: "token", token: new Secret("practice") } as const) : own;
      return bigquery({
        queries,
        url,
        service,
        projectId,
        credentials,
        table,
        budgetUsd,
        kept: keptJob,
        clock,
      });
    },
  },
};

function withoutToken(): ConfigurationError {
  const expected = 'a token, since conf.json has "source": "github-api"';
  return new ConfigurationError("The settings cannot be used:", [
    { place: ".env: GITHUB_TOKEN", expected, value: "nothing" },
  ]);
}
