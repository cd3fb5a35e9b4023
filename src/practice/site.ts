import type { Clock } from "../census/clock.js";
import type { Account } from "./accounts.js";
import type { BigQueryState } from "./bigquery-state.js";
import type { CorpusFile } from "./corpus.js";
import type { QuotaCounter } from "./google-quota.js";
import type { HourlyLimit } from "./hourly-limit.js";
import type { PracticeRequest } from "./request.js";
import type { SampleRepository } from "./sample-repositories.js";
import type { Sessions } from "./sessions.js";
import type { WebPage } from "./web-pages.js";

/** What the routes of one practice server share. */
export interface Site {
  readonly corpus: readonly CorpusFile[];
  readonly accounts: readonly Account[];
  readonly sessions: Sessions;
  readonly clock: Pick<Clock, "now">;
  /** Which of the two forms the search page's data take. */
  readonly payloadShape: PayloadShape;
  /** The sample web, read when it is first searched. */
  readonly webPages: () => readonly WebPage[];
  readonly google: GoogleState;
  readonly bigQuery: BigQueryState;
  readonly repositories: () => readonly SampleRepository[];
  readonly repositoryLimit: RepositoryLimit;
  /** Brings an e-mail with a code to whoever reads it. */
  readonly mail: (username: string, code: string) => void;
}

/** What the search for pages remembers from one request to the next. */
export interface GoogleState {
  readonly quota: QuotaCounter;
  /** Keys that were refused once and are let in from then on. */
  readonly refusedOnce: Set<string>;
}

/** How many requests for repositories are answered an hour; `most` is undefined where GitHub's own numbers hold. */
export interface RepositoryLimit {
  readonly counter: HourlyLimit;
  readonly most: number | undefined;
}

/** `new`: the route's fields lie under their route's name (since August 2026); `old`: right under `payload`. */
export type PayloadShape = "new" | "old";

/** Name of who sent a request; undefined where nobody is signed in. */
export function maybeUser({ sessions }: Site, { cookies }: PracticeRequest): string | undefined {
  return sessions.maybeUsername(cookies.user_session);
}
