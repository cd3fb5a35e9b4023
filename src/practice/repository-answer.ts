import type { SampleRepository } from "./sample-repositories.js";

/**
 * A repository in the form of GitHub's interface for programs.
 *
 * Input: api: address of the interface; site: address of the pages
 */
export function repositoryAnswer(repository: SampleRepository, api: string, site: string): object {
  const { formerly: _, license, ...fields } = repository;
  const [login = "", name = ""] = repository.full_name.split("/");
  return {
    ...fields,
    name,
    private: false,
    owner: { login },
    html_url: `${site}/${repository.full_name}`,
    fork: false,
    url: `${api}/repos/${repository.full_name}`,
    updated_at: repository.pushed_at,
    // GitHub calls stars watchers too; who watches is among the subscribers.
    watchers_count: repository.stargazers_count,
    watchers: repository.stargazers_count,
    forks: repository.forks_count,
    open_issues: repository.open_issues_count,
    disabled: false,
    visibility: "public",
    license: { spdx_id: license },
  };
}
