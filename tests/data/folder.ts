import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { PUBLISHED_FOLDER } from "../../src/data/load-published.js";
import { REFERENCE_FOLDER } from "../../src/data/load-reference.js";

/** A folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "census-data-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A folder that holds copies of the published data set and of the reference where the project holds them. */
export function projectCopy(): string {
  const root = folderWith();
  for (const folder of [PUBLISHED_FOLDER, REFERENCE_FOLDER]) {
    cpSync(join(PROJECT_ROOT, folder), join(root, folder), { recursive: true });
  }
  return root;
}

/** The same with these files beside it. */
export function projectWith(files: Readonly<Record<string, string>>): string {
  const root = projectCopy();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

/** Changes one file in place. */
export function changeFile(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
