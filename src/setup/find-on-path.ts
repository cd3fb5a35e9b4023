import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Machine } from "./machine.js";

/** Every program of that name in the folders of PATH, first one first; `name` is without `.exe`. */
export function findOnPath(name: string, { env, platform }: Pick<Machine, "env" | "platform">): string[] {
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter((folder) => folder !== "");
  const paths = folders.map((folder) => join(folder, programName(name, platform)));
  return [...new Set(paths)].filter(isProgram);
}

export function programName(name: string, platform: NodeJS.Platform): string {
  return platform === "win32" ? `${name}.exe` : name;
}

/** Whether there is a file that may be executed; a link to nothing is none. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
