import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { BootstrapError, runTool } from "./run-tool.mjs";

const STAMP = "node_modules/.tracker-census.json";
/** What npm itself writes down of what it installed. */
const INSTALLED = "node_modules/.package-lock.json";

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[] }} LockedPackage
 * @typedef {{ platform: string, arch: string, nodeMajor: string }} Host
 */

/** @returns {Host} */
export function thisHost() {
  return {
    platform: process.platform,
    arch: process.arch,
    nodeMajor: process.versions.node.split(".")[0] ?? "",
  };
}

/**
 * Installs the packages with `npm ci`, unless those installed are of this lock file, Node and platform.
 *
 * Errors: BootstrapError when npm fails
 *
 * @param {{ root: string, say: (line: string) => void }} project
 */
export async function ensurePackages({ root, say }) {
  const host = thisHost();
  if (!arePackagesCurrent(root, host)) {
    say("Packages: installing with npm ci…");
    const npm = npmCommand();
    const args = [...npm.args, "ci", "--include=dev", "--no-audit", "--no-fund"];
    await runTool({ what: "npm ci failed", command: npm.command, args, cwd: root, shell: npm.shell });
  }
  const [stamp, text] = [join(root, STAMP), `${stampText(root, host)}\n`];
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== text) writeFileSync(stamp, text);
}

/**
 * Whether the installed packages are those of package-lock.json, for this platform and Node.
 *
 * Without a stamp of the set-up (somebody ran `npm ci` by hand) npm's own record decides.
 *
 * @param {string} root
 * @param {Host} host
 */
export function arePackagesCurrent(root, host) {
  if (!existsSync(join(root, "package-lock.json"))) {
    throw new BootstrapError(
      `package-lock.json is missing in ${root}: restore it (git checkout package-lock.json).`,
    );
  }
  const stamp = join(root, STAMP);
  if (existsSync(stamp)) return readFileSync(stamp, "utf8").trim() === stampText(root, host);
  if (!existsSync(join(root, INSTALLED))) return false;
  const locked = readPackages(join(root, "package-lock.json"));
  return isInstalledAs(readPackages(join(root, INSTALLED)), locked, host);
}

/**
 * @param {Record<string, LockedPackage>} installed
 * @param {Record<string, LockedPackage>} locked
 * @param {Host} host
 */
function isInstalledAs(installed, locked, { platform, arch }) {
  const isOfHost = (/** @type {LockedPackage} */ { os, cpu }) =>
    (os === undefined || os.includes(platform)) && (cpu === undefined || cpu.includes(arch));
  return (
    Object.entries(installed).every(([path, { version }]) => locked[path]?.version === version) &&
    Object.entries(locked).every(([path, entry]) => path === "" || entry.optional || path in installed) &&
    Object.values(installed).every(isOfHost)
  );
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages ?? {};
}

/**
 * @param {string} root
 * @param {Host} host
 */
function stampText(root, host) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return JSON.stringify({ lock, ...host });
}

/** The npm that runs this script, else the one on the PATH (a command file on Windows, which needs a shell). */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running !== undefined && basename(running) === "npm-cli.js") {
    return { command: process.execPath, args: [running], shell: false };
  }
  return { command: "npm", args: [], shell: process.platform === "win32" };
}
