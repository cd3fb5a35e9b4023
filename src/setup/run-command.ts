import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { createInterface } from "node:readline";
import type { Command, CommandResult } from "./command-runner.js";
import { endTree } from "./process-tree.js";

/** Ctrl-C, a polite kill, a closed terminal. */
const END_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const running = new Set<ChildProcess>();
/** Whether this process is told to end: then what its programs end with is nobody's failure, and not told. */
let isEnding = false;

/** The real `CommandRunner`. While programs run, Ctrl-C ends them and all that they started, then this process. */
export function runCommand(options: Command): Promise<CommandResult> {
  const { command, args, cwd, env, timeoutMs, onStderrLine } = options;
  const child = startProcess({ command, args, stdio: ["ignore", "pipe", "pipe"], cwd, env });
  const output = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output.stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  if (onStderrLine !== undefined && child.stderr !== null)
    createInterface(child.stderr).on("line", onStderrLine);
  return outcomeOf(child, timeoutMs).then((end) => ({ ...output, ...end }));
}

/**
 * Starts a program that ends when this process is told to end.
 *
 * It gets a process group of its own, so that the terminal's Ctrl-C reaches only us: Jupyter would ask back, and its
 * kernels take Ctrl-C as "interrupt the cell".
 */
export function startProcess({
  command,
  args,
  stdio,
  cwd,
  env,
}: {
  command: string;
  args: readonly string[];
  stdio: "inherit" | readonly ("ignore" | "pipe" | "inherit")[];
  cwd?: string | undefined;
  env?: NodeJS.ProcessEnv | undefined;
}): ChildProcess {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: typeof stdio === "string" ? stdio : [...stdio],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  if (running.size === 0) for (const signal of END_SIGNALS) process.on(signal, endAll);
  running.add(child);
  const forget = (): void => {
    running.delete(child);
    if (running.size === 0) for (const signal of END_SIGNALS) process.off(signal, endAll);
  };
  child.once("close", forget).once("error", forget);
  return child;
}

async function endAll(signal: NodeJS.Signals): Promise<void> {
  isEnding = true;
  await Promise.all([...running].map((child) => (child.pid === undefined ? undefined : endTree(child.pid))));
  process.exit(128 + constants.signals[signal]);
}

function outcomeOf(
  child: ChildProcess,
  timeoutMs: number | undefined,
): Promise<Pick<CommandResult, "status" | "failure">> {
  return new Promise((resolve) => {
    let failure: string | undefined;
    let ending: Promise<void> | undefined;
    const giveUp = (): void => {
      failure = `took longer than ${(timeoutMs ?? 0) / 1_000} s`;
      if (child.pid !== undefined) ending = endTree(child.pid);
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs);
    child.once("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve({ status: undefined, failure: `could not be started (${error.code ?? error.message})` });
    });
    child.once("close", async (status, signal) => {
      clearTimeout(timer);
      await ending;
      if (isEnding) return;
      if (failure === undefined && signal !== null) failure = `was ended by ${signal}`;
      resolve(failure === undefined ? { status: status ?? undefined } : { status: undefined, failure });
    });
  });
}
