import { utcDay } from "../census/utc-day.js";

/** The name of a run that the person does not name: the day on which it begins, in UTC. */
export function defaultRunName(now: Date): string {
  return utcDay(now.toISOString());
}
