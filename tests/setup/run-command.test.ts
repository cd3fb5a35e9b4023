import { afterEach, expect, it, vi } from "vitest";
import type { Command } from "../../src/setup/command-runner.js";
import { isRunning } from "../../src/setup/process-tree.js";
import { runCommand } from "../../src/setup/run-command.js";

const node = (script: string, options: Pick<Command, "timeoutMs" | "onStderrLine"> = {}) =>
  runCommand({ command: process.execPath, args: ["-e", script], ...options });

afterEach(() => vi.useRealTimers());

it("a program's output and status come back", async () => {
  const result = await node("console.log('out'); console.error('err'); process.exit(3)");
  expect(result).toEqual({ stdout: "out\n", stderr: "err\n", status: 3 });
});

it("a program that is not there is a result, not an exception", async () => {
  const result = await runCommand({ command: "no-such-program-here", args: [] });
  expect(result).toMatchObject({ status: undefined, failure: "could not be started (ENOENT)" });
});

it("a program that takes too long is ended with all that it started", async () => {
  const grandchild = `require("node:child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { detached: true })`;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const result = await node(`console.error((${grandchild}).pid); setTimeout(() => {}, 60000)`, {
    timeoutMs: 700,
    // The time is up once the program has told what it started, and not before.
    onStderrLine: () => {
      vi.advanceTimersByTime(700);
      vi.useRealTimers();
    },
  });
  expect(result).toMatchObject({ status: undefined, failure: "took longer than 0.7 s" });
  const pid = Number(result.stderr);
  expect(pid).toBeGreaterThan(0);
  expect(isRunning(pid)).toBe(false);
});
