import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ACCOUNTS } from "../../src/practice/accounts.js";
import { type Practice, startPractice } from "../../src/practice/start-practice.js";
import { codeAt, Visitor } from "./visitor.js";

const START = Date.UTC(2026, 4, 1, 12, 0, 10);
const [{ password }] = ACCOUNTS as [(typeof ACCOUNTS)[number]];

describe("signing in to the practice server", () => {
  let practice: Practice;
  let visitor: Visitor;
  let now = START;

  beforeEach(async () => {
    now = START;
    practice = await startPractice({ corpus: [], clock: { now: () => new Date(now) } });
    visitor = new Visitor(practice);
  });
  afterEach(() => practice.close());

  const isSignedIn = async () => (await visitor.get("/settings/profile")).status === 200;

  it("gives a form for name and password, with a token and a trap", async () => {
    const page = await (await visitor.get("/login")).text();
    for (const sign of [
      'action="/session"',
      'name="login"',
      'name="password"',
      'name="commit" value="Sign in"',
      'name="authenticity_token"',
      'name="required_field_0000"',
      'name="census-practice"',
      "PRACTICE — not GitHub",
    ]) {
      expect(page).toContain(sign);
    }
    expect(visitor.cookies.has("_device_id")).toBe(true);
  });

  it("lets an account without a second factor in", async () => {
    const answer = await visitor.login("plain", password);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/"]);
    const session = answer.headers.getSetCookie().find((line) => line.startsWith("user_session="));
    expect(session).toMatch(/; HttpOnly;.*; Max-Age=1209600$/);
    expect(session).not.toContain("Secure");
    expect([visitor.cookies.get("logged_in"), visitor.cookies.get("dotcom_user")]).toEqual(["yes", "plain"]);
    expect(await (await visitor.get("/")).text()).toContain('<meta name="user-login" content="plain">');
    expect((await visitor.get("/login")).headers.get("location")).toBe("/");
  });

  it("asks the practice account for the code of now, within half a minute", async () => {
    for (const [late, isIn] of [
      [0, true],
      [-30_000, true],
      [30_000, true],
      [-90_000, false],
      [90_000, false],
    ] as const) {
      visitor = new Visitor(practice);
      const step = await visitor.login(practice.account.username, practice.account.password);
      expect(step.headers.get("location")).toBe("/sessions/two-factor/app");
      expect(await isSignedIn()).toBe(false);
      const code = codeAt(practice.account, now + late);
      const answer = await visitor.send("/sessions/two-factor/app", "/sessions/two-factor", {
        app_otp: code,
      });
      expect(answer.status).toBe(isIn ? 302 : 200);
      expect(await isSignedIn()).toBe(isIn);
    }
  });

  it("tells a wrong code, and still takes the right one", async () => {
    await visitor.login("practice", password);
    const form = "/sessions/two-factor/app";
    const wrong = await visitor.send(form, "/sessions/two-factor", { app_otp: "12345" });
    expect(await wrong.text()).toContain(
      'role="alert">Two-factor code verification failed. Please try again.',
    );
    const right = await visitor.send(form, "/sessions/two-factor", {
      app_otp: codeAt(practice.account, now),
    });
    expect(right.headers.get("location")).toBe("/");
  });

  it("tells a wrong password and an unknown user with the same words", async () => {
    for (const [name, word] of [
      ["plain", "wrong"],
      ["nobody", password],
      ["", ""],
    ] as const) {
      const answer = await visitor.login(name, word);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('role="alert">Incorrect username or password.');
    }
    expect(await isSignedIn()).toBe(false);
  });

  it("does not take a form without its token, its cookie or with the trap filled in", async () => {
    const fields = { login: "plain", password };
    expect((await visitor.post("/session", fields)).status).toBe(422);
    expect((await visitor.post("/session", { ...fields, authenticity_token: "x" })).status).toBe(422);
    const trapped = await visitor.send("/login", "/session", { ...fields, required_field_0000: "x" });
    expect(trapped.status).toBe(422);
    expect((await visitor.post("/sessions/two-factor", { app_otp: "123456" })).status).toBe(422);
    expect(await isSignedIn()).toBe(false);
  });

  it("asks a new device for a mailed code once, and knows the device from then on", async () => {
    const device = "/sessions/verified-device";
    expect((await visitor.login("newdevice", password)).headers.get("location")).toBe(device);
    const code = practice.lastMailedCode ?? "";
    expect(code).toMatch(/^\d{6}$/);
    const wrong = await visitor.send(device, device, { otp: code === "000000" ? "000001" : "000000" });
    expect(await wrong.text()).toContain('role="alert">Incorrect verification code');
    expect((await visitor.send(device, device, { otp: code })).headers.get("location")).toBe("/");
    practice.endSessions();
    expect(await isSignedIn()).toBe(false);
    expect((await visitor.login("newdevice", password)).headers.get("location")).toBe("/");
  });

  it("leads to a puzzle without a solution, and lets nobody into a locked account", async () => {
    const puzzle = (await visitor.login("captcha", password)).headers.get("location") ?? "";
    expect(puzzle).toBe("/sessions/verified-device/captcha");
    expect((await visitor.get(puzzle)).status).toBe(200);
    expect(await (await visitor.login("locked", password)).text()).toContain("locked for a while");
    expect(await isSignedIn()).toBe(false);
  });

  it("asks for no code where nobody has given a password", async () => {
    for (const page of ["/sessions/two-factor/app", "/sessions/verified-device"]) {
      expect((await visitor.get(page)).headers.get("location")).toBe("/login");
    }
  });

  it("goes back to where the sign-in began, on this server only", async () => {
    for (const [asked, led] of [
      ["/search?q=a&type=code", "/search?q=a&type=code"],
      ["https://example.org/", "/"],
      ["//example.org/", "/"],
      ["/\\example.org/", "/"],
      ["javascript:alert(1)", "/"],
    ] as const) {
      visitor = new Visitor(practice);
      const answer = await visitor.login("plain", password, `/login?return_to=${encodeURIComponent(asked)}`);
      expect(answer.headers.get("location")).toBe(led);
    }
  });

  it("ends a session after two weeks", async () => {
    await visitor.login("plain", password);
    now += 14 * 24 * 3_600_000 - 1;
    expect(await isSignedIn()).toBe(true);
    now += 1;
    expect(await isSignedIn()).toBe(false);
  });

  it("writes no secret into its log", async () => {
    await visitor.login("practice", password);
    expect(practice.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /login",
      "POST /session",
    ]);
    expect(JSON.stringify(practice.requests)).not.toContain(password);
  });
});
