import { PRACTICE_ACCOUNT, PRACTICE_ENGINE_ID, PRACTICE_GOOGLE_KEY, PRACTICE_PASSWORD } from "./accounts.js";
import { GOOGLE_PATH } from "./google-routes.js";
import type { Practice } from "./start-practice.js";

/**
 * What a person needs to use a practice server that runs: the line for `.env`, and how to look at it in a browser.
 * The password is shown since it is public: it guards sample files.
 */
export function practiceText({
  url,
  googleUrl,
  token,
}: Pick<Practice, "url" | "googleUrl" | "token">): string {
  return `A GitHub for practice is at ${url} (Ctrl-C ends it).
It is not GitHub: it searches the sample files in samples/corpus/, and nothing leaves this machine.

To look at it, open ${url}/login in a browser. The user plain is asked for no code; the password is ${PRACTICE_PASSWORD}
Other users with this password: practice is asked for an app's code (the app's key is ${PRACTICE_ACCOUNT.totpSecret}), newdevice for
a code that appears here, captcha meets a puzzle without a solution, locked is never let in. The token for programs is
${token}

To collect from it, start a collection in another terminal with

  CENSUS_PRACTICE_URL=${url} npm run collect

or put CENSUS_PRACTICE_URL=${url} into .env until you are done with it. To see what a collection does with another
user, such as newdevice, captcha or locked, set it as one would for GitHub; its run goes to data/runs/:

  GITHUB_URL=${url} GH_USERNAME=locked GH_PASSWORD=${PRACTICE_PASSWORD} CENSUS_RUN=locked npm run collect

It also answers as Google's interface for searches does, over the invented pages in samples/pages/, and as GitHub's does
for stars and forks, over samples/repositories.json. For the searches, set

  GOOGLE_API_URL=${googleUrl} GOOGLE_API_KEY=${PRACTICE_GOOGLE_KEY} GOOGLE_CSE_ID=${PRACTICE_ENGINE_ID}

To look at an answer, open
${googleUrl}${GOOGLE_PATH}?key=${PRACTICE_GOOGLE_KEY}&cx=${PRACTICE_ENGINE_ID}&q=allintitle:%20Netflix%20Metaflow
`;
}
