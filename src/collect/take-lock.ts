import nodeFiles from "node:fs";
import { join } from "node:path";
import type { Clock, Random } from "../census/clock.js";
import { diskError, onDisk } from "../census/disk-error.js";
import { RunError } from "../census/errors.js";
import { shownPath } from "../census/shown-path.js";
import { isAlive, ownMark, type ProcessMark } from "../setup/process-mark.js";
import type { FileSystem } from "./file-system.js";
import { writeNew } from "./write-bytes.js";

/** How often one tries again that met another who tried at the same moment, and the longest wait between, in ms. */
const TRIES = 5;
const LONGEST_WAIT_MS = 40;

export interface LockOptions {
  readonly folder: string;
  readonly files: FileSystem;
  readonly clock: Clock;
  readonly random: Random;
  /** Default: this process. */
  readonly own?: ProcessMark;
  /** What it is that one process at a time may do. Default: to collect into the folder. */
  readonly deed?: Deed;
}

/** For messages: "Another process (42) collects into data/runs/may. Wait until it ends, or …" */
export interface Deed {
  /** Such as "collects into data/runs/may". */
  readonly doing: string;
  /** What one can do besides waiting and ending the other, such as "name another run". */
  readonly instead?: string;
}

/**
 * Takes a folder for this process alone. Returns what gives it back.
 *
 * Each process lays down a file whose name is its own mark, and only then looks for those of others: of two that come at
 * once at least one sees the other, and steps back. What a dead process left is told by its name, which no later process
 * can have, so that anyone may remove it at any time.
 *
 * Errors: RunError naming the process that holds it, or where the folder cannot be written
 */
export async function takeLock(options: LockOptions): Promise<() => void> {
  const { folder, files, clock, random, own = ownMark(), deed = collecting(folder) } = options;
  const path = join(folder, fileName(own));
  const release = () => files.rmSync(path, { force: true });
  for (let tries = 1; ; tries++) {
    requireNone(livingOthers(options, own), { folder, own, deed });
    announce(files, path, { folder, own, deed });
    const [other] = livingOthers(options, own);
    if (other === undefined) return release;
    release();
    if (tries === TRIES) throw heldBy(other, { folder, own, deed });
    await clock.sleep(Math.ceil(random() * LONGEST_WAIT_MS));
  }
}

/** Errors: RunError naming the process that collects into a folder. Nothing is taken */
export function requireFree(folder: string): void {
  if (!nodeFiles.existsSync(folder)) return;
  const own = ownMark();
  requireNone(livingOthers({ folder, files: nodeFiles }, own), { folder, own, deed: collecting(folder) });
}

function collecting(folder: string): Deed {
  return { doing: `collects into ${shownPath(folder)}`, instead: "name another run with CENSUS_RUN" };
}

interface Seeker {
  readonly folder: string;
  readonly own: ProcessMark;
  readonly deed: Deed;
}

function announce(files: FileSystem, path: string, { own, deed }: Seeker): void {
  const content = `Process ${own.pid} ${deed.doing}. Delete this file only where it does not.\n`;
  try {
    writeNew(files, path, content, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw diskError(error, path);
    throw new RunError(
      `This process (${own.pid}) ${deed.doing} already. Let that end, or restart the kernel.`,
    );
  }
}

function requireNone([other]: readonly ProcessMark[], seeker: Seeker): void {
  if (other !== undefined) throw heldBy(other, seeker);
}

function heldBy(other: ProcessMark, { folder, own, deed }: Seeker): RunError {
  const where = other.host === own.host ? "" : ` on the machine ${other.host}`;
  const instead = deed.instead === undefined ? "" : `, or ${deed.instead}`;
  return new RunError(
    `Another process (${other.pid}${where}) ${deed.doing}. Wait until it ends, or end it${instead}. ` +
      `Where no such process is left, delete ${shownPath(join(folder, fileName(other)))}.`,
  );
}

/** The marks of others that are alive; what the dead left is removed. */
function livingOthers(
  { folder, files }: Pick<LockOptions, "folder" | "files">,
  own: ProcessMark,
): ProcessMark[] {
  const marks = onDisk(folder, () => files.readdirSync(folder)).flatMap((name) => maybeMark(name) ?? []);
  const others = marks.filter((mark) => fileName(mark) !== fileName(own));
  const living = others.filter((mark) => isAlive(mark, own));
  for (const mark of others.filter((other) => !living.includes(other))) {
    onDisk(folder, () => files.rmSync(join(folder, fileName(mark)), { force: true }));
  }
  return living;
}

function fileName({ pid, started, boot, host }: ProcessMark): string {
  return ["lock", pid, started, boot, host].join(".");
}

function maybeMark(name: string): ProcessMark | undefined {
  const [, pid, started, boot, host] = /^lock\.(\d+)\.(\d+)\.([0-9a-f]*)\.([\w-]*)$/.exec(name) ?? [];
  if (pid === undefined || started === undefined || boot === undefined || host === undefined)
    return undefined;
  return { pid: Number(pid), started, boot, host };
}
