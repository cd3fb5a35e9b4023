import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** What tells one process from all others, later ones with the same number included. */
export interface ProcessMark {
  readonly pid: number;
  /** When it started: on Linux in clock ticks since the system did, elsewhere in ms; only ever compared. */
  readonly started: string;
  /** The start of the system, on Linux; else empty. */
  readonly boot: string;
  readonly host: string;
}

export function ownMark(): ProcessMark {
  const started = maybeStart(process.pid) ?? String(Math.round(performance.timeOrigin));
  return { pid: process.pid, started, boot: bootMark(), host: hostname().replaceAll(/[^\w-]/g, "-") };
}

/**
 * Whether a process is still there. One of another machine is taken to be: nobody here can tell.
 *
 * One that has ended and only waits for its parent to notice is not there any more.
 */
export function isAlive(mark: ProcessMark, own: ProcessMark = ownMark()): boolean {
  if (mark.host !== own.host) return true;
  if (mark.boot !== own.boot) return false;
  if (mark.pid === own.pid) return mark.started === own.started;
  if (process.platform === "linux") return maybeStart(mark.pid) === mark.started;
  return answers(mark.pid);
}

/** The start of a living process, from /proc; undefined where there is no such process, or no /proc. */
function maybeStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets, which may hold blanks and brackets; the third is the state.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function bootMark(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").slice(0, 8);
  } catch {
    return "";
  }
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
