import type { Pace } from "../census/pace.js";
import type { MiningQuery } from "../census/query.js";
import type { SourceName } from "../census/source-name.js";

export interface Company {
  readonly name: string;
  readonly ownTool?: string;
}

export interface SearchedTool {
  readonly name: string;
  /** The names to search, at least one. */
  readonly search: readonly string[];
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
  readonly pace: Pace;
}

/** What the census asks: conf.json, checked. `dorking` is absent where only code is searched. */
export interface Configuration {
  readonly mining: MiningConfiguration;
  readonly dorking?: DorkingConfiguration;
}

/** The study waited 5 to 15 s before a page and as long after it. Source: study 2025. */
export const MINING_PACE: Pace = { lowMs: 10_000, highMs: 30_000 };

/** An interface for programs, with a quota of its own: just not all at once. */
export const DORKING_PACE: Pace = { lowMs: 1_000, highMs: 2_000 };
