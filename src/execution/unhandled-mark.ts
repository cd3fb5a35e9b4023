/** Begins the line with which a kernel tells of a failure that no cell shows; the rest is a JSON string. */
export const UNHANDLED_MARK = "tracker-census unhandled: ";

/** The failures told so in a process's stderr, as the kernel gave them. */
export function unhandledIn(stderr: string): string[] {
  const lines = stderr.split("\n").filter((line) => line.startsWith(UNHANDLED_MARK));
  return lines.map((line) => String(JSON.parse(line.slice(UNHANDLED_MARK.length))));
}
