import type { Pace } from "../census/pace.js";
import type { ShownPairs } from "../census/page-search.js";
import type { MiningQuery } from "../census/query.js";
import type { RepositoryQuery } from "../census/repository-query.js";
import type { PageSourceName, SourceName } from "../census/source-name.js";

export interface Company {
  readonly name: string;
  readonly ownTool?: string;
  /** A public tool that it is known to run instead. */
  readonly usedTool?: string;
}

export interface SearchedTool {
  readonly name: string;
  /** The names to search, at least one. */
  readonly search: readonly string[];
  /** Words or phrases that must stand beside it, and those that must not occur. */
  readonly with: readonly string[];
  readonly without: readonly string[];
}

export interface MiningConfiguration {
  readonly queries: readonly MiningQuery[];
  readonly pace: Pace;
  /** How many times each query is counted. */
  readonly repeats: number;
  readonly source: SourceName;
}

export interface DorkingConfiguration {
  readonly companies: readonly Company[];
  readonly tools: readonly SearchedTool[];
  /** Names of several words are searched bare, as the study did. */
  readonly asStudied: boolean;
  /** It is searched first. */
  readonly figures: ShownPairs;
  readonly pace: Pace;
  /** On how many days each search is asked. */
  readonly repeats: number;
  readonly source: PageSourceName;
}

export interface PopularityConfiguration {
  readonly repositories: readonly RepositoryQuery[];
  readonly pace: Pace;
}

/** What the census asks: conf.json, checked. `dorking` and `popularity` are absent where they are not asked for. */
export interface Configuration {
  readonly mining: MiningConfiguration;
  readonly dorking?: DorkingConfiguration;
  readonly popularity?: PopularityConfiguration;
}

/** The study waited 5 to 15 s before a page and as long after it. Source: study 2025. */
export const MINING_PACE: Pace = { lowMs: 10_000, highMs: 30_000 };

/** An interface for programs, with a quota of its own: just not all at once. */
export const DORKING_PACE: Pace = { lowMs: 1_000, highMs: 2_000 };

/** One small answer each, far below GitHub's limit of an hour. */
export const POPULARITY_PACE: Pace = { lowMs: 1_000, highMs: 2_000 };
