import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { findOnPath, isProgram, programName } from "./find-on-path.js";
import type { Machine } from "./machine.js";
import { venvProgram, venvState } from "./project-venv.js";
import { maybeLastFound, saveFound } from "./verdicts.js";

/** Older ones write notebooks of an older format. */
const OLDEST_NBCONVERT_MAJOR = 6;
const TRIAL_MS = 60_000;

export interface Jupyter {
  /** Absolute path of the `jupyter` program. */
  readonly command: string;
  /** Of nbconvert, as in `7.17.2`. */
  readonly version: string;
  /** The front end beside it: JupyterLab, else the classic notebook; absent when it has neither. */
  readonly frontEnd?: "lab" | "notebook";
}

/**
 * A Jupyter that has nbconvert and works: that of the project's .venv, else one on the PATH.
 *
 * Each is tried once, since a `jupyter` may be a shim with nothing behind it. `server` asks for a front end too.
 * Missing: undefined when there is none
 */
export async function maybeFindJupyter(
  machine: Machine,
  { server }: { server: boolean },
): Promise<Jupyter | undefined> {
  for (const command of candidates(machine)) {
    const frontEnd = maybeFrontEnd(command, machine.platform);
    if (server && frontEnd === undefined) continue;
    const version = await maybeNbconvertVersion(command, machine);
    if (version !== undefined) return { command, version, ...(frontEnd !== undefined && { frontEnd }) };
  }
  return undefined;
}

function candidates(machine: Machine): string[] {
  const own = venvProgram(machine.root, "jupyter", machine.platform);
  const python = venvProgram(machine.root, "python", machine.platform);
  const isOwnUsable = venvState(machine.root) !== "outdated" && isProgram(own) && isProgram(python);
  return [...(isOwnUsable ? [own] : []), ...findOnPath("jupyter", machine)];
}

async function maybeNbconvertVersion(command: string, machine: Machine): Promise<string | undefined> {
  const last = maybeLastFound(machine.root, "jupyter");
  if (last?.path === command) return last.detail;
  const args = ["nbconvert", "--version"];
  const { status, stdout } = await machine.run({ command, args, timeoutMs: TRIAL_MS });
  const version = /^(\d+)\.\d+\S*$/m.exec(stdout);
  if (status !== 0 || version === null || Number(version[1]) < OLDEST_NBCONVERT_MAJOR) return undefined;
  saveFound(machine.root, "jupyter", { path: command, detail: version[0] });
  return version[0];
}

/** Jupyter's subcommands are programs in the same folder; pipx and others put a link to the first elsewhere. */
function maybeFrontEnd(command: string, platform: NodeJS.Platform): Jupyter["frontEnd"] {
  const folders = [dirname(command), dirname(realpathSync(command))];
  const has = (name: string): boolean =>
    folders.some((folder) => isProgram(join(folder, programName(`jupyter-${name}`, platform))));
  if (has("lab")) return "lab";
  return has("notebook") ? "notebook" : undefined;
}
