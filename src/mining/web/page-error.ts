/** A page could not be loaded or read: its network, its time, its process. The message is for the person. */
export class PageError extends Error {
  override readonly name = "PageError";
}

export function abortError(): DOMException {
  return new DOMException("The asking was stopped.", "AbortError");
}

const REASONS: Readonly<Record<string, string>> = {
  ERR_CONNECTION_REFUSED: "Nothing answers at",
  ERR_ADDRESS_UNREACHABLE: "No way leads to",
  ERR_INTERNET_DISCONNECTED: "This machine is not connected to the internet, so it does not reach",
  ERR_NAME_NOT_RESOLVED: "The name is not known of",
  ERR_CONNECTION_RESET: "The connection broke to",
  ERR_CONNECTION_CLOSED: "The connection broke to",
  ERR_EMPTY_RESPONSE: "No answer came from",
  ERR_CONNECTION_TIMED_OUT: "No connection could be made in time to",
  ERR_TIMED_OUT: "No connection could be made in time to",
  ERR_TOO_MANY_REDIRECTS: "An endless chain of redirections came from",
};

/** What went wrong with a page, for a person. Of the browser's own words only a network error's name is kept. */
export function pageErrorOf(error: unknown, siteUrl: string): PageError {
  if (error instanceof PageError) return error;
  const message = error instanceof Error ? error.message : "";
  const name = /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1];
  if (name === undefined) return new PageError("The page went away while it was read.");
  const reason =
    REASONS[name] ?? (name.startsWith("ERR_CERT_") ? "The certificate is not valid of" : undefined);
  return new PageError(`${reason ?? "The page could not be loaded from"} ${siteUrl} (${name}).`);
}
