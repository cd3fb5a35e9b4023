import { durationText } from "./duration-text.js";
import type { Plan } from "./plan.js";

type Asked = Pick<Plan<unknown>, "searches" | "requests" | "pace" | "duration"> & {
  /** Whether somebody signs in first, which takes requests besides. */
  readonly signsIn?: boolean;
};

/** `21 searches (42 requests), 10 to 30 s apart: 3.3 to 10 min of waiting`; `21 requests, …` where each makes one. */
export function requestsText(asked: Asked): string {
  return `${searchesText(asked)}, ${maybeWaitingText(asked) ?? "without waiting"}`;
}

/** `21 searches (42 requests and the sign-in)`. */
export function searchesText({ searches, requests, signsIn }: Asked): string {
  const asked = counted(requests, "request");
  if (signsIn) return `${counted(searches, "search", "searches")} (${asked} and the sign-in)`;
  return searches === requests ? asked : `${counted(searches, "search", "searches")} (${asked})`;
}

/** `10 to 30 s apart: 3.3 to 10 min of waiting`; undefined where there is nothing to wait for. */
export function maybeWaitingText({ searches, pace, duration }: Asked): string | undefined {
  if (searches <= 1 || pace.highMs === 0) return undefined;
  return `${durationText(pace)} apart: ${durationText(duration)} of waiting`;
}

function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
