import { type BigQueryOptions, bigquery } from "../../src/bigquery/bigquery.js";
import { memoryStore } from "../../src/bigquery/kept-job.js";
import type { Clock } from "../../src/census/clock.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { Secret } from "../../src/config/secret.js";
import { PRACTICE_PROJECT, PRACTICE_TOKEN } from "../../src/practice/accounts.js";

export const QUERIES = loadConfiguration().mining.queries;

/** A clock on which a wait takes no time, and which keeps what was waited for, in ms. */
export function quickClock(): Clock & { readonly waits: number[] } {
  let now = Date.parse("2026-11-25T12:00:00Z");
  const waits: number[] = [];
  return {
    waits,
    now: () => new Date(now),
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
  };
}

/** The source as it practises, with what a test has otherwise. */
export function sourceAt(url: string, options: Partial<BigQueryOptions> = {}) {
  return bigquery({
    queries: QUERIES,
    url,
    projectId: PRACTICE_PROJECT,
    credentials: { kind: "token", token: new Secret(PRACTICE_TOKEN) },
    kept: memoryStore(),
    clock: quickClock(),
    ...options,
  });
}
