import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "puppeteer";
import { type Clock, SYSTEM_CLOCK } from "../census/clock.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import { loadSettings } from "../config/load-settings.js";
import { launchBrowser } from "../mining/web/browser.js";
import { fileSessions } from "../mining/web/session-store.js";
import { type HandSignInEnd, signInByHand } from "../mining/web/sign-in-by-hand.js";
import { isMain } from "./is-main.js";

interface Output {
  write(text: string): unknown;
}

export interface LoginCommand {
  readonly args?: readonly string[];
  /** The project's folder, with `.env`; the session is kept in it. */
  readonly root?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Opens the browser in which the person signs in; default: the machine's, visible. */
  readonly launch?: () => Promise<Browser>;
  readonly clock?: Clock;
  /** Longest time that the person may take; default: 15 minutes. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 15 * 60_000;

const WITHOUT_SCREEN =
  "There is no screen to show a browser on. Run this on a machine that has one; or set GH_SESSION in .env to the value\n" +
  "of the cookie user_session of a browser that is signed in.";

const ENDS: Readonly<Record<Exclude<HandSignInEnd["kind"], "in">, string>> = {
  closed: "The browser was closed before anybody was signed in: nothing was kept.",
  "too late": "Nobody signed in within the time: nothing was kept. Start again when you are ready.",
};

/**
 * Opens a browser in which the person signs in to GitHub, whatever GitHub asks, and keeps the session for collections.
 *
 * Returns: the exit status: 0 when somebody is signed in, else 1, with the reason on stderr
 */
export async function runLogin(command: LoginCommand): Promise<number> {
  const { stdout, stderr } = command;
  try {
    stdout.write(`${await login(command)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error) || !isForPerson(error)) throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Something that the person can mend, or did. */
class LoginError extends Error {
  override readonly name = "LoginError";
}

function isForPerson(error: Error): boolean {
  const isAboutArguments = "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
  return (
    isAboutArguments || ["ConfigurationError", "SetupError", "RunError", "LoginError"].includes(error.name)
  );
}

/** What to tell the person who is signed in now. */
async function login(command: LoginCommand): Promise<string> {
  const { args = [], root = PROJECT_ROOT, env, platform = process.platform, stdout } = command;
  parseArgs({ args: [...args], options: {} });
  const { github } = loadSettings({ env, envFile: join(root, ".env") });
  if (!hasScreen(platform, env)) throw new LoginError(WITHOUT_SCREEN);
  const { host } = new URL(github.url);
  stdout.write(`A browser opens: sign in to ${host} there. It closes by itself when you are in.\n`);
  const end = await signInWith(command, { root, url: github.url });
  if (end.kind !== "in") throw new LoginError(ENDS[end.kind]);
  fileSessions({ root, url: github.url }).save({
    version: 1,
    origin: { kind: "hand" },
    cookies: [...end.cookies],
  });
  return `You are signed in to ${host}. The session is kept in .session/, and the next collection uses it.`;
}

async function signInWith(
  { launch, clock = SYSTEM_CLOCK, patienceMs = PATIENCE_MS }: LoginCommand,
  { root, url: siteUrl }: { root: string; url: string },
): Promise<HandSignInEnd> {
  const browser = await (launch ?? (() => launchBrowser({ root, isVisible: true })))();
  try {
    return await signInByHand({ browser, siteUrl, clock, patienceMs });
  } catch {
    throw new LoginError(`The sign-in page at ${siteUrl}/login could not be opened: is the address right?`);
  }
}

/** macOS and Windows always have one; elsewhere a display server says where it is. */
function hasScreen(platform: NodeJS.Platform, env: LoginCommand["env"]): boolean {
  const isSet = (name: string): boolean => (env[name] ?? "") !== "";
  return ["darwin", "win32"].includes(platform) || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
}

if (isMain(import.meta.url)) {
  const { argv, env, stdout, stderr } = process;
  process.exitCode = await runLogin({ args: argv.slice(2), env, stdout, stderr });
}
