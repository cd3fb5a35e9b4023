import type { Random } from "../census/clock.js";
import type { Rest } from "../census/outcome.js";
import type { Pace } from "../census/pace.js";
import type { RetryPolicy } from "./retry-policy.js";

/** Longest time that a date is reckoned from, in ms: what a service tells can be any number. */
const YEAR_MS = 366 * 86_400_000;

/** The wait between two askings, in ms: anywhere between the ends of the pace. */
export function pauseMs({ lowMs, highMs }: Pace, random: Random): number {
  return Math.round(lowMs + random() * (highMs - lowMs));
}

/**
 * The wait before asking again what failed, in ms: doubled with each failure up to the longest, and of that a random
 * part between half and all, so that two who failed together do not come back together.
 *
 * Input: failures: how often it has failed so far, from 1
 */
export function backOffMs(failures: number, policy: RetryPolicy, random: Random): number {
  const whole = Math.min(policy.longestBackOffMs, policy.backOffMs * 2 ** (failures - 1));
  return Math.round(whole * (0.5 + random() / 2));
}

/**
 * How long to rest, in ms: as told, else doubled with each rest up to the longest. What is told has a floor, which
 * doubles too: a service whose clock is behind tells a time that is over.
 *
 * Input: rests: how many there were in a row, this one included
 */
export function restMs({ toldMs }: Rest, rests: number, policy: RetryPolicy): number {
  const doubled = (ms: number): number => Math.min(policy.longestRestMs, ms * 2 ** (rests - 1));
  if (toldMs === undefined || !(toldMs >= 0)) return doubled(policy.restMs);
  return Math.min(Math.max(Math.ceil(toldMs), doubled(policy.shortestRestMs)), YEAR_MS);
}
