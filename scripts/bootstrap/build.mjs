import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { runTool } from "./run-tool.mjs";

const STAMP = "dist/.stamp";
const BUILD_RECORD = "dist/.tsbuildinfo";

/**
 * Compiles src/ into dist/, unless dist/ was compiled from these very sources; what no source stands behind is deleted.
 *
 * Errors: BootstrapError with the compiler's messages when a source does not compile
 *
 * @param {{ root: string, say: (line: string) => void }} project
 */
export async function ensureBuild({ root, say }) {
  const stamp = join(root, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === stampText(root)) return;
  say("Build: compiling src…");
  rmSync(stamp, { force: true });
  deleteOrphans(root);
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const args = [compiler, "-b", "--pretty", "false"];
  await runTool({ what: "The build failed", command: process.execPath, args, cwd: root });
  writeFileSync(stamp, stampText(root));
}

/**
 * The sources, and when the compiler wrote last: a build by hand in between may have been one of other sources.
 *
 * @param {string} root
 */
function stampText(root) {
  const built = statSync(join(root, BUILD_RECORD), { throwIfNoEntry: false });
  return `${sourceHash(root)} ${built?.mtimeMs ?? "not built"}\n`;
}

/**
 * Of every source, and of what else decides how it is compiled.
 *
 * @param {string} root
 */
export function sourceHash(root) {
  const hash = createHash("sha256");
  const sources = filesUnder(join(root, "src")).map((path) => join("src", path));
  for (const path of ["package.json", "package-lock.json", "tsconfig.json", ...sources]) {
    hash
      .update(`${path.split(sep).join("/")}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * Deletes the compiled files whose source is gone; where a compiled file is missing, the compiler's record goes too,
 * since it would take that file for written.
 *
 * @param {string} root
 */
export function deleteOrphans(root) {
  const modules = filesUnder(join(root, "src")).map(moduleOf);
  const compiled = filesUnder(join(root, "dist")).filter((path) => !path.startsWith("."));
  for (const path of compiled) {
    if (!modules.includes(moduleOf(path))) rmSync(join(root, "dist", path));
  }
  const sources = filesUnder(join(root, "src")).filter(
    (path) => path.endsWith(".ts") && !path.endsWith(".d.ts"),
  );
  const isComplete = sources.every((path) => compiled.includes(path.replace(/\.ts$/, ".js")));
  if (!isComplete) rmSync(join(root, BUILD_RECORD), { force: true });
}

/** @param {string} path */
function moduleOf(path) {
  return path.replace(/(\.d)?\.ts$|\.js$/, "");
}

/**
 * Paths relative to the folder, sorted; none when there is no such folder.
 *
 * @param {string} folder
 */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
