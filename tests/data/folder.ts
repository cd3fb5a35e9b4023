import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { PUBLISHED_FOLDER } from "../../src/data/load-published.js";

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

/** A folder that holds a copy of the published data set where the project holds it. */
export function projectCopy(): string {
  const root = folderWith();
  cpSync(join(PROJECT_ROOT, PUBLISHED_FOLDER), join(root, PUBLISHED_FOLDER), { recursive: true });
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
