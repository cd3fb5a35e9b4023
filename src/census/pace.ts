/** How long a collector waits between two requests: each wait is drawn at random between the two ends. */
export interface Pace {
  readonly lowMs: number;
  readonly highMs: number;
}

/** A pace or its absence in words, for messages. */
export const PACE_EXPECTED =
  'seconds between two requests, 0 to 3600: a range such as "10-30", or one number such as "10"';

/** The form of a written pace; that its ends are in order and in bounds is checked apart. */
export const PACE_FORM = /^\s*\d+(?:\.\d+)?\s*(?:[-–]\s*\d+(?:\.\d+)?\s*)?$/;

/** Longer waits are almost surely milliseconds taken for seconds. */
export const LONGEST_WAIT_SECONDS = 3_600;

/**
 * The pace that a person wrote, or undefined where it is none.
 *
 * Input: seconds: a number, or a text such as `10-30` (with a hyphen or an en dash), `0.5-1.5`, `0`
 */
export function maybePace(written: string | number): Pace | undefined {
  const text = String(written);
  if (!PACE_FORM.test(text)) return undefined;
  const [low = Number.NaN, high = low] = text.split(/[-–]/).map(Number);
  if (low > high || high > LONGEST_WAIT_SECONDS) return undefined;
  return { lowMs: low * 1_000, highMs: high * 1_000 };
}

/** The shortest and the longest time, in ms. */
export interface Duration {
  readonly lowMs: number;
  readonly highMs: number;
}

/** How long so many requests wait in all. The waits lie between requests: one request waits for nothing. */
export function waitingTime(requests: number, pace: Pace): Duration {
  const waits = Math.max(0, requests - 1);
  return { lowMs: waits * pace.lowMs, highMs: waits * pace.highMs };
}
