import { describe, expect, it } from "vitest";
import { SYSTEM_CLOCK } from "../../../src/census/clock.js";
import { cookieJar } from "../../../src/mining/web/cookie-jar.js";
import type { SavedCookie } from "../../../src/mining/web/saved-session.js";
import { sessionCookies } from "../../../src/mining/web/way-in.js";
import { NEVER, sharedBrowser } from "./web-source.js";

const { launch } = sharedBrowser();

async function jar(siteUrl: string) {
  const context = await (await launch()).createBrowserContext();
  return { context, cookies: cookieJar(context, { siteUrl, clock: SYSTEM_CLOCK, signal: NEVER }) };
}

const names = (cookies: readonly SavedCookie[]) => cookies.map(({ name }) => name).sort();

describe("a site's cookies", () => {
  it("are put and read alike, those for the host alone and those that end with the browser among them", async () => {
    const { cookies } = await jar("https://github.com");
    const given = sessionCookies("value", "https://github.com");
    const expires = Math.floor(Date.now() / 1_000) + 3_600;
    const device: SavedCookie = {
      name: "_device_id",
      value: "d",
      domain: "github.com",
      path: "/",
      secure: true,
      httpOnly: true,
      sameSite: "Lax",
      expires,
    };
    await cookies.put([...given, device]);
    const kept = await cookies.load();
    expect(kept).toHaveLength(3);
    expect(kept).toEqual(expect.arrayContaining([...given, device]));
    await cookies.remove(({ name }) => name !== "_device_id");
    expect(names(await cookies.load())).toEqual(["_device_id"]);
  });

  it("are those of the site alone", async () => {
    const { context, cookies } = await jar("https://github.com");
    const all = ["github.com", ".github.com", "gist.github.com", "notgithub.com", "example.org"];
    await context.setCookie(
      ...all.map((domain, index) => ({ name: `c${index}`, value: "v", domain, path: "/", secure: true })),
    );
    expect(names(await cookies.load())).toEqual(["c0", "c1"]);
  });

  it("are the one alone where nothing encrypts", () => {
    expect(names(sessionCookies("v", "http://127.0.0.1:1"))).toEqual(["user_session"]);
  });
});
