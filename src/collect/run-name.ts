/** The name of a run that the person does not name: the day on which it begins, in UTC. */
export function defaultRunName(now: Date): string {
  return now.toISOString().slice(0, "2026-01-31".length);
}
