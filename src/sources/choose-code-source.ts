import { PRACTICE } from "../census/practice.js";
import type { MiningQuery } from "../census/query.js";
import type { SourceName } from "../census/source-name.js";
import { Secret } from "../config/secret.js";
import type { GitHubSettings, Settings } from "../config/settings.js";
import { maybeKeptSession } from "../mining/web/kept-sessions.js";
import { fileSessions, memorySessions } from "../mining/web/session-store.js";
import { type Access, CODE_SOURCE_KINDS } from "./code-source-kinds.js";
import { jobStore } from "./job-store.js";
import { openAlone, openPractice, type PracticeAccess } from "./open-source.js";
import type { SourceChoice } from "./source-choice.js";
import { isPracticeOnly, type SourceWish, whyPractice } from "./source-wish.js";

/** A source of counts of code, and whether it answers all queries at once: nobody waits between them then. */
export interface CodeSourceChoice extends SourceChoice<MiningQuery> {
  readonly isAtOnce: boolean;
}

export interface CodeSourceWish extends SourceWish<SourceName> {
  /** All that will be asked. */
  readonly queries: readonly MiningQuery[];
}

/**
 * The source of counts of code that a configuration names, for the service that the settings let it ask; for practice
 * where they let it ask none, or all of them are turned off.
 *
 * Errors: ConfigurationError where a setting is missing
 */
export function chooseCodeSource(wish: CodeSourceWish): CodeSourceChoice {
  const { name, settings, root } = wish;
  const isWanted = CODE_SOURCE_KINDS[name].isWanted(settings, hasKeptSession(settings, root));
  return isWanted && !isPracticeOnly(settings) ? realSource(wish) : practisedSource(wish);
}

function realSource({ name, settings, clock, root, queries }: CodeSourceWish): CodeSourceChoice {
  const { serviceOf, make, hasSignIn, isAtOnce, isLocal = false } = CODE_SOURCE_KINDS[name];
  const { github } = settings;
  const sessions = fileSessions({ root, url: github.url });
  const service = serviceOf(settings);
  const access: Access = { settings, service, isPractice: false, sessions, clock, root, queries };
  const asker = make(access);
  return {
    isPractice: false,
    isAtOnce,
    service,
    about: isLocal
      ? `The files of ${service} are counted on this machine.`
      : `${service} is asked, signed in by: ${asker.account}.`,
    asker,
    signsIn:
      hasSignIn &&
      needsSignIn(github) &&
      maybeKeptSession({ credentials: github, sessions, clock }) === undefined,
    open: async (folder) => {
      const source = make({ ...access, keptJob: jobStore(folder) });
      return isLocal ? { source, close: source.close } : openAlone({ source, root, clock });
    },
  };
}

function practisedSource({ name, settings, clock, root, queries }: CodeSourceWish): CodeSourceChoice {
  const { make, hasSignIn, isAtOnce, lacking } = CODE_SOURCE_KINDS[name];
  const sessions = memorySessions();
  const access: Access = { settings, service: PRACTICE, isPractice: true, sessions, clock, root, queries };
  return {
    isPractice: true,
    isAtOnce,
    service: PRACTICE,
    about: `This is practice, since ${whyPractice(settings, lacking)}: sample files are searched, not GitHub.`,
    asker: make(access),
    signsIn: hasSignIn,
    open: () =>
      openPractice({ practiceUrl: settings.practiceUrl, clock }, (practice) =>
        make({ ...access, settings: practiceSettings(settings, practice) }),
      ),
  };
}

/** Whether a sign-in of before is kept, for a census that may use it. */
export function hasKeptSession({ areOff, github }: Settings, root: string): boolean {
  return areOff !== true && fileSessions({ root, url: github.url }).isKept();
}

function needsSignIn({ username, session }: GitHubSettings): boolean {
  return username !== undefined && session === undefined;
}

function practiceSettings(settings: Settings, practice: PracticeAccess): Settings {
  const { url, apiUrl, bigQueryUrl, account, token } = practice;
  const { username, password, totpSecret } = account;
  return {
    ...settings,
    github: {
      url,
      apiUrl,
      username,
      password: new Secret(password),
      totpSecret: new Secret(totpSecret),
      token: new Secret(token),
    },
    bigQuery: { url: bigQueryUrl, budgetUsd: 0, table: "sample" },
  };
}
