import { join } from "node:path";
import { SetupError } from "../census/errors.js";
import type { Jupyter } from "../setup/find-jupyter.js";
import { jupyterEnvironment } from "../setup/jupyter-environment.js";
import { setUpFolder, writeWhole } from "../setup/set-up-folder.js";

/** A program to start: a Jupyter server that serves the project on loopback. */
export interface FrontEndCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The Jupyter server for reading and changing a notebook: Lab, else the classic notebook.
 *
 * `notebook` is relative to the project's folder, with slashes; `extra` are arguments for Jupyter, which win.
 * Errors: SetupError when this Jupyter has no front end
 */
export function frontEndCommand({
  root,
  jupyter,
  notebook,
  env,
  extra = [],
  isRoot = process.getuid?.() === 0,
}: {
  root: string;
  jupyter: Jupyter;
  notebook: string;
  env: NodeJS.ProcessEnv;
  extra?: readonly string[];
  isRoot?: boolean;
}): FrontEndCommand {
  if (jupyter.frontEnd === undefined) {
    throw new SetupError(
      `${jupyter.command} has neither JupyterLab nor the classic notebook: install one of them.`,
    );
  }
  const args = jupyter.frontEnd === "lab" ? labArguments(root, notebook) : classicArguments(root, notebook);
  writeLabSettings(root);
  return {
    command: jupyter.command,
    args: [...args, ...(isRoot ? ["--allow-root"] : []), ...extra],
    cwd: join(root, "notebooks"),
    env: jupyterEnvironment(root, env),
  };
}

function labArguments(root: string, notebook: string): string[] {
  return [
    "lab",
    "--ServerApp.ip=127.0.0.1",
    `--ServerApp.root_dir=${root}`,
    `--LabApp.default_url=/lab/tree/${notebook}`,
  ];
}

function classicArguments(root: string, notebook: string): string[] {
  return [
    "notebook",
    "--NotebookApp.ip=127.0.0.1",
    `--NotebookApp.notebook_dir=${root}`,
    `--NotebookApp.default_url=/notebooks/${notebook}`,
  ];
}

/** Lab would ask, in a window over the notebook, whether it may fetch news. */
function writeLabSettings(root: string): void {
  const settings = { disabledExtensions: { "@jupyterlab/apputils-extension:announcements": true } };
  const path = setUpFolder(root, "jupyter-home", "config", "labconfig", "page_config.json");
  writeWhole(path, `${JSON.stringify(settings)}\n`);
}
