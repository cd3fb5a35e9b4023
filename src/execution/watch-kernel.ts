/**
 * Loaded into the kernel before it starts (`node --import`): a rejected promise that nobody awaits, or an exception in
 * a timer, leaves its cell without a sign, so it is told on the kernel's own stderr, which no notebook takes over.
 */
import { writeSync } from "node:fs";
import { UNHANDLED_MARK } from "./unhandled-mark.js";

const STDERR = 2;

function tell(reason: unknown): void {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  writeSync(STDERR, `${UNHANDLED_MARK}${JSON.stringify(text)}\n`);
}

// The variable that loads this file reaches the kernel's own children too; what they do is theirs.
const isKernel = process.argv[2] === "kernel";
if (isKernel) process.on("unhandledRejection", tell).on("uncaughtExceptionMonitor", tell);
