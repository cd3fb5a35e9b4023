import { durationText } from "./duration-text.js";
import type { MiningPlan } from "./plan.js";

/** `21 requests, 10 to 30 s apart: 3.3 to 10 min of waiting`. */
export function requestsText({
  requests,
  pace,
  duration,
}: Pick<MiningPlan, "requests" | "pace" | "duration">): string {
  const count = requests === 1 ? "1 request" : `${requests} requests`;
  if (requests === 1 || pace.highMs === 0) return `${count}, without waiting`;
  return `${count}, ${durationText(pace)} apart: ${durationText(duration)} of waiting`;
}
