import type { Count } from "./count.js";
import type { Evidence } from "./evidence.js";

/** Where on the service's answer a number stood. */
export type ReadFrom = "count endpoint" | "page data" | "page text" | "API answer" | "files";

/** One asking of one query: what was sent, where, when, and what it cost. */
export interface Asking {
  /** The search text as it was sent. */
  readonly text: string;
  readonly address: string;
  /** When the asking began: ISO 8601, UTC. */
  readonly time: string;
  /** From the first request to the last answer, in ms. */
  readonly tookMs: number;
  /** Requests that the asking made and bytes that came back, those of the page's own parts included. */
  readonly requests: number;
  readonly bytes: number;
}

/** A page as it was when something went wrong; without secrets, cookies and names of accounts. */
export interface FailurePage {
  readonly html: string;
  /** A PNG; absent where no picture could be taken. */
  readonly screenshot?: Uint8Array;
}

/** The service gave a number. `count.value` is 0 only where the service said 0 and nothing else was wrong. */
export interface Counted extends Asking {
  readonly kind: "counted";
  readonly count: Count;
  /** Every place that was read, the one whose number was taken first. */
  readonly readFrom: readonly ReadFrom[];
  /** What a reader of the number should know, a sentence each: ways that disagree, results that were left out. */
  readonly remarks: readonly string[];
  readonly evidence?: Evidence;
  /** Set where the service answered, yet asked to slow down. */
  readonly rest?: Rest;
  /** The answer says of itself that it is practice, whatever the service is called. */
  readonly isPractice?: true;
}

/** The service answered the query and gave no number: that is no 0, and asking the same again would cost the same again. */
export interface NotGiven extends Asking {
  readonly kind: "not given";
  readonly reason: string;
  readonly evidence?: Evidence;
  readonly isPractice?: true;
}

/** No number, by no fault of the page's form: the run goes on with the next query. */
export interface Failed extends Asking {
  readonly kind: "failed";
  readonly reason: string;
  /** Whether asking the same again can help: yes after a time-out, no where the service does not understand the query. */
  readonly mayHelpToAskAgain: boolean;
  readonly page?: FailurePage;
}

/** The service refuses, or asks the person for something: nothing more is asked of this source. */
export interface Blocked extends Asking {
  readonly kind: "blocked";
  readonly reason: string;
  /** What the person can do, a sentence. */
  readonly advice: string;
  readonly page?: FailurePage;
}

/** The answer is there and the number is not found in it: nothing more is asked of this source. */
export interface Unreadable extends Asking {
  readonly kind: "unreadable";
  readonly reason: string;
  readonly page?: FailurePage;
}

/** How an asking ended. A request to wait is no outcome: the query is asked again ({@link RateLimitError}). */
export type Outcome = Counted | NotGiven | Failed | Blocked | Unreadable;

/** A wish of the service that nobody asks for a while; `toldMs` is how long, where it says so. */
export interface Rest {
  readonly toldMs?: number;
  readonly reason: string;
}
