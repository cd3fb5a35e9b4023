import { PRACTICE } from "../census/practice.js";
import type { RepositoryQuery } from "../census/repository-query.js";
import { GITHUB_API_URL, GITHUB_URL } from "../census/service-addresses.js";
import { Secret } from "../config/secret.js";
import { githubRepositories } from "../popularity/github-repositories.js";
import { fileAnswers, memoryAnswers } from "../popularity/kept-answers.js";
import { openAlone, openPractice } from "./open-source.js";
import type { SourceChoice } from "./source-choice.js";
import { isPracticeOnly, type SourceWish, whyPractice } from "./source-wish.js";

/**
 * Who tells what a repository is like: GitHub, which needs no account for it, where GitHub itself is asked for code or the
 * settings name its interface for programs; else practice. Nobody is asked by a person who only tries this program out, or
 * who counts on another server.
 *
 * Input: isGitHubAsked: whether counts of code come from GitHub itself, or from a server in its place
 */
export function chooseRepositorySource({
  isGitHubAsked,
  settings,
  clock,
  root,
}: Omit<SourceWish<never>, "name"> & { isGitHubAsked: boolean }): SourceChoice<RepositoryQuery> {
  const { url, apiUrl, token } = settings.github;
  const isOfGitHub = isGitHubAsked && url === GITHUB_URL;
  const isWanted = isOfGitHub || token !== undefined || apiUrl !== GITHUB_API_URL;
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
    about: `This is practice, since ${whyPractice(settings, "no token is set, and GitHub is not asked for code")}: made-up repositories are asked for, not GitHub's.`,
    asker: githubRepositories({ ...common, apiUrl: GITHUB_API_URL }),
    signsIn: false,
    open: () =>
      openPractice({ practiceUrl: settings.practiceUrl, clock }, (practice) =>
        githubRepositories({ ...common, apiUrl: practice.apiUrl, token: new Secret(practice.token) }),
      ),
  };
}
