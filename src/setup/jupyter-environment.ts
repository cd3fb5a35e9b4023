import { mkdirSync } from "node:fs";
import { delimiter } from "node:path";
import { setUpFolder } from "./set-up-folder.js";

/**
 * The environment in which Jupyter finds the project's kernel, and nothing of the person's own configuration, which
 * could change what is written. Whatever else stands in `env` stays.
 */
export function jupyterEnvironment(root: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { JUPYTER_CONFIG_PATH: _, ...rest } = env;
  const path = [setUpFolder(root, "jupyter"), ...(env.JUPYTER_PATH ? [env.JUPYTER_PATH] : [])];
  return {
    ...rest,
    JUPYTER_PATH: path.join(delimiter),
    JUPYTER_CONFIG_DIR: setUpFolder(root, "jupyter-home", "config"),
    JUPYTER_DATA_DIR: setUpFolder(root, "jupyter-home", "data"),
    JUPYTER_RUNTIME_DIR: setUpFolder(root, "jupyter-home", "runtime"),
    IPYTHONDIR: ipythonFolder(root),
  };
}

/** Makes the folder that IPython warns of where it is missing. */
export function makeIpythonFolder(root: string): void {
  mkdirSync(ipythonFolder(root), { recursive: true });
}

function ipythonFolder(root: string): string {
  return setUpFolder(root, "jupyter-home", "ipython");
}
