import nodeFiles from "node:fs";
import { dirname } from "node:path";
import type { Clock } from "../census/clock.js";
import { takeLock } from "../collect/take-lock.js";
import { makeOwnFolder, sessionPath } from "../mining/web/session-store.js";

/**
 * Takes a service for this process alone, whatever run it collects into: two at once would halve the pace, with one
 * account. Returns what gives it back.
 *
 * Errors: RunError naming the process that asks the service now, or where the disk refuses
 */
export async function lockService({
  root,
  url,
  clock,
}: {
  root: string;
  url: string;
  clock: Clock;
}): Promise<() => void> {
  const folder = dirname(sessionPath(root, url));
  makeOwnFolder(dirname(folder));
  makeOwnFolder(folder);
  const deed = { doing: `asks ${url} now, and one at a time is polite` };
  return takeLock({ folder, files: nodeFiles, clock, random: Math.random, deed });
}
