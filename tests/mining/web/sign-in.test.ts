import { describe, expect, it } from "vitest";
import { Secret } from "../../../src/config/secret.js";
import { memorySessions } from "../../../src/mining/web/session-store.js";
import { loginHtml, newShape, redirect, SLOW_DOWN_HTML, searchHtml } from "./scenario-server.js";
import {
  drawnLate,
  PASSWORD,
  PLAIN_CODE_PAGE,
  type SignInPlan,
  TOTP_SECRET,
  teachSignIn,
  USERNAME,
} from "./sign-in-server.js";
import { sleptClock } from "./slept-clock.js";
import { NEVER, QUERY, SESSION, webTests } from "./web-source.js";

const web = webTests();

const USER = { username: USERNAME, password: new Secret(PASSWORD) };
const USER_WITH_APP = { ...USER, totpSecret: new Secret(TOTP_SECRET) };

describe("signing in", () => {
  it("happens once, before the first query", async () => {
    const sent = teachSignIn(web.server);
    const source = web.source({ credentials: USER });
    expect(source.account).toBe("user and password");
    for (const _ of [1, 2]) expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    expect(sent.passwords).toBe(1);
    expect(web.server.requests.filter((path) => path === "/search")).toHaveLength(2);
  });

  it.each([
    ["that sends itself", {}],
    ["that waits for Enter", { codePage: PLAIN_CODE_PAGE }],
  ])("sends an app's code on a page %s", async (_, plan) => {
    const sent = teachSignIn(web.server, {
      afterPassword: () => redirect("/sessions/two-factor/app"),
      ...plan,
    });
    const source = web.source({ credentials: USER_WITH_APP });
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    expect(sent).toEqual({ passwords: 1, codes: 1 });
  });

  it.each(["/sessions/two-factor/mobile", "/sessions/two-factor/webauthn"])(
    "asks for the page for codes where GitHub shows %s",
    async (path) => {
      teachSignIn(web.server, { afterPassword: () => redirect(path) });
      web.server.routes.set(path, () => ({ body: "<h1>Use your phone</h1>" }));
      expect(await web.source({ credentials: USER_WITH_APP }).count(QUERY, NEVER)).toMatchObject({
        kind: "counted",
      });
    },
  );

  it("waits for a form that a script draws late", async () => {
    const sent = teachSignIn(web.server);
    web.server.routes.set("/login", () => ({ body: drawnLate(loginHtml()) }));
    const source = web.source({ credentials: USER, clock: sleptClock() });
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    expect(sent.passwords).toBe(1);
  });

  it("waits for a page for codes that a script draws late, and loads it once", async () => {
    const sent = teachSignIn(web.server, {
      afterPassword: () => redirect("/sessions/two-factor/app"),
      codePage: drawnLate(PLAIN_CODE_PAGE),
      // The clock goes slow: its code may be one of before.
      isCodeRight: (code) => /^\d{6}$/.test(code),
    });
    const source = web.source({ credentials: USER_WITH_APP, clock: sleptClock() });
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    expect(sent).toEqual({ passwords: 1, codes: 1 });
    expect(web.server.requests.filter((path) => path === "/sessions/two-factor/app")).toHaveLength(1);
  });

  it("waits for no form for ever", async () => {
    teachSignIn(web.server);
    web.server.routes.set("/login", () => ({ body: "<h1>Sign in</h1>" }));
    expect(await web.source({ credentials: USER }).count(QUERY, NEVER)).toMatchObject({
      kind: "blocked",
      reason: expect.stringContaining("not known here"),
    });
  });

  it("uses a kept session, and keeps it again", async () => {
    const sent = teachSignIn(web.server);
    const sessions = memorySessions();
    for (const _ of [1, 2]) {
      const source = web.source({ credentials: USER, sessions });
      expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
      await source.close();
    }
    expect(sent.passwords).toBe(1);
    expect(sessions.maybeLoad()?.cookies.map(({ name }) => name)).toContain("user_session");
    expect(JSON.stringify(sessions.maybeLoad())).not.toContain(USERNAME);
  });

  it("does not use the session of another user", async () => {
    const sent = teachSignIn(web.server);
    const sessions = memorySessions();
    const first = web.source({ credentials: USER, sessions });
    await first.count(QUERY, NEVER);
    await first.close();
    const other = web.source({ credentials: { ...USER, username: "somebody-else" }, sessions });
    expect(await other.count(QUERY, NEVER)).toMatchObject({ kind: "blocked" });
    expect(sent.passwords).toBe(2);
  });

  it("happens again within the same query where the session has ended", async () => {
    const sent = teachSignIn(web.server);
    const source = web.source({ credentials: USER });
    await source.count(QUERY, NEVER);
    web.server.sessions.clear();
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted", count: { value: 720 } });
    expect(sent.passwords).toBe(2);
    expect(web.server.requests.filter((path) => path === "/search")).toHaveLength(3);
  });

  it("happens again where only the count endpoint wants it, and the page does not say who is signed in", async () => {
    const sent = teachSignIn(web.server);
    web.server.scenario = { page: { body: searchHtml({ data: newShape({ logged_in: undefined }) }) } };
    const source = web.source({ credentials: USER });
    let isEnded = true;
    web.server.routes.set("/search/blackbird_count", () => {
      const reply = isEnded ? redirect("/login") : undefined;
      isEnded = false;
      return (
        reply ?? { headers: { "content-type": "application/json" }, body: '{"count":720,"failed":false}' }
      );
    });
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    expect(sent.passwords).toBe(2);
  });

  it("goes from a session cookie that is refused to user and password", async () => {
    const sent = teachSignIn(web.server);
    web.server.sessions.delete(SESSION);
    const credentials = { ...USER, session: new Secret(SESSION) };
    const source = web.source({ credentials });
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    expect(sent.passwords).toBe(1);
    expect(source.account).toBe("user and password");
  });

  it("is given up where it succeeds and nobody is signed in", async () => {
    const sent = teachSignIn(web.server);
    const source = web.source({ credentials: USER });
    web.server.scenario = { page: redirect("/login") };
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "blocked" });
    expect(sent.passwords).toBe(2);
  });

  it("is what a source without credentials asks the person for", async () => {
    const source = web.source({ credentials: {} });
    expect(source.account).toBe("nothing");
    expect(await source.count(QUERY, NEVER)).toMatchObject({
      kind: "blocked",
      advice: expect.stringContaining("npm run login"),
    });
  });

  it("waits where GitHub asks for that, and is tried again later", async () => {
    const sent = teachSignIn(web.server);
    const slow = { status: 429, headers: { "retry-after": "60" }, body: SLOW_DOWN_HTML };
    web.server.routes.set("/login", () => slow);
    const source = web.source({ credentials: USER });
    await expect(source.count(QUERY, NEVER)).rejects.toMatchObject({
      name: "RateLimitError",
      rest: { toldMs: 60_000 },
    });
    web.server.routes.delete("/login");
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    expect(sent.passwords).toBe(1);
    expect(web.server.requests.filter((path) => path === "/search")).toHaveLength(1);
  });

  it("fails for now where GitHub's sign-in is down", async () => {
    teachSignIn(web.server, { afterPassword: () => ({ status: 502 }) });
    expect(await web.source({ credentials: USER }).count(QUERY, NEVER)).toMatchObject({
      kind: "failed",
      mayHelpToAskAgain: true,
    });
  });
});

describe("a sign-in without an end", () => {
  it("is none where the password was never sent", async () => {
    const sent = teachSignIn(web.server);
    web.server.routes.set("/login", () => ({ status: 502 }));
    const source = web.source({ credentials: USER });
    for (const _ of [1, 2, 3, 4]) expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "failed" });
    web.server.routes.delete("/login");
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    expect(sent.passwords).toBe(1);
  });

  it("is tried three times, and then no more", async () => {
    const sent = teachSignIn(web.server, { afterPassword: () => ({ status: 502 }) });
    const source = web.source({ credentials: USER });
    for (const _ of [1, 2, 3]) expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "failed" });
    web.server.requests.length = 0;
    for (const _ of [1, 2]) {
      expect(await source.count(QUERY, NEVER)).toMatchObject({
        kind: "blocked",
        reason: expect.stringContaining("no end 3 times"),
      });
    }
    expect(sent.passwords).toBe(3);
    expect(web.server.requests).toEqual([]);
  });
});

interface Refusal {
  readonly name: string;
  readonly plan: SignInPlan;
  readonly credentials?: typeof USER_WITH_APP;
  readonly reason: RegExp;
}

const REFUSALS: readonly Refusal[] = [
  {
    name: "a wrong password",
    plan: { afterPassword: () => ({ body: loginHtml("Incorrect username or password.") }) },
    reason: /did not take the user name and password/,
  },
  {
    name: "a locked account",
    plan: { afterPassword: () => ({ body: loginHtml("Too many attempts. Try again later.") }) },
    reason: /locked/,
  },
  {
    name: "a device that GitHub does not know",
    plan: { afterPassword: () => redirect("/sessions/verified-device") },
    reason: /e-mail/,
  },
  {
    name: "a captcha",
    plan: { afterPassword: () => redirect("/sessions/verified-device/captcha") },
    reason: /captcha/,
  },
  {
    name: "an app's code without its key",
    plan: { afterPassword: () => redirect("/sessions/two-factor/app") },
    reason: /one-time code of an authenticator app/,
  },
  {
    name: "a code that is not taken",
    plan: { afterPassword: () => redirect("/sessions/two-factor/app"), isCodeRight: () => false },
    credentials: USER_WITH_APP,
    reason: /did not take the one-time code/,
  },
  {
    name: "a second factor that is no app",
    plan: { afterPassword: () => redirect("/sessions/two-factor/sms"), codePage: "<h1>None</h1>" },
    credentials: USER_WITH_APP,
    reason: /other than an app's code/,
  },
  {
    name: "a step that is not known",
    plan: { afterPassword: () => redirect("/sessions/surprise") },
    reason: /not known here/,
  },
  {
    name: "a sign-in that lets nobody in",
    plan: { afterPassword: () => redirect("/welcome") },
    reason: /nobody is signed in/,
  },
  {
    name: "too many tries",
    plan: { afterPassword: () => ({ status: 429, headers: { "retry-after": "1" }, body: SLOW_DOWN_HTML }) },
    reason: /locked/,
  },
  {
    name: "a wrong password told with HTTP 422",
    plan: { afterPassword: () => ({ status: 422, body: loginHtml("Incorrect username or password.") }) },
    reason: /did not take the user name and password/,
  },
  {
    name: "HTTP 403",
    plan: { afterPassword: () => ({ status: 403, body: "<h1>No</h1>" }) },
    reason: /HTTP 403/,
  },
];

describe("a refused sign-in", () => {
  it.each(REFUSALS)("says what to do about $name, and is not tried twice", async (row) => {
    const sent = teachSignIn(web.server, row.plan);
    for (const path of [
      "/sessions/verified-device",
      "/sessions/verified-device/captcha",
      "/sessions/two-factor/sms",
      "/sessions/surprise",
      "/welcome",
    ]) {
      web.server.routes.set(path, () => ({ body: "<h1>A step</h1>" }));
    }
    const source = web.source({ credentials: row.credentials ?? USER });
    for (const _ of [1, 2]) {
      const outcome = await source.count(QUERY, NEVER);
      expect(outcome).toMatchObject({ kind: "blocked", reason: expect.stringMatching(row.reason) });
      if (outcome.kind === "blocked") expect(outcome.advice).toMatch(/GH_|npm run login|browser/);
    }
    expect(sent.passwords).toBe(1);
    expect(web.server.requests).not.toContain("/search");
  });
});
