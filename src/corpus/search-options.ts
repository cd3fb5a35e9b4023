import type { MiningQuery } from "../census/query.js";
import { GITHUB_LIMITS, type IndexLimits } from "./index-limits.js";

/** How a corpus is searched. */
export interface SearchOptions {
  /** Default: false, as GitHub's code search. */
  readonly isCaseSensitive?: boolean;
  /** Whether each query is also counted as often as it occurs, which is slow. Default: false. */
  readonly countOccurrences?: boolean;
  /** Whether notebooks are searched as their code cells too, beside their JSON. Default: true. */
  readonly readCells?: boolean;
  /** What would be found through an index with these limits, or with GitHub's (`true`). Default: not asked. */
  readonly limits?: boolean | IndexLimits;
  /** A searched file over so many bytes is skipped, and told. Default: 64 MiB. Minimum: 1. */
  readonly largestFileBytes?: number;
  /** An archive that unpacks to more than so many times its bytes is given up. Default: 200. Minimum: 1. */
  readonly largestRatio?: number;
  /** Below so many unpacked bytes, no ratio is suspicious. Default: 64 MiB. */
  readonly leastSuspiciousBytes?: number;
}

/** Plain data, so that threads can be sent it and hashes made of it. */
export interface Search {
  readonly queries: readonly SearchedText[];
  readonly isCaseSensitive: boolean;
  readonly countOccurrences: boolean;
  readonly readCells: boolean;
  readonly limits: IndexLimits | null;
  readonly largestFileBytes: number;
  readonly largestRatio: number;
  readonly leastSuspiciousBytes: number;
}

/** The part of a query that is looked for. */
export type SearchedText = Pick<MiningQuery, "query" | "extensions">;

const MEBIBYTE = 1_024 * 1_024;

export function searchOf(queries: readonly SearchedText[], options: SearchOptions): Search {
  const { limits = false } = options;
  return {
    queries: queries.map(({ query, extensions }) => ({ query, extensions: [...extensions] })),
    isCaseSensitive: options.isCaseSensitive ?? false,
    countOccurrences: options.countOccurrences ?? false,
    readCells: options.readCells ?? true,
    limits: limits === true ? GITHUB_LIMITS : limits || null,
    largestFileBytes: options.largestFileBytes ?? 64 * MEBIBYTE,
    largestRatio: options.largestRatio ?? 200,
    leastSuspiciousBytes: options.leastSuspiciousBytes ?? 64 * MEBIBYTE,
  };
}
