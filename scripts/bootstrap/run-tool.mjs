import { spawn } from "node:child_process";
import { constants } from "node:os";

/** How many of a failed tool's lines are shown: npm and the compiler say first what matters, others last. */
const HEAD_LINES = 10;
const TAIL_LINES = 20;

/** What went wrong with a step of the set-up, told to the person without a stack. */
export class BootstrapError extends Error {
  /** @override */
  name = "SetupError";
}

/**
 * Runs a tool to its end without showing its output; a failure shows the first and the last lines of it.
 *
 * Errors: BootstrapError when it cannot be started or ends with another status than 0
 *
 * @param {{ what: string, command: string, args: string[], cwd: string, shell?: boolean }} tool
 *   `what` begins the message of a failure, as in "The build failed"
 * @returns {Promise<void>}
 */
export function runTool({ what, command, args, cwd, shell = false }) {
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawn(command, args, { cwd, shell, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    const release = passSignalsTo(child);
    child.on("error", (error) => {
      release();
      reject(new BootstrapError(`${what}: ${command} could not be started (${error.message}).`));
    });
    child.on("close", (status, signal) => {
      release();
      if (status === 0) resolve();
      else reject(new BootstrapError(`${what} (${signal ?? `status ${status}`}):\n${ends(output)}`));
    });
  });
}

/**
 * While a child runs, Ctrl-C and a polite kill end the child, then this process.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @returns {() => void} stops passing them on
 */
export function passSignalsTo(child) {
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    child.once("close", () => process.exit(128 + constants.signals[signal]));
    child.kill(signal);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return () => {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  };
}

/** @param {string} text */
function ends(text) {
  const lines = text.trimEnd().split("\n");
  const isShort = lines.length <= HEAD_LINES + TAIL_LINES;
  const shown = isShort ? lines : [...lines.slice(0, HEAD_LINES), "…", ...lines.slice(-TAIL_LINES)];
  return shown.map((line) => `  ${line}`).join("\n");
}
