import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Browser } from "puppeteer";
import { describe, expect, it } from "vitest";
import { SYSTEM_CLOCK } from "../../../src/census/clock.js";
import { launchBrowser } from "../../../src/mining/web/browser.js";
import { BrowserVisit } from "../../../src/mining/web/browser-visit.js";
import { temporaryFolder } from "../../config/conf-file.js";

/** A browser that opens no page, and closes only once it is let. */
function brokenBrowser(isLetClose: Promise<void>) {
  const browser = {
    connected: true,
    isClosed: false,
    version: async () => "Browser 1",
    process: () => null,
    createBrowserContext: async () => ({
      browser: () => browser,
      newPage: () => Promise.reject(new Error("no page")),
    }),
    close: async () => {
      await isLetClose;
      browser.isClosed = true;
    },
  };
  return browser;
}

const neverStopped = new AbortController().signal;

describe("a visit with a browser", () => {
  it("does not take a disk that refuses for a browser that may start next time", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, ".session"), "");
    const launch = () => launchBrowser({ root });
    const visit = new BrowserVisit({ launch, clock: SYSTEM_CLOCK, siteUrl: "http://h", pageMs: 1_000 });
    await expect(visit.open(neverStopped)).rejects.toMatchObject({
      name: "RunError",
      message: expect.stringMatching(/\.session: .*something else has its name\. Move it away/),
    });
  });

  it("starts none after it was stopped and closed while a broken one closed slowly", async () => {
    const started: ReturnType<typeof brokenBrowser>[] = [];
    let letClose = () => {};
    const isLetClose = new Promise<void>((resolve) => {
      letClose = resolve;
    });
    const launch = async () => {
      const browser = brokenBrowser(isLetClose);
      started.push(browser);
      return browser as unknown as Browser;
    };
    const visit = new BrowserVisit({
      launch,
      clock: SYSTEM_CLOCK,
      siteUrl: "http://localhost",
      pageMs: 1_000,
    });
    await expect(visit.open(new AbortController().signal)).rejects.toMatchObject({ name: "PageError" });
    for (const browser of started) browser.connected = false;

    const stop = new AbortController();
    const opening = visit.open(stop.signal);
    stop.abort();
    await expect(opening).rejects.toMatchObject({ name: "AbortError" });
    await visit.close();
    letClose();
    await setImmediate();
    expect(started.map(({ isClosed }) => isClosed)).toEqual([true]);
  });
});
