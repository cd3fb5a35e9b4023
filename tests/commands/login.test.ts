import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { type LoginCommand, runLogin } from "../../src/commands/login.js";
import { launchBrowser } from "../../src/mining/web/browser.js";
import { fileSessions } from "../../src/mining/web/session-store.js";
import { temporaryFolder } from "../config/conf-file.js";
import { type ScenarioServer, startScenarioServer } from "../mining/web/scenario-server.js";
import { PASSWORD, teachSignIn, USERNAME } from "../mining/web/sign-in-server.js";

let server: ScenarioServer;
beforeAll(async () => {
  server = await startScenarioServer();
  teachSignIn(server);
});
afterAll(() => server.close());

function project(): string {
  const root = temporaryFolder();
  writeFileSync(join(root, ".env"), `GITHUB_URL=${server.url}\n`, { mode: 0o600 });
  return root;
}

async function run(root: string, command: Partial<LoginCommand> = {}) {
  const written = { stdout: "", stderr: "" };
  const status = await runLogin({
    root,
    env: { DISPLAY: ":0" },
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    ...command,
  });
  return { status, ...written };
}

/** A browser without a window, in which somebody does something once the sign-in page is there. */
function played(person: (browser: Browser) => Promise<void>) {
  return async () => {
    const browser = await launchBrowser({ root: PROJECT_ROOT });
    void person(browser).catch(() => undefined);
    return browser;
  };
}

async function signInPage(browser: Browser) {
  const target = await browser.waitForTarget((one) => one.url().endsWith("/login"));
  const page = await target.page();
  if (page === null) throw new Error("no page");
  await page.waitForSelector("[name=password]");
  return page;
}

describe("the login command", () => {
  it("keeps the session of the person who signs in, and says so without a name", async () => {
    const root = project();
    const launch = played(async (browser) => {
      const page = await signInPage(browser);
      await page.type("[name=login]", USERNAME);
      await page.type("[name=password]", PASSWORD);
      await page.keyboard.press("Enter");
    });
    const { status, stdout, stderr } = await run(root, { launch });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain("You are signed in to 127.0.0.1");
    expect(stdout).not.toContain(USERNAME);
    const kept = fileSessions({ root, url: server.url }).maybeLoad();
    expect(kept?.origin).toEqual({ kind: "hand" });
    expect(kept?.cookies.map(({ name }) => name)).toEqual(["user_session"]);
  }, 30_000);

  it("says that the browser was closed before anybody was signed in", async () => {
    const root = project();
    const launch = played(async (browser) => {
      await (await signInPage(browser)).close();
    });
    const { status, stderr } = await run(root, { launch });
    expect(status).toBe(1);
    expect(stderr).toMatch(/closed before anybody was signed in/);
    expect(readdirSync(root)).toEqual([".env"]);
  }, 30_000);

  it("gives up after a time", async () => {
    const { status, stderr } = await run(project(), {
      launch: played(async () => undefined),
      patienceMs: 100,
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/Nobody signed in/);
  }, 30_000);

  it("says what else to do where there is no screen", async () => {
    const { status, stderr } = await run(project(), { env: {}, platform: "linux" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/no screen[\s\S]*GH_SESSION/);
  });

  it("says that the address is wrong where nothing answers", async () => {
    const root = project();
    writeFileSync(join(root, ".env"), "GITHUB_URL=http://127.0.0.1:9\n");
    const { status, stderr } = await run(root, { launch: () => launchBrowser({ root: PROJECT_ROOT }) });
    expect(status).toBe(1);
    expect(stderr).toMatch(/could not be opened/);
  }, 30_000);

  it("fails on wrong settings and on an argument", async () => {
    const root = project();
    expect(await run(root, { args: ["--fast"] })).toMatchObject({ status: 1 });
    writeFileSync(join(root, ".env"), "GITHUB_URL=nonsense\n");
    expect(await run(root)).toMatchObject({ status: 1, stderr: expect.stringContaining("GITHUB_URL") });
  });

  it("runs from the command line", () => {
    const entry = join(PROJECT_ROOT, "dist", "commands", "login.js");
    const env = { PATH: process.env.PATH, CENSUS_ENV_FILE: "none" };
    const run = () => execFileSync(process.execPath, [entry], { encoding: "utf8", env, stdio: "pipe" });
    if (process.platform === "linux") expect(run).toThrow(/no screen/);
  });
});
