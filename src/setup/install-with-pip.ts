import { tailOf } from "./command-runner.js";
import type { Machine } from "./machine.js";
import {
  beginVenv,
  markVenvFinished,
  removeVenv,
  requirementsPath,
  venvFolder,
  venvProgram,
  venvState,
} from "./project-venv.js";

const VENV_MS = 5 * 60_000;
const PIP_MS = 30 * 60_000;

/**
 * Makes the project's .venv and installs Jupyter into it from scripts/requirements.txt.
 *
 * Returns: why it did not work, for the person; undefined when it did. A .venv that failed is removed,
 *          one that the set-up did not make is never touched
 */
export async function installWithPip(machine: Machine): Promise<string | undefined> {
  if (venvState(machine.root) === "foreign") {
    return ".venv was not made by the set-up and holds no working Jupyter: delete it, or install one into it.";
  }
  machine.say("Jupyter: installing into .venv with pip…");
  beginVenv(machine.root);
  const failure = (await makeVenv(machine)) ?? (await installRequirements(machine));
  if (failure === undefined) markVenvFinished(machine.root);
  else removeVenv(machine.root);
  return failure;
}

async function makeVenv({ root, env, platform, run }: Machine): Promise<string | undefined> {
  const python = env.PYTHON ?? (platform === "win32" ? "python" : "python3");
  const args = ["-m", "venv", venvFolder(root)];
  const result = await run({ command: python, args, timeoutMs: VENV_MS });
  return result.status === 0 ? undefined : `${python} -m venv .venv did not work:\n${tailOf(result)}`;
}

async function installRequirements({ root, platform, run }: Machine): Promise<string | undefined> {
  const command = venvProgram(root, "python", platform);
  const options = ["--disable-pip-version-check", "--no-input", "--retries", "2"];
  const args = ["-m", "pip", "install", ...options, "-r", requirementsPath(root)];
  const result = await run({ command, args, timeoutMs: PIP_MS });
  return result.status === 0 ? undefined : `pip did not install scripts/requirements.txt:\n${tailOf(result)}`;
}
