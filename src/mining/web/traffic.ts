import type { CDPSession, HTTPRequest, HTTPResponse, Page } from "puppeteer";
import type { Landing } from "./search-page.js";

/** What a page asked for and got, from when it was opened. */
export interface Traffic {
  /** Requests that left the machine: none from the browser's own store, none for what is not fetched. */
  readonly requests: number;
  /** Bytes that came, heads included. */
  readonly bytes: number;
  /** The answer that the page itself came with, the last one where it was sent on; undefined before any came. */
  readonly landing: Landing | undefined;
  /** How often the page set out for another one. */
  readonly departures: number;
}

/** A page is read by its text: what is only looked at is not fetched. */
const NOT_FETCHED = [
  { resourceType: "Image" },
  { resourceType: "Font" },
  { resourceType: "Media" },
  { urlPattern: "*/favicon*" },
] as const;

interface Meter {
  readonly open: Set<string>;
  requests: number;
  bytes: number;
  landing: Landing | undefined;
  departures: number;
}

/**
 * Counts a page's traffic, and keeps images, fonts and media from being fetched. All else goes on unseen, and is kept
 * in the browser's store as for anybody.
 */
export async function watchTraffic(page: Page): Promise<Traffic> {
  const meter: Meter = { open: new Set(), requests: 0, bytes: 0, landing: undefined, departures: 0 };
  const session = await page.createCDPSession();
  countRequests(session, meter);
  refuseLooks(session);
  page.on("request", (request) => {
    if (isOfPageItself(request, page)) meter.departures += 1;
  });
  page.on("response", (response) => {
    if (isOfPageItself(response.request(), page)) meter.landing = landingOf(response);
  });
  await Promise.all([
    session.send("Network.enable"),
    session.send("Fetch.enable", { patterns: [...NOT_FETCHED] }),
  ]);
  return meter;
}

function countRequests(session: CDPSession, meter: Meter): void {
  session.on("Network.requestWillBeSent", ({ requestId, request, redirectResponse, type }) => {
    if (!/^https?:/.test(request.url) || isNotFetched(request.url, type)) return;
    meter.bytes += redirectResponse?.encodedDataLength ?? 0;
    meter.requests += 1;
    meter.open.add(requestId);
  });
  session.on("Network.requestServedFromCache", ({ requestId }) => forget(meter, requestId));
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.fromDiskCache === true) forget(meter, requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (meter.open.delete(requestId)) meter.bytes += encodedDataLength;
  });
  session.on("Network.loadingFailed", ({ requestId }) => meter.open.delete(requestId));
}

/** Told by itself: the browser says in either order that a request sets out and that it is held back. */
function isNotFetched(url: string, type: string | undefined): boolean {
  return (
    NOT_FETCHED.some((one) => "resourceType" in one && one.resourceType === type) || /\/favicon/.test(url)
  );
}

function forget(meter: Meter, requestId: string): void {
  if (meter.open.delete(requestId)) meter.requests -= 1;
}

function refuseLooks(session: CDPSession): void {
  session.on("Fetch.requestPaused", ({ requestId }) => {
    const refused = session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
    // The page may be gone by now, and with it the request.
    refused.catch(() => undefined);
  });
}

function isOfPageItself(request: HTTPRequest, page: Page): boolean {
  return request.isNavigationRequest() && request.frame() === page.mainFrame();
}

function landingOf(response: HTTPResponse): Landing {
  return {
    url: response.url(),
    status: response.status(),
    retryAfter: response.headers()["retry-after"] ?? null,
  };
}
