import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { jupyterEnvironment } from "../setup/jupyter-environment.js";
import { STARTER_VARIABLE } from "./starter.js";

/** Settings of collections and accounts: a reproduction reads the published set, whatever the person has set. */
const PERSONAL = /^(CENSUS|GH|GITHUB|GOOGLE|SERPAPI|DATAFORSEO|BIGQUERY)_/;

/** The environment for a run that must give the same bytes for everybody: UTC, no settings, no `.env`. */
export function reproductionEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !PERSONAL.test(name) && name !== "FORCE_COLOR");
  return {
    ...Object.fromEntries(kept),
    TZ: "UTC",
    LC_ALL: "C.UTF-8",
    NO_COLOR: "1",
    CENSUS_ENV_FILE: "none",
  };
}

/** What every run of a notebook needs besides: the project's kernel, which tells of failures that no cell shows. */
export function notebookEnvironment(root: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // The compiled file, by the project's folder: Node loads it by itself. As an address it has no blanks.
  const watch = `--import=${pathToFileURL(join(root, "dist", "execution", "watch-kernel.js")).href}`;
  const options = env.NODE_OPTIONS ? `${env.NODE_OPTIONS} ${watch}` : watch;
  return {
    ...jupyterEnvironment(root, env),
    NODE_OPTIONS: options,
    [STARTER_VARIABLE]: String(process.pid),
  };
}
