import type { Purpose } from "./purpose.js";

/**
 * One question to a code search: in how many files with one of these extensions does this text occur?
 *
 * `query` between slashes is a regular expression, any other a phrase that must occur as it stands.
 */
export interface MiningQuery {
  readonly tool: string;
  readonly query: string;
  /** Without dot or star, as in `py`. */
  readonly extensions: readonly string[];
  readonly purposes: readonly Purpose[];
}
