import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 200;
/** A lock without a process number is one that is just being written; after this long it is a broken one. */
const EMPTY_LOCK_MS = 2_000;

/**
 * Does the work while no other process of this project does such work.
 *
 * The lock is a file with the number of the process that holds it; the lock of a process that is gone is taken over.
 *
 * @template T
 * @param {{ path: string, say: (line: string) => void, pid?: number }} lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock({ path, say, pid = process.pid }, work) {
  await acquire({ path, say, pid });
  const release = () => rmSync(path, { force: true });
  process.on("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** @param {{ path: string, say: (line: string) => void, pid: number }} lock */
async function acquire({ path, say, pid }) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  let emptyMs = 0;
  while (!isTaken(path, pid)) {
    const holder = readHolder(path);
    emptyMs = holder === undefined ? emptyMs + POLL_MS : 0;
    if (holder === undefined ? emptyMs > EMPTY_LOCK_MS : holder === pid || !isAlive(holder)) {
      takeOver(path, holder, pid);
      continue;
    }
    if (!told && holder !== undefined) {
      say(`Set-up: waiting for another one to end (process ${holder}; its lock is ${path})…`);
      told = true;
    }
    await sleep(POLL_MS);
  }
}

/**
 * @param {string} path
 * @param {number} pid
 */
function isTaken(path, pid) {
  try {
    writeFileSync(path, `${pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Renaming is atomic: of several processes that see a dead lock one gets it. One that gets a living lock instead,
 * because another was quicker, puts it back.
 *
 * @param {string} path
 * @param {number | undefined} seen
 * @param {number} pid
 */
function takeOver(path, seen, pid) {
  const aside = `${path}.${pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readHolder(aside) === seen) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

/** @param {string} path */
function readHolder(path) {
  try {
    const pid = Number.parseInt(readFileSync(path, "utf8"), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined;
  }
}

/**
 * Whether there is such a process, of whomever.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
