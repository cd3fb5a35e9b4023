/** Begins the line with which a kernel tells of a failure that no cell shows; the rest is a JSON string. */
export const UNHANDLED_MARK = "tracker-census unhandled: ";

/** The failures told so in a process's stderr, as the kernel gave them. */
export function unhandledIn(stderr: string): string[] {
  const lines = stderr.split("\n").filter((line) => line.startsWith(UNHANDLED_MARK));
  return lines.map((line) => String(JSON.parse(line.slice(UNHANDLED_MARK.length))));
}

/**
 * Whether a failure is that of a kernel's own sockets, at the moment of its end: no cell's fault, and nothing is lost.
 *
 * The second text is ZeroMQ's, which nothing but the kernel uses; Node words the same fault otherwise.
 */
export function isKernelsOwn(text: string): boolean {
  if (text.includes("Socket is closed")) return /tslab[\\/]dist[\\/]jupyter\.js/.test(text);
  return text.startsWith("Error: Socket operation on non-socket");
}
