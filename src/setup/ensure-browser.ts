import { join } from "node:path";
import { SetupError } from "../census/errors.js";
import { type CommandResult, tailOf } from "./command-runner.js";
import { type Browser, maybeFindBrowser } from "./find-browser.js";
import { installWithApt } from "./install-with-apt.js";
import type { Machine } from "./machine.js";

const DOWNLOAD_MS = 5 * 60_000;

const ADVICE: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "Install Google Chrome (https://www.google.com/chrome, or: brew install --cask google-chrome)",
  win32: "Install Google Chrome (https://www.google.com/chrome, or: winget install Google.Chrome)",
  linux:
    "Install Chrome or Chromium (Debian: sudo apt-get install chromium; Fedora: sudo dnf install chromium)",
};

/**
 * A Chrome or Chromium: an installed one, else puppeteer's download, else Debian's package.
 *
 * Errors: SetupError, with what was tried and what to install, when there is none in the end
 */
export async function ensureBrowser(machine: Machine): Promise<Browser> {
  const present = await maybeFindBrowser(machine);
  if (present !== undefined) return present;
  const failures: string[] = [];
  const apt = (): Promise<string | undefined> =>
    installWithApt(machine, { what: "Browser", packages: ["chromium"] });
  const ways = machine.platform === "linux" ? [download, apt] : [download];
  for (const install of ways) {
    const failure = await install(machine);
    const installed = failure === undefined ? await maybeFindBrowser(machine) : undefined;
    if (installed !== undefined) return installed;
    failures.push(failure ?? "what was installed does not start.");
  }
  throw new SetupError(
    [
      "No Chrome or Chromium was found, and none could be installed:",
      ...failures.map((failure) => `  - ${failure}`),
      `${ADVICE[machine.platform] ?? ADVICE.linux}, or set PUPPETEER_EXECUTABLE_PATH to the path of one.`,
    ].join("\n"),
  );
}

async function download({ root, env, run, say }: Machine): Promise<string | undefined> {
  say("Browser: downloading Chrome with puppeteer…");
  const program = join(root, "node_modules/puppeteer/lib/cjs/puppeteer/node/cli.js");
  const args = [program, "browsers", "install", "chrome"];
  const result = await run({ command: process.execPath, args, cwd: root, env, timeoutMs: DOWNLOAD_MS });
  return result.status === 0 ? undefined : `puppeteer did not download Chrome:\n${reasonOf(result)}`;
}

/** Its error stands between the program's usage and a stack. */
function reasonOf(result: CommandResult): string {
  const lines = result.stderr.split("\n");
  const start = lines.findLastIndex((line) => line.startsWith("Error:"));
  const told = lines.slice(start).filter((line) => line.trim() !== "" && !/^\s+at /.test(line));
  return start === -1 ? tailOf(result) : told.map((line) => `    ${line}`).join("\n");
}
