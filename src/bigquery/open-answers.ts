import { createHash } from "node:crypto";
import type { SearchedQuery } from "../census/count-source.js";
import { QuotaError, RateLimitError } from "../census/errors.js";
import { secretBlanker } from "../config/blank-secrets.js";
import type { Cost } from "../http/fetch-answer.js";
import { shortReason } from "../http/kept-words.js";
import { type Access, openAccess } from "./access.js";
import { askBigQuery, type BigQueryRequest } from "./ask-bigquery.js";
import type { BigQueryOptions } from "./bigquery.js";
import type { GitHubTable } from "./github-table.js";
import { type NoResult, NoResultError } from "./no-result-error.js";
import { type Reading, readingOf } from "./reading-of.js";
import { type Result, runStatement } from "./run-statement.js";
import { sqlOfQueries } from "./sql-of-queries.js";
import { maybeSqlRefusal, sqlPattern } from "./sql-pattern.js";

export interface Answers {
  /** Errors: RateLimitError, QuotaError, AbortError; TypeError for a query that was not given with the others */
  answer(query: SearchedQuery, signal: AbortSignal, cost: Cost): Promise<Reading>;
  /** A query's place in the statement. Missing: undefined where it is not in it */
  maybeIndex(query: SearchedQuery): number | undefined;
}

const LONGEST_REQUEST_MS = 60_000;

/** Asks at the first query, and answers all others from the same result. Two queries that mean the same are one. */
export function openAnswers(options: BigQueryOptions & { readonly table: GitHubTable }): Answers {
  const able = options.queries.filter((query) => maybeSqlRefusal(query) === undefined);
  const queries = [...new Map(able.map((query) => [keyOf(query), query])).values()];
  const indexes = new Map(queries.map((query, index) => [keyOf(query), index]));
  const maybeIndex = (query: SearchedQuery) => indexes.get(keyOf(query));
  const ask = openStatement(queries, options);
  let result: Result | undefined;
  return {
    maybeIndex,
    answer: async (query, signal, cost) => {
      const reason = maybeSqlRefusal(query);
      if (reason !== undefined) return { kind: "failed", reason, mayHelpToAskAgain: false };
      const index = maybeIndex(query);
      if (index === undefined) throw new TypeError("BigQuery was not given this query with the others.");
      const came = result ?? (await ask(signal, cost));
      if ("kind" in came) return came;
      result = came;
      return readingOf(came, index, options.table);
    },
  };
}

function keyOf(query: SearchedQuery): string {
  return JSON.stringify(sqlPattern(query));
}

function openStatement(
  queries: readonly SearchedQuery[],
  options: BigQueryOptions & { readonly table: GitHubTable },
) {
  const { url, projectId, table, budgetUsd = 0, kept, clock } = options;
  const { fetch = globalThis.fetch, timeoutMs = LONGEST_REQUEST_MS } = options;
  const statement = sqlOfQueries(queries, table);
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([url, projectId, statement]))
    .digest("hex");
  const { access, secrets } = watched(openAccess(options.credentials), projectId);
  return async (signal: AbortSignal, cost: Cost): Promise<Result | NoResult> => {
    const door = { url, projectId, access, fetch, timeoutMs, signal, cost };
    const ask = (request: BigQueryRequest) => askBigQuery(request, door);
    try {
      return await runStatement({ statement, fingerprint, table, budgetUsd, kept, clock, signal, ask });
    } catch (error) {
      if (signal.aborted) throw new DOMException("The asking was stopped.", "AbortError");
      return withoutSecrets(error, secretBlanker([...secrets]));
    }
  };
}

/** What lets requests in, and all of it that must be in nothing that is kept. */
function watched(access: Access, projectId: string): { access: Access; secrets: ReadonlySet<string> } {
  const secrets = new Set([projectId]);
  return {
    secrets,
    access: async () => {
      const headers = await access();
      secrets.add((headers.authorization ?? "").replace(/^Bearer\s+/i, ""));
      return headers;
    },
  };
}

/** Errors: RateLimitError and QuotaError, in words without secrets; what nobody expects, as it is */
function withoutSecrets(error: unknown, blank: (text: string) => string): NoResult {
  const clean = (reason: string) => shortReason(blank(reason));
  if (error instanceof RateLimitError) {
    throw new RateLimitError({ ...error.rest, reason: clean(error.rest.reason) });
  }
  if (error instanceof QuotaError) throw new QuotaError(clean(error.message), error.until);
  if (!(error instanceof NoResultError)) throw error;
  const { page, ...result } = error.result;
  const reason = clean(result.reason);
  return { ...result, reason, ...(page && { page: { html: blank(page.html) } }) };
}
