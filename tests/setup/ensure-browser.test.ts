import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ensureBrowser } from "../../src/setup/ensure-browser.js";
import { type Answer, fakeMachine, writeProgram } from "./fake-machine.js";

const isDownload = (line: string): boolean => line.includes("browsers install chrome");
const isLookInCache = (line: string): boolean => line.includes("executablePath()");

describe("a browser that is there", () => {
  it("is that of PUPPETEER_EXECUTABLE_PATH when it is set", async () => {
    const path = fakeMachine().install("my-chrome");
    const machine = fakeMachine(undefined, { env: { PUPPETEER_EXECUTABLE_PATH: path } });
    expect(await ensureBrowser(machine)).toEqual({ path, how: "PUPPETEER_EXECUTABLE_PATH" });
    expect(machine.lines).toEqual([]);
  });

  it("is an error when PUPPETEER_EXECUTABLE_PATH names nothing", async () => {
    const machine = fakeMachine(undefined, { env: { PUPPETEER_EXECUTABLE_PATH: "/nowhere/chrome" } });
    await expect(ensureBrowser(machine)).rejects.toThrow(
      "PUPPETEER_EXECUTABLE_PATH is /nowhere/chrome, which does not exist",
    );
  });

  it("is looked for once and remembered", async () => {
    const machine = fakeMachine((line) => (line.endsWith("chromium --version") ? {} : undefined));
    const path = machine.install("chromium");
    expect(await ensureBrowser(machine)).toEqual({ path, how: "installed" });
    const { length } = machine.lines;
    expect(await ensureBrowser(machine)).toEqual({ path, how: "installed" });
    expect(machine.lines).toHaveLength(length);
  });

  it("is passed over when it does not start", async () => {
    const machine = fakeMachine((line) => (line.endsWith("google-chrome --version") ? {} : undefined));
    machine.install("chromium-browser");
    const path = machine.install("google-chrome");
    expect(await ensureBrowser(machine)).toEqual({ path, how: "installed" });
  });

  it("is looked for among the applications on macOS", async () => {
    const machine = fakeMachine((line) => (line.endsWith("--version") ? {} : undefined), {
      platform: "darwin",
    });
    const path = writeProgram(
      join(machine.home, "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    );
    expect(await ensureBrowser(machine)).toEqual({ path, how: "installed" });
  });

  it("is taken as it is on Windows, where asking for its version would open a window", async () => {
    const machine = fakeMachine(undefined, { platform: "win32" });
    const path = writeProgram(join(machine.home, "Google/Chrome/Application/chrome.exe"));
    const windows = { ...machine, env: { PROGRAMFILES: machine.home } };
    expect(await ensureBrowser(windows)).toEqual({ path, how: "installed" });
  });
});

describe("without a browser", () => {
  it("puppeteer's download is tried first", async () => {
    const cached = fakeMachine().install("chrome");
    let isDownloaded = false;
    const answer: Answer = (line) => {
      if (isDownload(line)) isDownloaded = true;
      if (isLookInCache(line)) return isDownloaded ? { stdout: `${cached}\n` } : undefined;
      return isDownload(line) ? {} : undefined;
    };
    const machine = fakeMachine(answer, { isRoot: true });
    machine.install("apt-get");
    expect(await ensureBrowser(machine)).toEqual({ path: cached, how: "puppeteer's cache" });
    expect(machine.said).toEqual(["Browser: downloading Chrome with puppeteer…"]);
  });

  it("Debian's package is installed where the download fails", async () => {
    const machine = fakeMachine(
      (line) => {
        if (line.includes("apt-get install")) machine.install("chromium");
        return isDownload(line) || isLookInCache(line) ? undefined : {};
      },
      { isRoot: true },
    );
    machine.install("apt-get");
    expect(await ensureBrowser(machine)).toMatchObject({ how: "installed" });
    expect(machine.said.at(-1)).toBe("Browser: installing chromium with apt-get…");
  });

  it("it stops with what was tried, what the tools said and what to install", async () => {
    const machine = fakeMachine((line) =>
      isDownload(line) ? { status: 1, stderr: "getaddrinfo ENOTFOUND" } : undefined,
    );
    const failure = await ensureBrowser(machine).catch((error: Error) => error);
    expect(failure).toMatchObject({ name: "SetupError" });
    const { message } = failure as Error;
    expect(message).toContain("puppeteer did not download Chrome:\n    getaddrinfo ENOTFOUND");
    expect(message).toContain("apt-get is not there.");
    expect(message).toContain("set PUPPETEER_EXECUTABLE_PATH");
  });
});
