import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureBuild } from "./build.mjs";
import { endWithNpm } from "./end-with-npm.mjs";
import { withLock } from "./lock.mjs";
import { ensurePackages } from "./packages.mjs";
import { BootstrapError } from "./run-tool.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const OLDEST_NODE = [20, 19];

/** Errors that are for the person: their message says all, a stack would bury it. */
const TOLD_WITHOUT_STACK = [
  "SetupError",
  "NotebookError",
  "ConfigurationError",
  "DataFileError",
  "ArgumentError",
  "RunError",
];

/**
 * Brings packages and build up to date, then the rest of the set-up where it is asked for, then runs a command of
 * the compiled project with this process's arguments. Its number becomes the exit status, its error is told.
 *
 * @param {{ module: string, name: string, setUp?: boolean | { server: boolean } }} command
 *   `module` is relative to dist/, `name` its export, called with `{ root, args, tools }`
 */
export async function startCommand({ module, name, setUp = false }) {
  endWithNpm();
  try {
    const tools = await withLock({ path: join(ROOT, ".setup/lock"), say }, () => prepare(setUp));
    const command = (await load(module))[name];
    process.exitCode = await command({ root: ROOT, args: process.argv.slice(2), tools });
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Error && TOLD_WITHOUT_STACK.includes(error.name))
      console.error(`\n${error.message}`);
    else console.error(error);
  }
}

/** @param {boolean | { server: boolean }} setUp */
async function prepare(setUp) {
  checkNode();
  await ensurePackages({ root: ROOT, say });
  await ensureBuild({ root: ROOT, say });
  if (setUp === false) return undefined;
  const [{ setUp: setUpRest }, { thisMachine }] = await Promise.all([
    load("setup/set-up.js"),
    load("setup/machine.js"),
  ]);
  return setUpRest(thisMachine({ root: ROOT, say }), setUp === true ? { server: false } : setUp);
}

/** @param {string} module */
function load(module) {
  return import(pathToFileURL(join(ROOT, "dist", module)).href);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new BootstrapError(
    `Node ${OLDEST_NODE.join(".")} or later is needed, this is ${process.versions.node}: install one from https://nodejs.org.`,
  );
}

/** @param {string} line */
function say(line) {
  console.log(line);
}
