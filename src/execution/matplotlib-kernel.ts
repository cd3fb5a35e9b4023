import { join } from "node:path";
import { findOnPath, isProgram } from "../setup/find-on-path.js";
import type { Machine } from "../setup/machine.js";
import { venvProgram } from "../setup/project-venv.js";
import { setUpFolder, writeWhole } from "../setup/set-up-folder.js";

export const MATPLOTLIB_KERNEL = "census-matplotlib";

const INSTALL_MS = 15 * 60_000;

/**
 * Registers a Python kernel that has matplotlib, for the comparison only, beside the project's kernel. An installed
 * Python that has it is used, else a venv under .setup is made with pip.
 *
 * Returns: the Python; undefined when none could be had
 */
export async function maybeMatplotlibKernel(machine: Machine): Promise<string | undefined> {
  const { root, platform } = machine;
  const folder = setUpFolder(root, "bench-venv");
  const own = join(folder, platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const present = [venvProgram(root, "python", platform), own, ...findOnPath("python3", machine)];
  for (const python of present) {
    if (isProgram(python) && (await hasMatplotlib(python, machine))) return register(root, python);
  }
  machine.say("Matplotlib: installing into .setup/bench-venv with pip…");
  const steps = [
    { command: machine.env.PYTHON ?? "python3", args: ["-m", "venv", folder] },
    {
      command: own,
      args: ["-m", "pip", "install", "--no-input", "--retries", "2", "matplotlib", "ipykernel"],
    },
  ];
  for (const step of steps) {
    const { status } = await machine.run({ ...step, timeoutMs: INSTALL_MS });
    if (status !== 0) return undefined;
  }
  return (await hasMatplotlib(own, machine)) ? register(root, own) : undefined;
}

async function hasMatplotlib(python: string, { run }: Machine): Promise<boolean> {
  const args = ["-c", "import ipykernel, matplotlib.pyplot"];
  return (await run({ command: python, args, timeoutMs: 60_000 })).status === 0;
}

function register(root: string, python: string): string {
  const spec = {
    argv: [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
    display_name: "Python with matplotlib",
    language: "python",
  };
  const path = setUpFolder(root, "jupyter", "kernels", MATPLOTLIB_KERNEL, "kernel.json");
  writeWhole(path, `${JSON.stringify(spec, null, 2)}\n`);
  return python;
}
