import type { Clock } from "../census/clock.js";
import type { CountSource } from "../census/count-source.js";
import type { Asking, Outcome } from "../census/outcome.js";
import type { SearchedText } from "../census/page-search.js";
import type { Cost } from "../http/fetch-answer.js";
import { askPages, type PageReading, type PageService } from "./ask-pages.js";

/** What every source of pages is made from, beside what it is let in by. */
export interface PageSourceOptions {
  /** Root of the service's interface, without a slash at the end. */
  readonly url: string;
  /** What results call the service; the address where absent. */
  readonly service?: string;
  readonly clock: Clock;
  /** That of the platform where absent. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long the request may take; 60 s where absent. */
  readonly timeoutMs?: number;
}

/** What a source of pages says of itself, and the service behind it. */
export interface PageSourceParts
  extends PageService,
    Pick<CountSource, "name" | "account" | "versions" | "caveat"> {
  /** For a person: never with what the source is let in by. */
  addressOf(text: string): string;
  maybeRefusal(text: string): string | undefined;
}

const LONGEST_REQUEST_MS = 60_000;

/** A source of numbers of pages: one request a text. */
export function pageSource(parts: PageSourceParts, options: PageSourceOptions): CountSource<SearchedText> {
  const { name, account, versions, caveat } = parts;
  return {
    name,
    service: options.service ?? options.url,
    account,
    versions,
    ...(caveat !== undefined && { caveat }),
    textOf: ({ text }) => text,
    addressOf: ({ text }) => parts.addressOf(text),
    maybeRefusal: ({ text }) => parts.maybeRefusal(text),
    requestsFor: () => 1,
    count: ({ text }, signal) => count({ text, signal }, parts, options),
    close: async () => {},
  };
}

/** One asking, while it lasts. */
interface Ongoing {
  readonly text: string;
  readonly signal: AbortSignal;
  readonly cost: Cost;
}

async function count(
  { text, signal }: Omit<Ongoing, "cost">,
  parts: PageSourceParts,
  options: PageSourceOptions,
): Promise<Outcome> {
  const { clock } = options;
  const began = clock.now();
  const cost: Cost = { requests: 0, bytes: 0 };
  const reading = await read({ text, signal, cost }, parts, options);
  const asking: Asking = {
    ...cost,
    text,
    address: parts.addressOf(text),
    time: began.toISOString(),
    tookMs: clock.now().getTime() - began.getTime(),
  };
  return { ...reading, ...asking };
}

async function read(
  { text, signal, cost }: Ongoing,
  parts: PageSourceParts,
  { clock, fetch = globalThis.fetch, timeoutMs = LONGEST_REQUEST_MS }: PageSourceOptions,
): Promise<PageReading> {
  const reason = parts.maybeRefusal(text);
  if (reason !== undefined) return { kind: "failed", reason, mayHelpToAskAgain: false };
  try {
    return await askPages(text, parts, { clock, fetch, timeoutMs, signal, cost });
  } catch (error) {
    if (signal.aborted) throw new DOMException("The asking was stopped.", "AbortError");
    throw error;
  }
}
