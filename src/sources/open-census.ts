import { join } from "node:path";
import type { Clock } from "../census/clock.js";
import type { PageFields, PageSearch } from "../census/page-search.js";
import type { MiningQuery } from "../census/query.js";
import type { RepositoryQuery } from "../census/repository-query.js";
import { PAGES_FOLDER, POPULARITY_FOLDER } from "../census/run-files.js";
import type { Credential } from "../collect/plan.js";
import type {
  Configuration,
  DorkingConfiguration,
  MiningConfiguration,
  PopularityConfiguration,
} from "../config/configuration.js";
import { loadConfiguration } from "../config/load-configuration.js";
import { loadSettings } from "../config/load-settings.js";
import type { Settings } from "../config/settings.js";
import { PAGE_QUESTIONS } from "../dorking/page-questions.js";
import { dorkingPlan } from "../dorking/plan.js";
import { CODE_QUESTIONS, type CodeFields } from "../mining/code-questions.js";
import { queryWarnings } from "../mining/lint/query-warnings.js";
import { REPOSITORY_QUESTIONS, type RepositoryFields } from "../popularity/repository-questions.js";
import { type CensusPart, NO_WAIT, openPart, type PartRun } from "./census-part.js";
import { chooseCodeSource, hasKeptSession } from "./choose-code-source.js";
import { choosePageSource } from "./choose-page-source.js";
import { chooseRepositorySource } from "./choose-repository-source.js";
import { credentials } from "./credentials.js";
import { loadBoth } from "./load-both.js";
import { runPlace } from "./run-place.js";
import type { SourceChoice } from "./source-choice.js";

/** A census before it asks anything. Parts that conf.json does not have are absent. */
export interface Census {
  readonly configuration: Configuration;
  /** In how many files each tool is found. */
  readonly code: CodePart;
  /** How many pages name a company and a tool. */
  readonly pages?: PagePart;
  /** How many stars the tools' repositories have. */
  readonly repositories?: RepositoryPart;
  readonly credentials: readonly Credential[];
}

export type CodePart = CensusPart<MiningQuery, CodeFields>;
export type PagePart = CensusPart<PageSearch, PageFields>;
export type RepositoryPart = CensusPart<RepositoryQuery, RepositoryFields>;

export interface CensusSource {
  /** The folder that holds conf.json, .env and data/. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

/**
 * Reads what the census asks, who it may ask, and what its run holds already. Nothing is asked, nothing written.
 *
 * Errors: ConfigurationError with everything that is wrong; DataFileError where the run's journal is broken; RunError
 *         where the run is of another source or service
 */
export function openCensus(from: CensusSource): Census {
  const { root, env } = from;
  const [configuration, settings] = loadBoth(
    () => loadConfiguration(join(root, "conf.json")),
    () => loadSettings({ env, envFile: join(root, ".env") }),
  );
  const opening = { ...from, settings };
  const { mining, dorking, popularity } = configuration;
  const code = codePart(mining, opening);
  return {
    configuration,
    code,
    ...(dorking && { pages: pagePart(dorking, opening) }),
    ...(popularity && { repositories: repositoryPart(popularity, opening, code) }),
    credentials: credentials(settings, {
      source: mining.source,
      ...(dorking && { pageSource: dorking.source }),
      hasKeptSession: hasKeptSession(settings, root),
    }),
  };
}

type Opening = CensusSource & { readonly settings: Settings };

function codePart(mining: MiningConfiguration, opening: Opening): CodePart {
  const choice = chooseCodeSource({ ...opening, name: mining.source, queries: mining.queries });
  return openPart({
    ...mining,
    kind: CODE_QUESTIONS,
    choice,
    ...(choice.isAtOnce ? { pace: NO_WAIT } : { setPace: opening.settings.miningPace }),
    place: runPlace(opening, choice),
    warningsOf: queryWarnings,
  });
}

function pagePart(dorking: DorkingConfiguration, opening: Opening): PagePart {
  const choice = choosePageSource({ ...opening, name: dorking.source });
  return openPart({
    kind: PAGE_QUESTIONS,
    queries: dorkingPlan(dorking),
    repeats: dorking.repeats,
    pace: dorking.pace,
    choice,
    place: runPlace(opening, choice),
    subfolder: PAGES_FOLDER,
  });
}

function repositoryPart(
  { repositories, pace }: PopularityConfiguration,
  opening: Opening,
  { choice: code }: CodePart,
): RepositoryPart {
  const isGitHubAsked = !code.isPractice && code.asker.name.startsWith("github-");
  const choice = chooseRepositorySource({ ...opening, isGitHubAsked });
  return openPart({
    kind: REPOSITORY_QUESTIONS,
    queries: repositories,
    repeats: 1,
    pace,
    choice,
    place: runPlace(opening, choice),
    subfolder: POPULARITY_FOLDER,
  });
}

/** Every part of a census, in the order in which they are asked. */
export function partsOf({ code, pages, repositories }: Census): readonly AnyPart[] {
  return [code, ...(pages ? [pages] : []), ...(repositories ? [repositories] : [])];
}

/** A part of which nobody needs to know what it asks. */
export type AnyPart = Pick<CensusPart<unknown, object>, "run" | "repeats"> & {
  readonly choice: Pick<SourceChoice<unknown>, "isPractice" | "about" | "service"> & {
    readonly asker: { readonly caveat?: string };
  };
};

/** Where what belongs to all parts goes: to the run of a real service, where one is asked. */
export function homeOf(census: Census): PartRun["whole"] {
  const parts = partsOf(census);
  return (parts.find(({ choice }) => !choice.isPractice) ?? census.code).run.whole;
}

/** Whether numbers are of practice: also where a practice server was asked by its address, as if it were a service. */
export function isOfPractice(
  { choice }: Pick<AnyPart, "choice">,
  rows: readonly { readonly practice?: true }[],
): boolean {
  return choice.isPractice || rows.some(({ practice }) => practice);
}
