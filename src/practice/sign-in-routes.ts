import { TOTP, Secret as TotpKey } from "otpauth";
import type { Account } from "./accounts.js";
import { type Answer, pageAnswer, redirectTo } from "./answer.js";
import { deviceCookie, signedInCookies, visitorCookie } from "./cookies.js";
import { html } from "./markup.js";
import type { PracticeRequest } from "./request.js";
import type { Visitor } from "./sessions.js";
import { CAPTCHA_PAGE, devicePage, loginPage, twoFactorPage } from "./sign-in-pages.js";
import { maybeUser, type Site } from "./site.js";

/** `GET /login`: the form, or the first page where somebody is signed in already. */
export function showLogin(site: Site, request: PracticeRequest): Answer {
  const returnTo = ownPath(request.url.searchParams.get("return_to") ?? "/");
  if (maybeUser(site, request) !== undefined) return redirectTo(returnTo);
  const { key, visitor } = site.sessions.welcome();
  visitor.returnTo = returnTo;
  const device = request.cookies._device_id ?? site.sessions.token(32);
  const cookies = [visitorCookie(key), deviceCookie(device)];
  return pageAnswer(loginPage(visitor), { headers: { "set-cookie": cookies } });
}

/** A place on this server, so that a sign-in never leads elsewhere; `/` for all else. */
function ownPath(path: string): string {
  const base = "http://practice.invalid";
  if (!URL.canParse(path, base)) return "/";
  const { origin, pathname, search } = new URL(path, base);
  return origin === base && !pathname.startsWith("//") ? `${pathname}${search}` : "/";
}

/** `POST /session`: name and password. */
export function postSession(site: Site, request: PracticeRequest): Answer {
  const visitor = maybeFormOwner(site, request);
  if (visitor === undefined) return UNEXPECTED;
  const account = maybeAccount(site, request.form.get("login") ?? "");
  if (account?.step === "locked") return again(visitor, LOCKED);
  if (account === undefined || account.password !== request.form.get("password")) {
    return again(visitor, "Incorrect username or password.");
  }
  return nextStep(site, request, visitor, account);
}

const LOCKED = "Too many requests to sign in with this account: it is locked for a while. Try again later.";

const again = (visitor: Visitor, alert: string): Answer => pageAnswer(loginPage({ ...visitor, alert }));

function maybeAccount({ accounts }: Site, login: string): Account | undefined {
  return accounts.find(({ username }) => username.toLowerCase() === login.trim().toLowerCase());
}

function nextStep(site: Site, request: PracticeRequest, visitor: Visitor, account: Account): Answer {
  const { step, username } = account;
  if (step === "captcha") return redirectTo("/sessions/verified-device/captcha");
  if (step === "signed in") return letIn(site, visitor, account);
  visitor.pending = account;
  if (step === "two-factor") return redirectTo("/sessions/two-factor/app");
  if (site.sessions.isKnownDevice(request.cookies._device_id, username)) return letIn(site, visitor, account);
  visitor.mailedCode = site.sessions.code();
  site.mail(username, visitor.mailedCode);
  return redirectTo("/sessions/verified-device");
}

function letIn(site: Site, visitor: Visitor, { username }: Account): Answer {
  visitor.pending = undefined;
  visitor.mailedCode = undefined;
  const session = site.sessions.open(username);
  return redirectTo(visitor.returnTo, { "set-cookie": signedInCookies(session, username) });
}

/** `GET /sessions/two-factor/app` and `/sessions/verified-device`: the form for the code that is awaited. */
export function showCodeForm({ sessions }: Site, { cookies, url }: PracticeRequest): Answer {
  const visitor = sessions.maybeVisitor(cookies._gh_sess);
  if (visitor?.pending === undefined) return redirectTo("/login");
  const isDevice = url.pathname.includes("verified-device");
  if (isDevice !== (visitor.pending.step === "device")) return redirectTo("/login");
  return pageAnswer(isDevice ? devicePage(visitor) : twoFactorPage(visitor));
}

/** `POST /sessions/two-factor`: the code of now, or of the 30 seconds before or after. */
export function postTwoFactor(site: Site, request: PracticeRequest): Answer {
  const visitor = maybeFormOwner(site, request);
  if (visitor === undefined) return UNEXPECTED;
  const { pending: account } = visitor;
  if (account?.step !== "two-factor") return redirectTo("/login");
  const token = (request.form.get("app_otp") ?? "").replaceAll(/\s/g, "");
  const secret = TotpKey.fromBase32(account.totpSecret);
  const timestamp = site.clock.now().getTime();
  const isRight = /^\d{6}$/.test(token) && TOTP.validate({ token, secret, timestamp, window: 1 }) !== null;
  if (isRight) return letIn(site, visitor, account);
  return pageAnswer(
    twoFactorPage({ ...visitor, alert: "Two-factor code verification failed. Please try again." }),
  );
}

/** `POST /sessions/verified-device`: the code of the e-mail; the device is known from then on. */
export function postDevice(site: Site, request: PracticeRequest): Answer {
  const visitor = maybeFormOwner(site, request);
  if (visitor === undefined) return UNEXPECTED;
  const { pending: account, mailedCode } = visitor;
  if (account?.step !== "device" || mailedCode === undefined) return redirectTo("/login");
  if (request.form.get("otp")?.trim() !== mailedCode) {
    return pageAnswer(devicePage({ ...visitor, alert: "Incorrect verification code provided." }));
  }
  const device = request.cookies._device_id;
  if (device !== undefined) site.sessions.knowDevice(device, account.username);
  return letIn(site, visitor, account);
}

export function showCaptcha(): Answer {
  return pageAnswer(CAPTCHA_PAGE);
}

/** Whose form that is, by cookie and token; undefined where they do not belong together or the trap is filled in. */
function maybeFormOwner({ sessions }: Site, { cookies, form }: PracticeRequest): Visitor | undefined {
  const visitor = sessions.maybeVisitor(cookies._gh_sess);
  const isTrapped = (form.get("required_field_0000") ?? "") !== "";
  if (visitor === undefined || isTrapped) return undefined;
  return visitor.authenticityToken === form.get("authenticity_token") ? visitor : undefined;
}

const UNEXPECTED: Answer = pageAnswer(
  {
    title: "Not as expected · practice",
    body: html`<main><h1>Your browser sent something that was not expected</h1>
<p>Open <a href="/login">the sign-in page</a> anew.</p></main>`,
  },
  { status: 422 },
);
