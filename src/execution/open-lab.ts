import { join } from "node:path";
import { endTree } from "../setup/process-tree.js";
import { startProcess } from "../setup/run-command.js";
import type { Tools } from "../setup/set-up.js";
import { compilerReport } from "./compiler-report.js";
import { frontEndCommand } from "./front-end-command.js";
import { runInForeground } from "./run-in-foreground.js";

const FIRST_NOTEBOOK = "notebooks/visualization.ipynb";

/**
 * The command `npm run lab`: Jupyter with the project's kernel, and a compiler that follows every change of src/, so
 * that a restarted kernel has it. `args` go to Jupyter. Returns Jupyter's exit status.
 */
export async function openLab({
  root,
  args,
  tools,
}: {
  root: string;
  args: readonly string[];
  tools: Tools;
}): Promise<number> {
  const { jupyter } = tools;
  const server = frontEndCommand({ root, jupyter, notebook: FIRST_NOTEBOOK, env: process.env, extra: args });
  console.log(
    `Opening ${jupyter.frontEnd === "lab" ? "JupyterLab" : "the classic notebook"}; Ctrl-C ends it.`,
  );
  const watcher = watchSources(root);
  const status = await runInForeground(server);
  if (watcher.pid !== undefined) await endTree(watcher.pid);
  return status;
}

function watchSources(root: string): ReturnType<typeof startProcess> {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const args = [compiler, "-b", "--watch", "--preserveWatchOutput", "--pretty", "false"];
  const child = startProcess({
    command: process.execPath,
    args,
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const report = compilerReport();
  child.stdout?.setEncoding("utf8").on("data", (piece: string) => {
    for (const line of report(piece)) console.log(line);
  });
  return child;
}
