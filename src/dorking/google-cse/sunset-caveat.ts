const TOLD_FROM = new Date("2026-12-01T00:00:00Z");
const ENDS = new Date("2027-01-01T00:00:00Z");
const DAY_MS = 86_400_000;

/** What to use once Google's interface has ended, a sentence. */
export const ALTERNATIVES =
  'Put "source": "serpapi" or "source": "dataforseo" into conf.json, under dorking.';

/**
 * How long Google's interface for searches still answers, a sentence or two; undefined while that is no concern.
 *
 * Source: Google's overview of the Custom Search JSON API
 */
export function maybeSunsetCaveat(now: Date): string | undefined {
  if (now < TOLD_FROM) return undefined;
  if (now >= ENDS) return `Google ended this interface for everybody on 1 January 2027. ${ALTERNATIVES}`;
  const days = Math.ceil((ENDS.getTime() - now.getTime()) / DAY_MS);
  const left = days === 1 ? "1 more day" : `${days} more days`;
  return `Google answers for ${left}: this interface ends for everybody on 1 January 2027. After that: ${ALTERNATIVES}`;
}
