/** Whether a path of the site is one of its way in: the form, where it is sent, the steps after it. */
export function isSignInPath(path: string): boolean {
  return /^\/(?:login|session|sessions)(?:\/|$)/.test(path);
}
