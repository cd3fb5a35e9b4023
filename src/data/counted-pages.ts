import type { Count } from "../census/count.js";
import type { Correction, FoundPage } from "../census/evidence.js";
import type { PageFields } from "../census/page-search.js";

/** One answer to a search for pages. */
export interface PageReading {
  readonly repeat: number;
  readonly count: Count;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The first results, in the service's order. */
  readonly pages: readonly FoundPage[];
  readonly correction?: Correction | undefined;
}

/** A search for pages and how many it found. */
export interface CountedPages extends PageFields {
  /** As it was sent. */
  readonly search: string;
  readonly count: Count;
  /** Who asked, such as `google-cse`; absent where the file does not say. */
  readonly source?: string | undefined;
  /** When it was last asked, ISO 8601 in UTC; absent where the file does not say. */
  readonly time?: string | undefined;
  readonly readings: readonly PageReading[];
  /** Sample pages were searched, not Google. */
  readonly isPractice: boolean;
}
