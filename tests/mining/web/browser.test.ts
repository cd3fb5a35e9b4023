import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../../../src/census/project-root.js";
import { launchBrowser } from "../../../src/mining/web/browser.js";
import { descendantsOf, isRunning } from "../../../src/setup/process-tree.js";
import { temporaryFolder } from "../../config/conf-file.js";

const foldersOf = (root: string): string[] => readdirSync(join(root, ".session"));

describe("a browser", () => {
  it("keeps its files in a folder for the owner alone while it runs, and no longer", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, ".session", "browser-999999999-left"), { recursive: true });
    mkdirSync(join(root, ".session", `browser-${process.pid}-left`));
    mkdirSync(join(root, ".session", "github.com"));
    const browser = await launchBrowser({ root });
    const [folder = "", other] = foldersOf(root);
    expect(folder).toMatch(/^browser-\d+-/);
    expect(other).toBe("github.com");
    expect(statSync(join(root, ".session", folder)).mode & 0o777).toBe(0o700);
    await browser.close();
    expect(foldersOf(root)).toEqual(["github.com"]);
  }, 60_000);

  it("ends with the process that drives it, even where that is killed", async () => {
    const root = temporaryFolder();
    const address = pathToFileURL(join(PROJECT_ROOT, "dist", "mining", "web", "browser.js")).href;
    const program = `
      const { launchBrowser } = await import(${JSON.stringify(address)});
      const browser = await launchBrowser({ root: ${JSON.stringify(root)} });
      const page = await browser.newPage();
      console.log("ready");
      await page.evaluate(() => new Promise(() => {}));`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    const browserPids = descendantsOf(child.pid ?? 0);
    expect(browserPids.length).toBeGreaterThan(1);
    child.kill("SIGKILL");
    await once(child, "exit");
    for (let tries = 0; tries < 900 && browserPids.some(isRunning); tries += 1) await sleep(50);
    expect(browserPids.filter(isRunning)).toEqual([]);
    expect(foldersOf(root)).toHaveLength(1);
    const next = await launchBrowser({ root });
    expect(foldersOf(root)).toHaveLength(1);
    await next.close();
    expect(foldersOf(root)).toEqual([]);
  }, 60_000);
});
