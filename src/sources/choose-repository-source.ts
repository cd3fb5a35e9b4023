import { PRACTICE } from "../census/practice.js";
import type { RepositoryQuery } from "../census/repository-query.js";
import { GITHUB_API_URL } from "../config/load-settings.js";
import { Secret } from "../config/secret.js";
import { githubRepositories } from "../popularity/github-repositories.js";
import { fileAnswers, memoryAnswers } from "../popularity/kept-answers.js";
import { isPracticeOnly, type SourceWish } from "./choose-code-source.js";
import { openAlone, openPractice } from "./open-source.js";
import type { SourceChoice } from "./source-choice.js";

/**
 * Who tells what a repository is like: GitHub, which needs no account for it, or practice where the counts of code are
 * practice and no token is set. Nobody is asked by a person who only tries this program out.
 *
 * Input: isCodePractice: whether counts of code are practice
 */
export function chooseRepositorySource({
  isCodePractice,
  settings,
  clock,
  root,
}: Omit<SourceWish<never>, "name"> & { isCodePractice: boolean }): SourceChoice<RepositoryQuery> {
  const { apiUrl, token } = settings.github;
  const isWanted = !isCodePractice || token !== undefined || apiUrl !== GITHUB_API_URL;
  if (isWanted && !isPracticeOnly(settings)) {
    const kept = fileAnswers({ root, service: apiUrl });
    const source = githubRepositories({ apiUrl, service: apiUrl, ...(token && { token }), clock, kept });
    return {
      isPractice: false,
      service: apiUrl,
      about: `${apiUrl} is asked, let in by: ${source.account}.`,
      asker: source,
      signsIn: false,
      open: () => openAlone({ source, root, clock }),
    };
  }
  const common = { service: PRACTICE, clock, kept: memoryAnswers() };
  return {
    isPractice: true,
    service: PRACTICE,
    about: "This is practice, as the counts of code are: made-up repositories are asked for, not GitHub's.",
    asker: githubRepositories({ ...common, apiUrl: GITHUB_API_URL }),
    signsIn: false,
    open: () =>
      openPractice({ practiceUrl: settings.practiceUrl, clock }, (practice) =>
        githubRepositories({ ...common, apiUrl: practice.apiUrl, token: new Secret(practice.token) }),
      ),
  };
}
