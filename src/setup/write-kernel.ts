import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setUpFolder, writeWhole } from "./set-up-folder.js";

/** The name that the notebooks ask for. */
export const KERNEL_NAME = "tslab";
export const KERNEL_DISPLAY_NAME = "TypeScript";
export const KERNEL_LANGUAGE = "typescript";

/**
 * Registers the TypeScript kernel for this project only: a `kernel.json` under .setup, which `jupyterEnvironment` puts
 * on Jupyter's path. Returns the path of the file.
 */
export function writeKernel(root: string): string {
  const path = setUpFolder(root, "jupyter", "kernels", KERNEL_NAME, "kernel.json");
  const text = `${JSON.stringify(kernelSpec(root), null, 2)}\n`;
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeWhole(path, text);
  return path;
}

function kernelSpec(root: string): object {
  const starter = join(root, "dist", "setup", "start-kernel.js");
  return {
    argv: [process.execPath, starter, "kernel", "--config-path", "{connection_file}"],
    display_name: KERNEL_DISPLAY_NAME,
    language: KERNEL_LANGUAGE,
    // From version 22 on, Node keeps what it compiled in this folder, and starts faster the next time.
    // Node's own warnings differ from version to version, and would stand in the notebook's outputs.
    env: { NODE_NO_WARNINGS: "1", NODE_COMPILE_CACHE: setUpFolder(root, "compile-cache") },
  };
}
