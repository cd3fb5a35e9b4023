/** Why something cannot be read, without its full stop. Messages of the system repeat the path; its code does not. */
export function unreadableReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `it cannot be read: ${code !== undefined && /^E[A-Z]+$/.test(code) ? code : sayable(message)}`;
}

function sayable(message: unknown): string {
  return String(message).replaceAll(/\s+/g, " ").replace(/\.$/, "").slice(0, 200);
}
