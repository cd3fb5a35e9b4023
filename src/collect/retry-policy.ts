/** How often and how patiently a collector asks again. Times in ms. */
export interface RetryPolicy {
  /** Askings of one reading before it is given up. Minimum 1. */
  readonly attempts: number;
  /** Wait after the first failure; it doubles with each, up to the longest. */
  readonly backOffMs: number;
  readonly longestBackOffMs: number;
  /** Rest where the service asks for one and does not say how long; it doubles with each, up to the longest. */
  readonly restMs: number;
  readonly longestRestMs: number;
  /** Rest at least where the service tells less; it doubles with each, up to the longest. */
  readonly shortestRestMs: number;
  /** After so many rests in a row, without a number in between, the run stops. */
  readonly rests: number;
  /** After so many readings in a row that were given up, and might have been answered another time, the run stops. */
  readonly givenUp: number;
  /** A rest that the service wants longer than this is not waited for: the run stops. */
  readonly longestToldMs: number;
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

export const RETRY_POLICY: RetryPolicy = {
  attempts: 4,
  backOffMs: 10 * SECOND,
  longestBackOffMs: 300 * SECOND,
  restMs: 60 * SECOND,
  longestRestMs: HOUR,
  shortestRestMs: SECOND,
  rests: 6,
  givenUp: 5,
  longestToldMs: 6 * HOUR,
};
