/**
 * Loaded into the kernel before it starts (`node --import`).
 *
 * A rejected promise that nobody awaits, or an exception in a timer, leaves its cell without a sign, so it is told on the
 * kernel's own stderr, which no notebook takes over. And a kernel for which nobody waits any more ends itself: who
 * started it may have been killed outright, and told nobody.
 */
import { writeSync } from "node:fs";
import { isRunning } from "../setup/process-tree.js";
import { STARTER_VARIABLE } from "./starter.js";
import { isKernelsOwn, UNHANDLED_MARK } from "./unhandled-mark.js";

const STDERR = 2;
const LOOK_MS = 500;
/** What is going on may end in order; after this long it has not. */
const GRACE_MS = 20_000;

function tell(reason: unknown): void {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  if (!isKernelsOwn(text)) writeSync(STDERR, `${UNHANDLED_MARK}${JSON.stringify(text)}\n`);
}

/** Ends this process when its parent, or the command that started that one, is gone. */
function endWithStarter(): void {
  const parent = process.ppid;
  const starter = Number(process.env[STARTER_VARIABLE]);
  if (!Number.isInteger(starter) || starter <= 0) return;
  const watch = setInterval(() => {
    if (process.ppid === parent && isRunning(starter)) return;
    clearInterval(watch);
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  }, LOOK_MS);
  watch.unref();
}

// The variables reach the kernel's own children too; what they do is theirs.
const isKernel = process.argv[2] === "kernel";
if (isKernel) {
  process.on("unhandledRejection", tell).on("uncaughtExceptionMonitor", tell);
  endWithStarter();
}
