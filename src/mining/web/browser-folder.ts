import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onDisk } from "../../census/disk-error.js";
import { isAlive, ownMark } from "../../setup/process-mark.js";
import { isRunning } from "../../setup/process-tree.js";
import { makeOwnFolder, sessionFolder } from "./session-store.js";

/** The number of the process that drives the browser, and when that started: a number comes again. */
const NAME = /^browser-(\d+)-(?:(\d+)-)?/;

/** Folders of this process's browsers that run: another with this process's number was a dead one's. */
const own = new Set<string>();

/** What a browser writes at its start, about. */
const ROOM_BYTES = 2 ** 20;

/**
 * A fresh folder for a browser's files, which only its owner may look into. What dead processes left goes.
 *
 * Errors: RunError with what to do where the disk refuses
 */
export function makeBrowserFolder(root: string): string {
  const parent = sessionFolder(root);
  makeOwnFolder(parent);
  const folder = onDisk(parent, () => {
    for (const name of readdirSync(parent)) {
      if (isLeftOver(name, join(parent, name))) removeBrowserFolder(join(parent, name));
    }
    return mkdtempSync(join(parent, `browser-${process.pid}-${ownMark().started}-`));
  });
  own.add(folder);
  return folder;
}

/**
 * To be called when a browser did not start: it does not tell that the disk refuses what it writes.
 *
 * Errors: RunError with what to do where the disk does
 */
export function requireRoom(folder: string): void {
  onDisk(folder, () => writeFileSync(join(folder, "room"), Buffer.alloc(ROOM_BYTES)));
}

function isLeftOver(name: string, folder: string): boolean {
  const [, pid, started] = NAME.exec(name) ?? [];
  if (pid === undefined) return false;
  if (Number(pid) === process.pid) return !own.has(folder);
  return started === undefined
    ? !isRunning(Number(pid))
    : !isAlive({ ...ownMark(), pid: Number(pid), started });
}

/** Removes the folder of a browser that has ended; where that fails, the next launch tries again. */
export function removeBrowserFolder(folder: string): void {
  own.delete(folder);
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // A helper process of the browser can hold a file for a moment longer.
  }
}
