import type { Clock, Random } from "../census/clock.js";
import type { Account } from "./accounts.js";
import type { Answer } from "./answer.js";
import type { BigQueryBehaviour } from "./bigquery-state.js";
import type { CorpusFile } from "./corpus.js";
import type { GoogleQuota } from "./google-quota.js";
import type { PracticeRequest } from "./request.js";
import type { PayloadShape } from "./site.js";
import type { WebPage } from "./web-pages.js";

export interface PracticeOptions {
  /** Default: the sample corpus. */
  readonly corpus?: readonly CorpusFile[];
  /** Default: the sample pages, read when they are first searched. */
  readonly webPages?: readonly WebPage[];
  /** How many searches for pages are answered. Default: any number. */
  readonly googleQuota?: GoogleQuota;
  readonly bigQuery?: BigQueryBehaviour;
  /** Requests for repositories an hour. Default: GitHub's own, 60 without a token and 5,000 with one. */
  readonly repositoryLimit?: number;
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  readonly clock?: Pick<Clock, "now">;
  readonly random?: Random;
  /** The first one is `account`. Default: one for each thing that can happen at sign-in. */
  readonly accounts?: readonly Account[];
  readonly payloadShape?: PayloadShape;
  /** Answers in the server's place where it gives an answer; one that never comes is a server that hangs. */
  readonly intercept?: (request: PracticeRequest) => Answer | undefined | Promise<Answer | undefined>;
  /** False for a server that stands for a real one, in tests: it does not say that it is practice. Default: true. */
  readonly isMarked?: boolean;
  /** Brings the code that an e-mail would bring. */
  readonly mail?: (username: string, code: string) => void;
}
