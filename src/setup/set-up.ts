import { ensureBrowser } from "./ensure-browser.js";
import { ensureJupyter } from "./ensure-jupyter.js";
import type { Browser } from "./find-browser.js";
import type { Jupyter } from "./find-jupyter.js";
import { makeIpythonFolder } from "./jupyter-environment.js";
import type { Machine } from "./machine.js";
import { writeKernel } from "./write-kernel.js";

/** What the set-up found or installed. */
export interface Tools {
  readonly jupyter: Jupyter;
  readonly browser: Browser;
  /** Path of the kernel's `kernel.json`. */
  readonly kernel: string;
}

/**
 * Finds or installs what the notebooks need besides packages and build: Jupyter, the kernel, a browser.
 *
 * `server` asks for a Jupyter that has a front end too.
 * Errors: SetupError with what to install
 */
export async function setUp(machine: Machine, needs: { server: boolean }): Promise<Tools> {
  const kernel = writeKernel(machine.root);
  makeIpythonFolder(machine.root);
  const jupyter = await ensureJupyter(machine, needs);
  const browser = await ensureBrowser(machine);
  return { jupyter, browser, kernel };
}
