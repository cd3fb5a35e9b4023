import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { descendantsOf, isRunning } from "../../src/setup/process-tree.js";
import { buildCopy, copyProject } from "../project-copy.js";

const MINUTE_MS = 60_000;
const COUNTED_MS = 3 * MINUTE_MS;
/** More than twice what the product takes before it ends by force. */
const ENDED_MS = 45_000;
/** The counting stays at its first wait, however late it is ended; never waited for. */
const PACE = { CENSUS_PACE_SECONDS: "3600" };

/** What ends `npm run collect`, and how the run says that it ended. */
const ENDS = [
  ["SIGINT", "interrupted"],
  ["SIGTERM", "interrupted"],
  ["SIGKILL", "interrupted"],
] as const;

const children: ChildProcess[] = [];

/** One that a failed test leaves would wait for an hour; what it started ends with it. */
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function collecting(folder: string, run: string): ChildProcess {
  const env = { ...process.env, ...PACE, CENSUS_RUN: run };
  const child = spawn(process.execPath, ["scripts/collect.mjs"], { cwd: folder, env });
  children.push(child);
  return child;
}

/** The program of nbconvert, between the command and the kernel. */
function nbconvertOf(child: ChildProcess): number {
  const isNbconvert = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("nbconvert");
  return descendantsOf(child.pid ?? 0).find(isNbconvert) ?? 0;
}

describe("npm run collect, ended by", () => {
  const copy = copyProject("ended");
  beforeAll(() => buildCopy(copy.folder), COUNTED_MS);
  afterAll(() => copy.remove());

  it.each(ENDS)(
    "%s, leaves no process, and a run that goes on",
    async (signal, how) => {
      const folder = join(copy.folder, "data", "practice", signal);
      const child = collecting(copy.folder, signal);
      const said = textOf(child);
      await untilCounted(said);
      const started = descendantsOf(child.pid ?? 0);
      expect(started.length).toBeGreaterThan(3);
      const ended = new Promise((resolve) => child.once("close", resolve));
      child.kill(signal);
      await ended;
      await vi.waitFor(() => expect(started.filter(isRunning)).toEqual([]), { timeout: ENDED_MS });
      expect(said.text).not.toMatch(/census-progress|failed|Error/);
      if (signal !== "SIGKILL") expect(said.text).toContain("Stopped. 1 of 21 are counted and kept");
      const { sessions } = JSON.parse(readFileSync(join(folder, "provenance.json"), "utf8"));
      expect(sessions.at(-1).how).toBe(how);
      const rows = JSON.parse(readFileSync(join(folder, "output.json"), "utf8"));
      expect(rows.filter(({ number }: { number: number | null }) => number !== null)).toHaveLength(1);
      expect(readdirSync(folder).filter((name) => name.startsWith("lock"))).toEqual([]);
    },
    5 * MINUTE_MS,
  );
});

describe.runIf(process.platform === "linux")("npm run collect, when nbconvert is killed", () => {
  const copy = copyProject("no-nbconvert");
  beforeAll(() => buildCopy(copy.folder), COUNTED_MS);
  afterAll(() => copy.remove());

  it(
    "ends and says so, and its kernel ends",
    async () => {
      const child = collecting(copy.folder, "orphan");
      const said = textOf(child);
      await untilCounted(said);
      const started = descendantsOf(child.pid ?? 0);
      process.kill(nbconvertOf(child), "SIGKILL");
      const status = await new Promise((resolve) => child.once("close", resolve));
      expect(status).toBe(1);
      expect(said.text).toContain("was ended by SIGKILL");
      await vi.waitFor(() => expect(started.filter(isRunning)).toEqual([]), { timeout: ENDED_MS });
    },
    5 * MINUTE_MS,
  );
});

async function untilCounted(said: { text: string }): Promise<void> {
  await vi.waitFor(() => expect(said.text).toContain("1 of 21 searches done"), { timeout: COUNTED_MS });
}

function textOf(child: ChildProcess): { text: string } {
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said.text += text;
    });
  }
  return said;
}
