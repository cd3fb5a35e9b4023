import { SYSTEM_CLOCK } from "../census/clock.js";
import { ACCOUNTS } from "./accounts.js";
import { loadCorpus } from "./corpus.js";
import { QuotaCounter } from "./google-quota.js";
import { HourlyLimit } from "./hourly-limit.js";
import type { PracticeOptions } from "./practice-options.js";
import { sampleRepositories } from "./sample-repositories.js";
import { Sessions } from "./sessions.js";
import type { Site } from "./site.js";
import { loadWebPages } from "./web-pages.js";

/** What the routes of a new practice server share, with the defaults where an option is absent. */
export function openSite(options: PracticeOptions, mail: Site["mail"]): Site {
  const { accounts = ACCOUNTS, clock = SYSTEM_CLOCK, random = Math.random } = options;
  return {
    corpus: options.corpus ?? loadCorpus(),
    accounts,
    sessions: new Sessions({ clock, random }),
    clock,
    payloadShape: options.payloadShape ?? "new",
    webPages: () => options.webPages ?? loadWebPages(),
    google: { quota: new QuotaCounter(options.googleQuota ?? {}, clock), refusedOnce: new Set() },
    bigQuery: { ...options.bigQuery, jobs: new Map() },
    repositories: sampleRepositories,
    repositoryLimit: { counter: new HourlyLimit(clock), most: options.repositoryLimit },
    mail,
  };
}
