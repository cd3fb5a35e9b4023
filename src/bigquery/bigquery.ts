import type { Clock } from "../census/clock.js";
import type { CountSource, SearchedQuery } from "../census/count-source.js";
import type { Cost } from "../http/fetch-answer.js";
import type { BigQueryCredentials } from "./access.js";
import { DATA_SET, GITHUB_TABLES, type GitHubTable } from "./github-table.js";
import type { KeptStore } from "./kept-job.js";
import { openAnswers } from "./open-answers.js";
import { maybeSqlRefusal, sqlPattern } from "./sql-pattern.js";

export interface BigQueryOptions {
  /** Every query that will be counted: one statement answers them all. */
  readonly queries: readonly SearchedQuery[];
  /** Root of the interface, without a slash at the end. */
  readonly url: string;
  /** What results call the service; the address where absent. */
  readonly service?: string;
  /** The project that runs the query, and pays. */
  readonly projectId: string;
  readonly credentials: BigQueryCredentials;
  /** The sample where absent. */
  readonly table?: GitHubTable;
  /** What a query that is larger than the month's free TiB may cost. Default: 0. */
  readonly budgetUsd?: number;
  readonly kept: KeptStore;
  readonly clock: Clock;
  /** That of the platform where absent. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long one request may take; 60 s where absent. */
  readonly timeoutMs?: number;
}

const CAVEAT =
  "Numbers of Google's copy of GitHub are exact, and not comparable with those of GitHub's site: they are of other repositories, at another time.";

/** A dry run and the query. */
const LEAST_REQUESTS = 2;

const ACCOUNTS = {
  file: "service account",
  default: "application default credentials",
  token: "token",
} as const;

/**
 * Public code in Google's copy of GitHub, counted by one statement for all queries when the first is asked.
 *
 * Source: Google's reference of BigQuery's interface; the public data set github_repos
 */
export function bigquery(options: BigQueryOptions): CountSource {
  const { url, clock, table = "sample", queries } = options;
  const { contents } = GITHUB_TABLES[table];
  const textOf = (query: SearchedQuery) => sentText(query, contents);
  const address = tableAddress(url, contents);
  const { answer, maybeIndex } = openAnswers({ ...options, table });
  return {
    name: "bigquery",
    service: options.service ?? url,
    account: ACCOUNTS[options.credentials.kind],
    caveat: CAVEAT,
    versions: { "BigQuery API": "v2", [DATA_SET]: `${contents}, February 2023` },
    textOf,
    addressOf: () => address,
    maybeRefusal: maybeSqlRefusal,
    requestsFor: (query) => (queries.length > 0 && maybeIndex(query) === 0 ? LEAST_REQUESTS : 0),
    count: async (query, signal) => {
      const began = clock.now();
      const cost: Cost = { requests: 0, bytes: 0 };
      const reading = await answer(query, signal, cost);
      const tookMs = clock.now().getTime() - began.getTime();
      return { ...reading, ...cost, text: textOf(query), address, time: began.toISOString(), tookMs };
    },
    close: async () => {},
  };
}

/** The two parameters of a query, after the table that they search. */
function sentText(query: SearchedQuery, contents: string): string {
  const { text, path } = sqlPattern(query);
  return `${contents}: text ${text} path ${path}`;
}

/** Where the table is described: the same for everybody, whichever project pays. */
function tableAddress(url: string, contents: string): string {
  const [project, dataSet] = DATA_SET.split(".");
  return `${url}/bigquery/v2/projects/${project}/datasets/${dataSet}/tables/${contents}`;
}
