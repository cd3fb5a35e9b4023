import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 50;
const GRACE_MS = 10_000;

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
}

/** The processes that a process started, and those that they started; a Jupyter kernel is one, whatever its session. */
export function descendantsOf(pid: number): number[] {
  const all = listProcesses();
  const children = (parent: number): number[] =>
    all.filter((entry) => entry.parent === parent).flatMap((entry) => [entry.pid, ...children(entry.pid)]);
  return children(pid);
}

/** Ends a process and all that it started: politely, and after 10 s by force. */
export async function endTree(pid: number): Promise<void> {
  if (process.platform === "win32") return endTreeOnWindows(pid);
  const pids = [pid, ...descendantsOf(pid)];
  for (const each of pids) send(each, "SIGTERM");
  for (let waitedMs = 0; waitedMs < GRACE_MS && pids.some(isRunning); waitedMs += POLL_MS)
    await sleep(POLL_MS);
  for (const each of pids) send(each, "SIGKILL");
}

/**
 * The memory that a process and all that it started hold now, in bytes: the sum of their resident sets, in which what
 * they share counts more than once.
 *
 * Missing: NaN where the system does not tell (Windows)
 */
export function treeMemoryBytes(pid: number): number {
  if (process.platform === "win32") return Number.NaN;
  const resident = [pid, ...descendantsOf(pid)].map(
    process.platform === "linux" ? residentFromProc : residentFromPs,
  );
  return resident.reduce((sum, bytes) => sum + bytes, 0);
}

/** 0 for a process that has just ended. */
function residentFromProc(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

function residentFromPs(pid: number): number {
  try {
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1_024;
  } catch {
    return 0;
  }
}

function endTreeOnWindows(pid: number): void {
  try {
    execFileSync("taskkill", ["/PID", String(pid), "/T", "/F"], { stdio: "ignore" });
  } catch {
    // It ended by itself in the meantime.
  }
}

function listProcesses(): ProcessEntry[] {
  if (process.platform === "linux") return listFromProc();
  const text = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [pid = Number.NaN, parent = Number.NaN] = line.trim().split(/\s+/).map(Number);
      return { pid, parent };
    });
}

/** `ps` is not everywhere on Linux; /proc is. */
function listFromProc(): ProcessEntry[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => {
    const parent = parentFromProc(name);
    return parent === undefined ? [] : [{ pid: Number(name), parent }];
  });
}

/** Undefined for a process that is gone, or that has ended and only waits for its parent to notice. */
function parentFromProc(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets, which may hold blanks and brackets.
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : Number(parent);
  } catch {
    return undefined;
  }
}

/** Whether a process is there and has not ended; one that only waits for its parent to notice has. */
export function isRunning(pid: number): boolean {
  return process.platform === "linux" ? parentFromProc(String(pid)) !== undefined : send(pid, 0);
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
