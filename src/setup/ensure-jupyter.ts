import { SetupError } from "../census/errors.js";
import { type Jupyter, maybeFindJupyter } from "./find-jupyter.js";
import { installWithApt } from "./install-with-apt.js";
import { installWithPip } from "./install-with-pip.js";
import type { Machine } from "./machine.js";

const DEBIAN_PACKAGES = ["jupyter-nbconvert", "jupyter-notebook"] as const;

const ADVICE: Partial<Record<NodeJS.Platform, string>> = {
  darwin:
    "Install Python 3 (brew install python, or https://www.python.org) and run this again, or: brew install jupyterlab",
  win32:
    "Install Python 3 (winget install Python.Python.3.12, or https://www.python.org) and run this again.",
  linux:
    "Install Python 3 with its venv module (Debian and Ubuntu: sudo apt-get install python3-venv) and run this again, " +
    `or install Jupyter (Debian and Ubuntu: sudo apt-get install ${DEBIAN_PACKAGES.join(" ")}).`,
};

/**
 * A Jupyter that works: an installed one, else one of the project's own by pip, else Debian's.
 *
 * Errors: SetupError, with what was tried and what to install, when there is none in the end
 */
export async function ensureJupyter(machine: Machine, needs: { server: boolean }): Promise<Jupyter> {
  const present = await maybeFindJupyter(machine, needs);
  if (present !== undefined) return present;
  const failures: string[] = [];
  const apt = (): Promise<string | undefined> =>
    installWithApt(machine, { what: "Jupyter", packages: DEBIAN_PACKAGES });
  const ways = machine.platform === "linux" ? [installWithPip, apt] : [installWithPip];
  for (const install of ways) {
    const failure = await install(machine);
    const installed = failure === undefined ? await maybeFindJupyter(machine, needs) : undefined;
    if (installed !== undefined) return installed;
    failures.push(failure ?? "what was installed does not run (`jupyter nbconvert --version` fails).");
  }
  throw new SetupError(message(machine.platform, needs, failures));
}

function message(
  platform: NodeJS.Platform,
  { server }: { server: boolean },
  failures: readonly string[],
): string {
  const missing = server ? "nbconvert and JupyterLab (or the classic notebook)" : "nbconvert";
  return [
    `No Jupyter with ${missing} was found in .venv or on the PATH, and none could be installed:`,
    ...failures.map((failure) => `  - ${failure}`),
    ADVICE[platform] ?? ADVICE.linux,
  ].join("\n");
}
