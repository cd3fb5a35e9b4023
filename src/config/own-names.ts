import { maybeClosestName, maybeNameOneLetterOff, maybeSameName } from "./closest-name.js";
import { VARIABLES } from "./variables.js";

const NAMES: readonly string[] = VARIABLES.map(({ name }) => name);

/** So short a first word is one letter away from other programs' (`DB_PASSWORD`), so these are held to every letter. */
const LONG_NAMES = NAMES.filter((name) => !name.startsWith("GH_"));

/** Names that are read before any file is, or by a program that reads none. */
const PROCESS_NAMES: readonly string[] = ["CENSUS_ENV_FILE", "PUPPETEER_EXECUTABLE_PATH"];

/** What begins so is the project's: an unknown one is a slip. What begins otherwise is other programs' affair. */
const OWN_PREFIX = /^(?:GH|GOOGLE|CENSUS)_/i;

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
  const hint = meant === undefined ? "" : ` (did you mean "${meant}"?)`;
  return `one of the names that .env.example explains${hint}`;
}

function maybeMeant(name: string): string | undefined {
  const same = maybeSameName(name, NAMES) ?? maybeNameOneLetterOff(name, LONG_NAMES);
  const isOurs = OWN_PREFIX.test(name) || SHARED_PREFIX.test(name);
  return same ?? (isOurs ? maybeClosestName(name, NAMES) : undefined);
}
