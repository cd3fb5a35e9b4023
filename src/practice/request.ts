import type { IncomingMessage } from "node:http";

/** A request as the routes see it. */
export interface PracticeRequest {
  readonly method: string;
  readonly url: URL;
  /** By name in small letters; absent where not sent. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The fields of a form that was posted; empty otherwise. */
  readonly form: URLSearchParams;
  /** The body as it was sent. */
  readonly body: string;
}

/** A body of more bytes is no form of ours. */
export const LARGEST_FORM_BYTES = 64 * 1_024;

/** Returns undefined where no address can be made of the request, and "too large" where its body is no form. */
export async function readRequest(
  message: IncomingMessage,
  origin: string,
): Promise<PracticeRequest | "too large" | undefined> {
  const { url: path = "/", method = "GET" } = message;
  if (!path.startsWith("/") || !URL.canParse(`${origin}${path}`)) return undefined;
  const body = await maybeBody(message);
  if (body === undefined) return "too large";
  return {
    method,
    url: new URL(`${origin}${path}`),
    headers: singleHeaders(message),
    cookies: parseCookies(message.headers.cookie ?? ""),
    form: new URLSearchParams(isForm(message) ? body : ""),
    body,
  };
}

function isForm(message: IncomingMessage): boolean {
  return message.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
}

async function maybeBody(message: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of message) {
    bytes += piece.length;
    // What is too large is still read to its end, or the browser would never see the answer.
    if (bytes <= LARGEST_FORM_BYTES) pieces.push(piece);
  }
  return bytes > LARGEST_FORM_BYTES ? undefined : Buffer.concat(pieces).toString("utf8");
}

function singleHeaders(message: IncomingMessage): PracticeRequest["headers"] {
  return Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]),
  );
}

/** The cookies that a browser sent; of two with one name the first, as browsers put the nearer one first. */
function parseCookies(header: string): PracticeRequest["cookies"] {
  const pairs = header.split(";").filter((pair) => pair.includes("="));
  return Object.fromEntries(pairs.reverse().map(parseCookie));
}

function parseCookie(pair: string): [name: string, value: string] {
  const sign = pair.indexOf("=");
  return [pair.slice(0, sign).trim(), pair.slice(sign + 1).trim()];
}
