import { PRACTICE } from "../census/practice.js";
import type { MiningQuery } from "../census/query.js";
import type { SourceName } from "../census/source-name.js";
import { Secret } from "../config/secret.js";
import type { GitHubSettings, Settings } from "../config/settings.js";
import { maybeKeptSession } from "../mining/web/kept-sessions.js";
import { fileSessions, memorySessions } from "../mining/web/session-store.js";
import { CODE_SOURCE_KINDS } from "./code-source-kinds.js";
import { openAlone, openPractice, type PracticeAccess } from "./open-source.js";
import type { SourceChoice } from "./source-choice.js";
import { isPracticeOnly, type SourceWish, whyPractice } from "./source-wish.js";

/**
 * The source of counts of code that a configuration names, for the service that the settings let it ask; for practice
 * where they let it ask none, or all of them are turned off.
 *
 * Errors: ConfigurationError where a setting is missing
 */
export function chooseCodeSource({
  name,
  settings,
  clock,
  root,
}: SourceWish<SourceName>): SourceChoice<MiningQuery> {
  const kind = CODE_SOURCE_KINDS[name];
  const { github, practiceUrl } = settings;
  const sessions = fileSessions({ root, url: github.url });
  if (!isPracticeOnly(settings) && kind.isWanted(github, hasKeptSession(settings, root))) {
    const service = name === "github-web" ? github.url : github.apiUrl;
    const source = kind.make({ github, service, sessions, clock, root });
    return {
      isPractice: false,
      service,
      about: `${service} is asked, signed in by: ${source.account}.`,
      asker: source,
      signsIn:
        kind.hasSignIn &&
        needsSignIn(github) &&
        maybeKeptSession({ credentials: github, sessions, clock }) === undefined,
      open: () => openAlone({ source, root, clock }),
    };
  }
  const access = { service: PRACTICE, sessions: memorySessions(), clock, root };
  return {
    isPractice: true,
    service: PRACTICE,
    about: `This is practice, since ${whyPractice(settings, kind.lacking)}: sample files are searched, not GitHub.`,
    asker: kind.make({ ...access, github: { ...github, token: new Secret("") } }),
    signsIn: kind.hasSignIn,
    open: () =>
      openPractice({ practiceUrl, clock }, (practice) =>
        kind.make({ ...access, github: practiceSettings(practice) }),
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

function practiceSettings({ url, apiUrl, account, token }: PracticeAccess): GitHubSettings {
  const { username, password, totpSecret } = account;
  return {
    url,
    apiUrl,
    username,
    password: new Secret(password),
    totpSecret: new Secret(totpSecret),
    token: new Secret(token),
  };
}
