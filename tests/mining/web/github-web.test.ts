import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "puppeteer";
import { describe, expect, it } from "vitest";
import { SetupError } from "../../../src/census/errors.js";
import { PROJECT_ROOT } from "../../../src/census/project-root.js";
import { launchBrowser } from "../../../src/mining/web/browser.js";
import { memorySessions } from "../../../src/mining/web/session-store.js";
import { NEVER, QUERY, webTests } from "./web-source.js";

const web = webTests();

describe("GitHub's search with a browser", () => {
  it("tells what it is before it asks anything", () => {
    const source = web.source();
    expect(source).toMatchObject({ name: "github-web", service: web.server.url, account: "session cookie" });
    expect(source.versions).toEqual({});
    expect(source.requestsFor(QUERY)).toBe(2);
    expect(source.addressOf(QUERY)).toBe(`${web.server.url}/search?q=%22wandb%22%20path%3A*.py&type=code`);
    expect(source.maybeRefusal(QUERY)).toBeUndefined();
    expect(source.maybeRefusal({ ...QUERY, query: "x".repeat(1_000) })).toMatch(/1000 characters/);
    expect(web.server.requests).toEqual([]);
  });

  it("knows the browser's version once it has asked", async () => {
    const source = web.source();
    await source.count(QUERY, NEVER);
    expect(source.versions).toMatchObject({ browser: expect.stringMatching(/Chrom/) });
  });

  it("closes before it has asked anything, and twice", async () => {
    const source = web.source();
    await source.close();
    await source.close();
  });

  it("stops at once when it is told to, and asks on when it is asked again", async () => {
    const source = web.source();
    web.server.scenario = { page: "hang" };
    const stop = new AbortController();
    const asking = source.count(QUERY, stop.signal);
    while (!web.server.requests.includes("/search")) await sleep(10);
    stop.abort();
    await expect(asking).rejects.toMatchObject({ name: "AbortError" });
    await expect(source.count(QUERY, stop.signal)).rejects.toMatchObject({ name: "AbortError" });
    web.server.scenario = {};
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
  });

  it("says what to do where there is no browser", async () => {
    const launch = () => Promise.reject(new SetupError("Install one."));
    expect(await web.source({ launch }).count(QUERY, NEVER)).toMatchObject({
      kind: "blocked",
      advice: "Install one.",
    });
  });

  it("fails for now where a browser does not start", async () => {
    let launches = 0;
    const launch = () => {
      launches += 1;
      return launches === 1 ? Promise.reject(new Error("no")) : web.launch();
    };
    const source = web.source({ launch });
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "failed", mayHelpToAskAgain: true });
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
  });

  it("replaces a browser that was killed, and a page that crashed", async () => {
    const browsers: Browser[] = [];
    const launch = async () => {
      const browser = await launchBrowser({ root: PROJECT_ROOT });
      browsers.push(browser);
      return browser;
    };
    const source = web.source({ launch, sessions: memorySessions() });
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });

    web.server.scenario = { page: "hang" };
    const asking = source.count(QUERY, NEVER);
    while (web.server.requests.filter((path) => path === "/search").length < 2) await sleep(10);
    browsers[0]?.process()?.kill("SIGKILL");
    expect(await asking).toMatchObject({ kind: "failed", mayHelpToAskAgain: true });
    web.server.scenario = {};
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    expect(browsers).toHaveLength(2);

    web.server.scenario = { page: { status: 302, headers: { location: "chrome://crash" } } };
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "failed", mayHelpToAskAgain: true });
    web.server.scenario = {};
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    await source.close();
    expect(browsers.map((browser) => browser.connected)).toEqual([false, false]);
  }, 30_000);
});
