import { maybeClosestName, maybeNameOneLetterOff, maybeSameName } from "../census/closest-name.js";
import { PROGRAM_VARIABLES } from "../census/program-variables.js";
import { VARIABLES } from "./variables.js";

const NAMES: readonly string[] = VARIABLES.map(({ name }) => name);

/** So short a first word is one letter away from other programs' (`DB_PASSWORD`), so these are held to every letter. */
const LONG_NAMES = NAMES.filter((name) => !name.startsWith("GH_"));

/** Names that are read before any file is, or by a program that reads none. */
const PROCESS_NAMES: readonly string[] = ["CENSUS_ENV_FILE", "PUPPETEER_EXECUTABLE_PATH"];

/** What begins so is the project's: an unknown one is a slip. What begins otherwise is other programs' affair. */
const OWN_PREFIX = /^(?:GH|GOOGLE|SERPAPI|DATAFORSEO|BIGQUERY|CENSUS)_/i;

/** Runners of GitHub set dozens of these: only what is nearly one of ours is a slip. */
const SHARED_PREFIX = /^GITHUB_/i;

/** What is expected in place of a variable's name in a file; undefined where the name is right or none of the project's. */
export function maybeNameProblem(name: string): string | undefined {
  if (NAMES.includes(name)) return undefined;
  if (PROCESS_NAMES.includes(name)) {
    return `${name} in the environment, where alone it is read, not in this file`;
  }
  const meant = maybeMeant(name);
  if (meant === undefined && !OWN_PREFIX.test(name)) return undefined;
  return namesExpected(meant);
}

function namesExpected(meant: string | undefined): string {
  const hint = meant === undefined ? "" : ` (did you mean "${meant}"?)`;
  return `one of the names that .env.example explains${hint}`;
}

/** What begins so can be meant for this program also where it stands among the variables of all programs. */
const PROCESS_PREFIX = /^(?:GH|GITHUB)_/;

const PROGRAM_NAMES: readonly string[] = [...PROCESS_NAMES, ...Object.values(PROGRAM_VARIABLES)];

/**
 * What is expected in place of a variable's name in the process, where it is nearly one of ours. GitHub's own programs and
 * runners set many that begin as ours do, so that of those only what is one letter off is a slip.
 */
export function maybeProcessNameProblem(name: string): string | undefined {
  if (NAMES.includes(name) || PROGRAM_NAMES.includes(name)) return undefined;
  const isOurs = name.startsWith("CENSUS_");
  if (!isOurs && !PROCESS_PREFIX.test(name)) return undefined;
  const names = [...NAMES, ...PROCESS_NAMES];
  const meant =
    maybeSameName(name, names) ??
    (isOurs ? maybeClosestName(name, names) : maybeNameOneLetterOff(name, NAMES));
  return meant === undefined ? undefined : namesExpected(meant);
}

function maybeMeant(name: string): string | undefined {
  const same = maybeSameName(name, NAMES) ?? maybeNameOneLetterOff(name, LONG_NAMES);
  const isOurs = OWN_PREFIX.test(name) || SHARED_PREFIX.test(name);
  return same ?? (isOurs ? maybeClosestName(name, NAMES) : undefined);
}
