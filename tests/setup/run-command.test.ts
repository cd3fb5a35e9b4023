import { expect, it } from "vitest";
import { isRunning } from "../../src/setup/process-tree.js";
import { runCommand } from "../../src/setup/run-command.js";

const node = (script: string, timeoutMs?: number) =>
  runCommand({
    command: process.execPath,
    args: ["-e", script],
    ...(timeoutMs !== undefined && { timeoutMs }),
  });

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
  const result = await node(`console.log((${grandchild}).pid); setTimeout(() => {}, 60000)`, 700);
  expect(result).toMatchObject({ status: undefined, failure: "took longer than 0.7 s" });
  const pid = Number(result.stdout);
  expect(pid).toBeGreaterThan(0);
  expect(isRunning(pid)).toBe(false);
});
