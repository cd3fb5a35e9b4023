import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuild } from "../scripts/bootstrap/build.mjs";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** What is not copied but shared with the project, since it is large and nothing writes to it. */
const SHARED = ["node_modules", ".venv"];

/**
 * A copy of the project as it stands, committed or not, in a folder of its own, so that a test can run and change it.
 * Packages and Jupyter are shared; the build and whatever else is ignored by git is not copied.
 */
export function copyProject(name: string): { folder: string; remove: () => void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `census-${name}-`)));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
  });
  for (const file of listed.toString("utf8").split("\0")) {
    if (file === "" || !existsSync(join(ROOT, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  for (const shared of SHARED) {
    if (existsSync(join(ROOT, shared))) symlinkSync(join(ROOT, shared), join(folder, shared), "junction");
  }
  return { folder, remove: () => removeCopy(folder) };
}

/** Compiles a copy, unless that is done: what is started in it then need not, and does not count it as its own time. */
export async function buildCopy(folder: string): Promise<void> {
  await ensureBuild({ root: folder, say: () => {} });
}

/** Links go first: what they lead to is the project's own. */
function removeCopy(folder: string): void {
  for (const shared of SHARED) {
    const link = join(folder, shared);
    if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(link);
  }
  rmSync(folder, { recursive: true, force: true });
}
