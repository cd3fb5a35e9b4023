import { pagePlanLines, pageWarningLines } from "../dorking/page-plan-lines.js";
import { pageWarnings } from "../dorking/page-warnings.js";
import { codePlanLines } from "../mining/code-plan-lines.js";
import { repositoryPlanLines } from "../popularity/repository-plan-lines.js";
import { costSentences, pageCostSentences } from "./cost-sentences.js";
import { type AnyPart, type Census, partsOf } from "./open-census.js";

/** A census for a terminal, before it asks anything: who is asked, every request, how long, and what is set. */
export function censusText(census: Census): string {
  const { code, pages, repositories, configuration, credentials } = census;
  const pageSource = configuration.dorking?.source;
  return [
    ...section("GitHub code search", code, costSentences(code)),
    ...codePlanLines(code.plan),
    "",
    ...(pages && pageSource
      ? [
          ...section("Google search", pages, pageCostSentences(pages, pageSource)),
          ...pagePlanLines(pages.plan),
          ...pageWarningLines(configuration.dorking ? pageWarnings(configuration.dorking) : []),
        ]
      : ["Google search: nothing is configured (conf.json has no dorking)."]),
    "",
    ...(repositories
      ? [
          ...section("Stars on GitHub", repositories, costSentences(repositories)),
          ...repositoryPlanLines(repositories.plan),
        ]
      : ["Stars on GitHub: nothing is configured (conf.json has no popularity)."]),
    "",
    "Credentials",
    ...credentials.map(({ what, words }) => `  ${what}: ${words}`),
    "",
    "Nothing has been asked.",
    "",
  ].join("\n");
}

function section(heading: string, part: AnyPart, cost: readonly string[]): readonly string[] {
  const { about, asker } = part.choice;
  return [
    `${heading}: ${cost.join(" ")}`,
    `  ${about}${asker.caveat === undefined ? "" : ` ${asker.caveat}`} The counts go to ${part.run.place}/.`,
    "",
  ];
}

/** One line a part: who is asked, and what it costs. */
export function briefText(census: Census): string {
  const pageSource = census.configuration.dorking?.source;
  const costs = [
    costSentences(census.code),
    ...(census.pages && pageSource ? [pageCostSentences(census.pages, pageSource)] : []),
    ...(census.repositories ? [costSentences(census.repositories)] : []),
  ];
  return partsOf(census)
    .map(({ choice }, place) => `${choice.about} ${costs[place]?.join(" ")}`)
    .join("\n");
}
