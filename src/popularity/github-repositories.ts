import type { Clock } from "../census/clock.js";
import type { CountSource } from "../census/count-source.js";
import type { Asking, Outcome } from "../census/outcome.js";
import { REPOSITORY_NAME } from "../census/repository-name.js";
import type { RepositoryQuery } from "../census/repository-query.js";
import type { Secret } from "../config/secret.js";
import type { Cost } from "../http/fetch-answer.js";
import { API_VERSION } from "../mining/github-api/api-access.js";
import { type AskedRepository, type AskRepositoryOptions, askRepository } from "./ask-repository.js";
import type { KeptAnswers } from "./kept-answers.js";

export interface GitHubRepositoriesOptions {
  /** Root of the interface, without a slash at the end. */
  readonly apiUrl: string;
  /** What results call the service. */
  readonly service: string;
  /** GitHub answers 5,000 requests an hour with one, 60 without. */
  readonly token?: Secret;
  readonly clock: Clock;
  readonly kept: KeptAnswers;
  /** That of the platform where absent. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long one asking may take; 30 s where absent. */
  readonly timeoutMs?: number;
}

const LONGEST_ASKING_MS = 30_000;

/**
 * The stars of repositories, as GitHub's REST interface gives them: every digit, and with them forks, age and name of now.
 *
 * Source: GitHub's pages on the REST interface to repositories, on its rate limits and on conditional requests
 */
export function githubRepositories(options: GitHubRepositoriesOptions): CountSource<RepositoryQuery> {
  return {
    name: "github-repositories",
    service: options.service,
    account: options.token ? "token" : "nothing",
    versions: { "GitHub REST API": API_VERSION },
    textOf,
    addressOf: (query) => addressOf(query, options),
    maybeRefusal,
    requestsFor: () => 1,
    count: (query, signal) => count(query, signal, options),
    close: async () => {},
  };
}

function textOf({ repository }: RepositoryQuery): string {
  return `GET /repos/${repository}`;
}

/** The repository's page: beside the interface's root, but for GitHub itself. */
function addressOf({ repository }: RepositoryQuery, { apiUrl }: GitHubRepositoriesOptions): string {
  const { origin, hostname } = new URL(apiUrl);
  return `${hostname === "api.github.com" ? "https://github.com" : origin}/${repository}`;
}

/** Anything else could lead elsewhere on the server. */
function maybeRefusal({ repository }: RepositoryQuery): string | undefined {
  if (REPOSITORY_NAME.test(repository)) return undefined;
  return `"${repository}" is no name of a repository: write it as OWNER/NAME, such as iterative/cml.`;
}

async function count(
  query: RepositoryQuery,
  signal: AbortSignal,
  options: GitHubRepositoriesOptions,
): Promise<Outcome> {
  const began = options.clock.now();
  const cost: Cost = { requests: 0, bytes: 0 };
  const asked = await ask(query, signal, cost, options);
  return outcomeOf(asked, {
    ...cost,
    text: textOf(query),
    address: addressOf(query, options),
    time: began.toISOString(),
    tookMs: options.clock.now().getTime() - began.getTime(),
  });
}

async function ask(
  query: RepositoryQuery,
  signal: AbortSignal,
  cost: Cost,
  { fetch = globalThis.fetch, timeoutMs = LONGEST_ASKING_MS, ...rest }: GitHubRepositoriesOptions,
): Promise<AskedRepository> {
  const reason = maybeRefusal(query);
  if (reason !== undefined) return { reply: { kind: "failed", reason, mayHelpToAskAgain: false } };
  const options: AskRepositoryOptions = { ...rest, fetch, timeoutMs, signal, cost };
  try {
    return await askRepository(query.repository, options);
  } catch (error) {
    if (signal.aborted) throw new DOMException("The asking was stopped.", "AbortError");
    throw error;
  }
}

function outcomeOf({ reply, page, rest }: AskedRepository, asking: Asking): Outcome {
  if (reply.kind !== "counted") return { ...reply, ...asking, ...(page && { page }) };
  const { kind, count, remarks, repository } = reply;
  return {
    kind,
    count,
    readFrom: ["API answer"],
    remarks,
    evidence: { repository },
    ...(rest && { rest }),
    ...asking,
  };
}
