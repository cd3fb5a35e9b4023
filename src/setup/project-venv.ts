import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { programName } from "./find-on-path.js";
import { setUpFolder, writeWhole } from "./set-up-folder.js";

/**
 * The state of the project's .venv: `ours` the set-up made it from the present requirements; `outdated` it made it,
 * but not to the end or from other requirements; `foreign` somebody else made it.
 */
export type VenvState = "absent" | "ours" | "outdated" | "foreign";

export function venvFolder(root: string): string {
  return join(root, ".venv");
}

export function requirementsPath(root: string): string {
  return join(root, "scripts", "requirements.txt");
}

/** The path of a program inside the .venv, whether it is there or not. */
export function venvProgram(root: string, name: string, platform: NodeJS.Platform): string {
  return join(venvFolder(root), platform === "win32" ? "Scripts" : "bin", programName(name, platform));
}

export function venvState(root: string): VenvState {
  if (!existsSync(venvFolder(root))) return "absent";
  if (!existsSync(markPath(root))) return "foreign";
  return readFileSync(markPath(root), "utf8") === requirementsHash(root) ? "ours" : "outdated";
}

/** Makes the folder of a new .venv, marked as unfinished until `markVenvFinished`: a killed set-up leaves that mark. */
export function beginVenv(root: string): void {
  removeVenv(root);
  writeWhole(markPath(root), "unfinished");
}

export function markVenvFinished(root: string): void {
  // JupyterLab brings scripts for Node that are no ES modules; without this they would count as part of the project.
  writeFileSync(join(venvFolder(root), "package.json"), '{ "type": "commonjs" }\n');
  writeWhole(markPath(root), requirementsHash(root));
}

/** Deletes a .venv that the set-up made, whole or half. Moved away first, so that no half of it is left in its place. */
export function removeVenv(root: string): void {
  if (!existsSync(venvFolder(root))) return;
  const aside = setUpFolder(root, `venv-removed-${process.pid}`);
  mkdirSync(dirname(aside), { recursive: true });
  renameSync(venvFolder(root), aside);
  rmSync(aside, { recursive: true, force: true });
}

function markPath(root: string): string {
  return join(venvFolder(root), ".tracker-census");
}

function requirementsHash(root: string): string {
  return createHash("sha256")
    .update(readFileSync(requirementsPath(root)))
    .digest("hex");
}
