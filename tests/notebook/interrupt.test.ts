import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "puppeteer";
import { describe, expect, it, vi } from "vitest";
import { descendantsOf } from "../../src/setup/process-tree.js";
import {
  clearOutputs,
  clickMenu,
  type FrontEnd,
  KERNEL_MS,
  MINUTE_MS,
  runAll,
  useFrontEnd,
} from "./front-end.js";

const run = promisify(execFile);
/** The counting stays at its first wait, however late it is stopped; never waited for. */
const env = { CENSUS_RUN: "stopped", CENSUS_PACE_SECONDS: "3600" };
const COUNTED = 1;
/** What a process was started with is told by /proc only. */
const CAN_SEE_PROCESSES = process.platform === "linux";
const OUTPUTS = ".jp-OutputArea-output, .output_area";

describe("the stop button, while the collection notebook counts", () => {
  const jupyter = useFrontEnd("interrupt", env);
  const folder = join(jupyter.folder, "data", "practice", "stopped");

  it(
    "closes the browser, keeps what was counted, and leaves a run that goes on",
    async () => {
      const frontEnd = jupyter.get();
      const page = await frontEnd.open("collection.ipynb");
      await clearOutputs(page, frontEnd);
      await runAll(page, frontEnd);
      await untilShown(page, frontEnd, `${COUNTED} of 21 searches done`);
      if (CAN_SEE_PROCESSES) expect(browsersOf(frontEnd)).toHaveLength(1);
      await stop(page, frontEnd);
      if (CAN_SEE_PROCESSES) {
        await vi.waitFor(() => expect(browsersOf(frontEnd)).toEqual([]), { timeout: KERNEL_MS });
      }
      await vi.waitFor(() => expect(existsSync(join(folder, "output.json"))).toBe(true), {
        timeout: KERNEL_MS,
      });
      expect(countedIn(folder)).toBe(COUNTED);
      await untilShown(page, frontEnd, `Stopped: ${COUNTED} of 21 searches done`);

      const at = { cwd: jupyter.folder, env: { ...process.env, ...env, CENSUS_PACE_SECONDS: "0" } };
      const { stdout } = await run(process.execPath, ["scripts/collect.mjs"], at);
      expect(stdout).toContain(`${COUNTED} of 21 are counted already. Left: ${21 - COUNTED} searches`);
      expect(countedIn(folder)).toBe(21);
      const { totals, sessions } = JSON.parse(readFileSync(join(folder, "provenance.json"), "utf8"));
      expect(totals.readings).toBe(21);
      expect(sessions.map(({ how }: { how: string }) => how)).toEqual(["interrupted", "complete"]);
    },
    12 * MINUTE_MS,
  );
});

async function untilShown(page: Page, frontEnd: FrontEnd, words: string): Promise<void> {
  const script = `[...document.querySelectorAll('${OUTPUTS}')]
    .some((output) => output.textContent.includes('${words}'))`;
  await frontEnd.until(page, { what: `Nothing said "${words}"`, script, ms: KERNEL_MS });
}

async function stop(page: Page, { isLab }: FrontEnd): Promise<void> {
  if (isLab) await clickMenu(page, { menu: "Kernel", command: "kernelmenu:interrupt" });
  else await page.evaluate("Jupyter.notebook.kernel.interrupt()");
}

/** The browsers that a front end's kernels started, without the helper processes of each. */
function browsersOf({ server }: FrontEnd): string[] {
  return descendantsOf(server.process.pid ?? 0)
    .map(commandOf)
    .filter((command) => command.includes("remote-debugging") && !command.includes("--type="));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function countedIn(folder: string): number {
  const rows = JSON.parse(readFileSync(join(folder, "output.json"), "utf8")) as { number: number | null }[];
  return rows.filter(({ number }) => number !== null).length;
}
