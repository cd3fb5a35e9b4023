/** A time to the minute, rounded up, for a person: `2026-11-03 14:05 UTC`. */
export function timeText(time: Date): string {
  const minute = new Date(Math.ceil(time.getTime() / 60_000) * 60_000);
  return `${minute.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
