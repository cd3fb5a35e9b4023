import { describe, expect, it } from "vitest";
import { type Progress, type SignInPage, signInStep } from "../../../src/mining/web/sign-in-step.js";

const PAGE: SignInPage = {
  status: 200,
  retryAfter: null,
  path: "/login",
  isOtherSite: false,
  title: "Sign in to GitHub · GitHub",
  headings: [],
  alerts: [],
  text: "",
  hasLoginForm: false,
  hasCodeField: false,
  isSignedIn: false,
};

const START: Progress = {
  hasSentPassword: false,
  hasSentCode: false,
  hasAskedForCodePage: false,
  now: new Date("2026-11-01T10:00:00Z"),
};
const SENT: Progress = { ...START, hasSentPassword: true };
const APP = "/sessions/two-factor/app";

const step = (page: Partial<SignInPage>, progress: Progress = START) =>
  signInStep({ ...PAGE, ...page }, progress);

describe("the next step of signing in", () => {
  it.each<[string, Partial<SignInPage>, Progress, Record<string, unknown>]>([
    ["the form", { hasLoginForm: true }, START, { kind: "send password" }],
    ["the form again", { hasLoginForm: true }, SENT, { kind: "refused" }],
    ["no form", {}, START, { kind: "refused" }],
    ["somebody who is in already", { path: "/", isSignedIn: true }, START, { kind: "in" }],
    ["another page without anybody", { path: "/" }, SENT, { kind: "refused" }],
    ["a page for codes", { path: APP, hasCodeField: true }, SENT, { kind: "send code" }],
    [
      "a page for codes again",
      { path: APP, hasCodeField: true },
      { ...SENT, hasSentCode: true },
      { kind: "refused" },
    ],
    ["a phone", { path: "/sessions/two-factor/mobile" }, SENT, { kind: "ask for code page" }],
    ["a key", { path: "/webauthn" }, SENT, { kind: "ask for code page" }],
    ["a phone again", { path: APP }, { ...SENT, hasAskedForCodePage: true }, { kind: "refused" }],
    [
      "a question about the app afterwards",
      { path: "/sessions/two-factor/checkup", isSignedIn: true },
      { ...SENT, hasSentCode: true },
      { kind: "in" },
    ],
    [
      "a page under sessions that is not known",
      { path: "/sessions/other", isSignedIn: true },
      SENT,
      { kind: "refused" },
    ],
    ["another site", { path: "/", isOtherSite: true, isSignedIn: true }, SENT, { kind: "refused" }],
    ["a broken form", { status: 422 }, SENT, { kind: "refused", reason: /422/ }],
    [
      "a wrong password told with HTTP 422",
      { status: 422, path: "/session", hasLoginForm: true },
      SENT,
      { kind: "refused", reason: /did not take the user name and password/ },
    ],
    [
      "a wrong code told with HTTP 422",
      { status: 422, path: "/sessions/two-factor", hasCodeField: true },
      { ...SENT, hasSentCode: true },
      { kind: "refused", reason: /did not take the one-time code/ },
    ],
    ["too many tries", { status: 429, retryAfter: "9" }, SENT, { kind: "refused", reason: /locked/ }],
    ["a first page that is missing", { status: 404, path: "/", isSignedIn: true }, SENT, { kind: "in" }],
    ["a first page with trouble", { status: 502, path: "/", isSignedIn: true }, SENT, { kind: "in" }],
    ["a first page that is too much", { status: 429, path: "/", isSignedIn: true }, SENT, { kind: "in" }],
    ["a broken server", { status: 500 }, START, { kind: "failed" }],
    ["no sign-in", { status: 404 }, START, { kind: "refused" }],
    ["HTTP 429", { status: 429, retryAfter: "9" }, START, { kind: "slow down", rest: { toldMs: 9_000 } }],
    ["HTTP 503", { status: 503, retryAfter: "9" }, START, { kind: "slow down", rest: { toldMs: 9_000 } }],
    ["words in a heading", { headings: ["Whoa there!"] }, START, { kind: "slow down" }],
    ["a captcha", { headings: ["Verify you are human"] }, SENT, { kind: "refused", reason: /captcha/ }],
    [
      "a locked account",
      { alerts: ["Account locked"], hasLoginForm: true },
      SENT,
      { kind: "refused", reason: /locked/ },
    ],
    [
      "a notice before anything was sent",
      { alerts: ["Locked?"], hasLoginForm: true },
      START,
      { kind: "send password" },
    ],
  ])("from %s", (_, page, progress, { reason, ...expected }) => {
    const found = step(page, progress);
    expect(found).toMatchObject(expected);
    if (reason instanceof RegExp) expect(found).toHaveProperty("reason", expect.stringMatching(reason));
  });
});
