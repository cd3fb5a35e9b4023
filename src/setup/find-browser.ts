import { existsSync } from "node:fs";
import { SetupError } from "../census/errors.js";
import { browserPlaces } from "./browser-places.js";
import { isProgram } from "./find-on-path.js";
import type { Machine } from "./machine.js";
import { maybeLastFound, saveFound } from "./verdicts.js";

const TRIAL_MS = 20_000;

export interface Browser {
  /** Absolute path of the program. */
  readonly path: string;
  /** Where it comes from, for the person: "PUPPETEER_EXECUTABLE_PATH", "puppeteer's cache", "installed". */
  readonly how: string;
}

/**
 * A Chrome or Chromium that starts: that of PUPPETEER_EXECUTABLE_PATH, else puppeteer's own, else an installed one.
 *
 * Missing: undefined when there is none
 * Errors:  SetupError when PUPPETEER_EXECUTABLE_PATH names no program
 */
export async function maybeFindBrowser(machine: Machine): Promise<Browser | undefined> {
  const named = machine.env.PUPPETEER_EXECUTABLE_PATH;
  if (named !== undefined && named !== "") return namedBrowser(named);
  const last = maybeLastFound(machine.root, "browser");
  if (last !== undefined) return { path: last.path, how: last.detail };
  const browser = await maybeSearch(machine);
  if (browser !== undefined) saveFound(machine.root, "browser", { path: browser.path, detail: browser.how });
  return browser;
}

async function maybeSearch(machine: Machine): Promise<Browser | undefined> {
  const downloaded = await maybePuppeteerPath(machine);
  if (downloaded !== undefined) return { path: downloaded, how: "puppeteer's cache" };
  for (const path of browserPlaces(machine)) {
    if (isProgram(path) && (await isWorking(path, machine))) return { path, how: "installed" };
  }
  return undefined;
}

function namedBrowser(path: string): Browser {
  if (isProgram(path)) return { path, how: "PUPPETEER_EXECUTABLE_PATH" };
  const problem = existsSync(path) ? "is not a program" : "does not exist";
  throw new SetupError(
    `PUPPETEER_EXECUTABLE_PATH is ${path}, which ${problem}: set it to the path of Chrome or Chromium, or unset it.`,
  );
}

/** Asked in a process of its own, as puppeteer takes its cache's place from the environment and several files. */
async function maybePuppeteerPath({ root, env, run }: Machine): Promise<string | undefined> {
  const args = ["--input-type=module", "-e", 'import p from "puppeteer"; console.log(p.executablePath())'];
  const { status, stdout } = await run({
    command: process.execPath,
    args,
    cwd: root,
    env,
    timeoutMs: TRIAL_MS,
  });
  const path = stdout.trim();
  return status === 0 && isProgram(path) ? path : undefined;
}

/** Ubuntu's chromium-browser, for one, is a script that only asks for a snap. Windows opens a window when asked. */
async function isWorking(path: string, { platform, run }: Machine): Promise<boolean> {
  if (platform === "win32") return true;
  const { status } = await run({ command: path, args: ["--version"], timeoutMs: TRIAL_MS });
  return status === 0;
}
