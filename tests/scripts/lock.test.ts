import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { withLock } from "../../scripts/bootstrap/lock.mjs";

/** No process has it: it is above the highest number that Linux and macOS give. */
const DEAD_PID = 99_999_999;

let path: string;
let said: string[];

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "census-lock-")), "inside", "lock");
  said = [];
});

const say = (line: string): void => void said.push(line);

it("the lock is there while the work is done, and gone after it, even when it fails", async () => {
  const result = await withLock({ path, say }, async () => readFileSync(path, "utf8").trim());
  expect(result).toBe(String(process.pid));
  expect(existsSync(path)).toBe(false);
  const failing = withLock({ path, say }, async () => {
    throw new Error("no disk");
  });
  await expect(failing).rejects.toThrow("no disk");
  expect(existsSync(path)).toBe(false);
});

it("two works never overlap, and the waiting one tells for whom it waits", async () => {
  const events: string[] = [];
  let finishFirst: (() => void) | undefined;
  // As if by another process: the parent is alive, and is not this one.
  const first = withLock({ path, say, pid: process.ppid }, async () => {
    events.push("first begins");
    await new Promise<void>((resolve) => {
      finishFirst = resolve;
    });
    events.push("first ends");
  });
  const second = withLock({ path, say }, async () => void events.push("second"));
  await expect.poll(() => said).toHaveLength(1);
  finishFirst?.();
  await Promise.all([first, second]);
  expect(events).toEqual(["first begins", "first ends", "second"]);
  expect(said[0]).toContain(`waiting for another one to end (process ${process.ppid};`);
});

it("the lock of a process that is gone is taken over", async () => {
  await withLock({ path, say }, async () => {});
  writeFileSync(path, `${DEAD_PID}\n`);
  expect(await withLock({ path, say }, async () => "done")).toBe("done");
  expect(said).toEqual([]);
});
