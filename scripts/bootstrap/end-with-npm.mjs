import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { isAlive } from "./lock.mjs";

const LOOK_MS = 500;

/**
 * Ends this process, as a polite kill would, when the npm that started it is gone: npm passes on no signal that ends it
 * at once, and what nobody waits for would go on asking. Started without npm, it goes on as any program does.
 *
 * Between npm and this process there may be a shell, which outlives npm.
 */
export function endWithNpm() {
  const script = process.env.npm_lifecycle_script;
  // What a program of npm's starts has the variable too.
  if (script === undefined || !script.includes(basename(process.argv[1] ?? ""))) return;
  const parent = process.ppid;
  const { line, parent: above } = processEntry(parent);
  const isShell = line.includes(script);
  const watch = setInterval(() => {
    const isThere = isChildOf(parent) && (!isShell || above === undefined || isUnder(parent, above));
    if (isThere) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_MS);
  watch.unref();
}

/**
 * Windows gives the number of the parent that was, whether it is there or not.
 *
 * @param {number} parent
 */
function isChildOf(parent) {
  return process.ppid === parent && (process.platform !== "win32" || isAlive(parent));
}

/**
 * Elsewhere than on Linux it costs a program to ask who the parent is.
 *
 * @param {number} pid
 * @param {number} parent
 */
function isUnder(pid, parent) {
  return process.platform === "linux" ? processEntry(pid).parent === parent : isAlive(parent);
}

/**
 * The command line and the parent of a process, as far as the system tells.
 *
 * @param {number} pid
 * @returns {{ line: string, parent?: number }}
 */
function processEntry(pid) {
  try {
    return process.platform === "linux" ? entryFromProc(pid) : entryFromPs(pid);
  } catch {
    return { line: "" };
  }
}

/** @param {number} pid */
function entryFromProc(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ");
  // The second field is the program's name in brackets, which may hold blanks and brackets.
  return { line, parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) };
}

/** @param {number} pid */
function entryFromPs(pid) {
  const args = ["-o", "ppid=", "-o", "args=", "-p", String(pid)];
  const [parent, ...line] = execFileSync("ps", args, { encoding: "utf8" }).trim().split(/\s+/);
  return { line: line.join(" "), parent: Number(parent) };
}
