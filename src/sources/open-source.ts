import type { Clock } from "../census/clock.js";
import type { CountSource } from "../census/count-source.js";
import { PRACTICE_ACCOUNT, PRACTICE_TOKEN } from "../practice/accounts.js";
import { type Practice, practiceApiUrl, startPractice } from "../practice/start-practice.js";
import { lockService } from "./lock-service.js";
import type { OpenSource } from "./source-choice.js";

/** What a source needs of a practice server. */
export type PracticeAccess = Pick<
  Practice,
  "url" | "apiUrl" | "googleUrl" | "bigQueryUrl" | "account" | "token" | "close"
>;

/** A real service is asked by one process at a time. Errors: RunError naming the process that asks it now */
export async function openAlone<Query>(asked: {
  source: CountSource<Query>;
  root: string;
  clock: Clock;
}): Promise<OpenSource<Query>> {
  const { source, root, clock } = asked;
  const release = await lockService({ root, url: source.service, clock });
  return { source, close: () => source.close().finally(release) };
}

/** Starts a practice server, or takes the one at an address, and makes the source that asks it. */
export async function openPractice<Query>(
  { practiceUrl, clock }: { practiceUrl: string | undefined; clock: Clock },
  make: (practice: PracticeAccess) => CountSource<Query>,
): Promise<OpenSource<Query>> {
  const practice = practiceUrl === undefined ? await startPractice({ clock }) : runningPractice(practiceUrl);
  const source = make(practice);
  return { source, close: () => source.close().finally(() => practice.close()) };
}

/** One that somebody else started, and will end. */
function runningPractice(url: string): PracticeAccess {
  return {
    url,
    apiUrl: practiceApiUrl(url),
    googleUrl: url,
    bigQueryUrl: url,
    account: PRACTICE_ACCOUNT,
    token: PRACTICE_TOKEN,
    close: async () => {},
  };
}
