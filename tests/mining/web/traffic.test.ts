import { describe, expect, it, vi } from "vitest";
import { SYSTEM_CLOCK } from "../../../src/census/clock.js";
import { watchTraffic } from "../../../src/mining/web/traffic.js";
import { WebPage } from "../../../src/mining/web/web-page.js";
import { NEVER, webTests } from "./web-source.js";

const web = webTests();

const LOOKS = '<link rel="stylesheet" href="/s.css"><img src="/i.png"><video src="/v.mp4"></video>';

describe("a page's traffic", () => {
  it("counts what is fetched, and never what is held back, whenever it is read", async () => {
    web.server.routes.set("/", () => ({ body: `${LOOKS}<p>x</p>` }));
    web.server.routes.set("/s.css", () => ({ headers: { "content-type": "text/css" }, body: "" }));
    const context = await (await web.launch()).createBrowserContext();
    for (let round = 0; round < 15; round++) {
      const page = await context.newPage();
      await page.setCacheEnabled(false);
      const traffic = await watchTraffic(page);
      await page.goto(web.server.url, { waitUntil: "load" });
      expect(traffic.requests).toBeLessThanOrEqual(2);
      await vi.waitFor(() => expect(traffic.requests).toBe(2), { timeout: 30_000 });
      await page.evaluate("0");
      expect(traffic.requests).toBe(2);
      await page.close();
    }
    // The browser looks for an icon by itself, at times.
    const asked = web.server.requests.filter((path) => path !== "/favicon.ico");
    expect(new Set(asked)).toEqual(new Set(["/", "/s.css"]));
    await context.close();
  }, 120_000);
});

describe("a page that asks whether to leave it", () => {
  it("is left", async () => {
    const script = "addEventListener('beforeunload', (event) => event.preventDefault())";
    web.server.routes.set("/stay", () => ({ body: `<input name="a"><script>${script}</script>` }));
    web.server.routes.set("/next", () => ({ body: "<h1>Next</h1>" }));
    const context = await (await web.launch()).createBrowserContext();
    const page = await WebPage.open(context, {
      clock: SYSTEM_CLOCK,
      siteUrl: web.server.url,
      pageMs: 30_000,
    });
    await page.load(`${web.server.url}/stay`, NEVER);
    // A browser asks only where somebody has typed.
    await page.type("input", "a", NEVER);
    expect(await page.load(`${web.server.url}/next`, NEVER)).toMatchObject({ status: 200 });
    await context.close();
  });
});
