import type { Clock } from "../census/clock.js";
import type { CountSource } from "../census/count-source.js";
import { PRACTICE } from "../census/practice.js";
import type { SourceName } from "../census/source-name.js";
import type { Credential } from "../collect/plan.js";
import { Secret } from "../config/secret.js";
import type { GitHubSettings, Settings } from "../config/settings.js";
import { maybeKeptSession } from "../mining/web/kept-sessions.js";
import { fileSessions, memorySessions } from "../mining/web/session-store.js";
import { PRACTICE_ACCOUNT, PRACTICE_TOKEN } from "../practice/accounts.js";
import { type Practice, practiceApiUrl, startPractice } from "../practice/start-practice.js";
import { credentials } from "./credentials.js";
import { lockService } from "./lock-service.js";
import { SOURCE_KINDS } from "./source-kinds.js";

/** Who will be asked, before anybody is. */
export interface SourceChoice {
  readonly isPractice: boolean;
  /** What results call the service: its address, or "practice". */
  readonly service: string;
  /** Who is asked, and why it is practice where it is, as a sentence. */
  readonly about: string;
  /** Says of queries what they would be on the service itself, on GitHub where this is practice. Not to be asked. */
  readonly asker: CountSource;
  readonly credentials: readonly Credential[];
  /** Whether somebody signs in first, which takes requests besides those of the searches. */
  readonly signsIn: boolean;
  /** Opens the source that is asked; in practice, starts the service first. */
  open(): Promise<OpenSource>;
}

export interface OpenSource {
  readonly source: CountSource;
  /** Closes the source and what was started for it; may be called twice. */
  close(): Promise<void>;
}

export interface SourceWish {
  readonly name: SourceName;
  readonly settings: Settings;
  readonly clock: Clock;
  /** The project's folder. */
  readonly root: string;
}

/**
 * The source that a configuration names, for the service that the settings let it ask; for practice where they let it
 * ask none, or all of them are turned off.
 *
 * Errors: ConfigurationError where a setting is missing
 */
export function chooseSource({ name, settings, clock, root }: SourceWish): SourceChoice {
  const kind = SOURCE_KINDS[name];
  const { github, practiceUrl } = settings;
  const sessions = fileSessions({ root, url: github.url });
  const hasKeptSession = settings.areOff !== true && sessions.isKept();
  const common = { credentials: credentials(settings, { source: name, hasKeptSession }) };
  const isOff = settings.areOff === true || practiceUrl !== undefined;
  if (!isOff && kind.isWanted(github, hasKeptSession)) {
    const service = name === "github-web" ? github.url : github.apiUrl;
    const source = kind.make({ github, service, sessions, clock, root });
    return {
      ...common,
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
    ...common,
    isPractice: true,
    service: PRACTICE,
    about: `This is practice, since ${practiceUrl === undefined ? kind.lacking : "CENSUS_PRACTICE_URL is set"}: sample files are searched, not GitHub.`,
    asker: kind.make({ ...access, github: { ...github, token: new Secret("") } }),
    signsIn: kind.hasSignIn,
    open: async () => {
      const practice =
        practiceUrl === undefined ? await startPractice({ clock }) : runningPractice(practiceUrl);
      const source = kind.make({ ...access, github: practiceSettings(practice) });
      return { source, close: () => source.close().finally(() => practice.close()) };
    },
  };
}

function needsSignIn({ username, session }: GitHubSettings): boolean {
  return username !== undefined && session === undefined;
}

/** A real service is asked by one process at a time. */
async function openAlone(asked: { source: CountSource; root: string; clock: Clock }): Promise<OpenSource> {
  const { source, root, clock } = asked;
  const release = await lockService({ root, url: source.service, clock });
  return { source, close: () => source.close().finally(release) };
}

/** One that somebody else started, and will end. */
function runningPractice(url: string): PracticeAccess {
  return {
    url,
    apiUrl: practiceApiUrl(url),
    account: PRACTICE_ACCOUNT,
    token: PRACTICE_TOKEN,
    close: async () => {},
  };
}

type PracticeAccess = Pick<Practice, "url" | "apiUrl" | "account" | "token" | "close">;

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
