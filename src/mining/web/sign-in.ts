import type { Clock } from "../../census/clock.js";
import type { Secret } from "../../config/secret.js";
import type { CookieJar } from "./cookie-jar.js";
import { fillField } from "./fill-field.js";
import type { OneTimeCodes } from "./one-time-code.js";
import { collectPageFacts } from "./page-facts.js";
import { isSessionCookie, SESSION_COOKIE } from "./saved-session.js";
import { type Landing, placeNow, placeOf } from "./search-page.js";
import { sendPassword } from "./send-password.js";
import { markSignInForm } from "./sign-in-form.js";
import { CODE_PATH, type Progress, type SignInPage, type SignInStep, signInStep } from "./sign-in-step.js";
import type { WebPage } from "./web-page.js";

export interface SignIn {
  readonly page: WebPage;
  readonly cookies: CookieJar;
  readonly siteUrl: string;
  readonly username: string;
  readonly password: Secret;
  /** Undefined where no key of an authenticator app is set. */
  readonly codes: OneTimeCodes | undefined;
  /** Called when the password is about to be sent. */
  readonly onSending: () => void;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export type SignInEnd = Exclude<SignInStep, { kind: "send password" | "send code" | "ask for code page" }>;

const CODE_FIELD = 'input[name="app_otp"]';

/** The page sends a code by itself at its sixth digit; so long is waited for that. */
const OWN_SENDING_MS = 2_000;

/** A form may be drawn by a script after the page has come; so long is looked for it, and so often. */
const LATE_FORM_MS = 3_000;
const LOOK_AGAIN_MS = 100;

const NO_CODES: SignInEnd = {
  kind: "refused",
  reason: "GitHub asks for a one-time code of an authenticator app.",
  advice: "Put the app's set-up key into GH_TOTP_SECRET in .env, or sign in by hand with npm run login.",
};

/**
 * Signs in with user name and password, once, as far as GitHub asks for no more than an app's code.
 *
 * Errors: PageError, AbortError
 */
export async function signIn(sign: SignIn): Promise<SignInEnd> {
  const { page, siteUrl, signal } = sign;
  await forgetSession(sign);
  let progress = { hasSentPassword: false, hasSentCode: false, hasAskedForCodePage: false };
  let landing = await page.load(`${siteUrl}/login`, signal);
  for (;;) {
    const step = await settledStep(sign, { landing, progress });
    if (step.kind === "send password") {
      progress = { ...progress, hasSentPassword: true };
      const sent = await sendPassword(sign);
      if ("kind" in sent) return sent;
      landing = sent;
    } else if (step.kind === "ask for code page") {
      progress = { ...progress, hasAskedForCodePage: true };
      landing = await page.load(`${siteUrl}${CODE_PATH}`, signal);
    } else if (step.kind === "send code") {
      if (sign.codes === undefined) return NO_CODES;
      progress = { ...progress, hasSentCode: true };
      landing = await sendCode(sign, sign.codes);
    } else {
      return step;
    }
  }
}

/** A cookie that is no longer accepted would look like a success. */
async function forgetSession({ cookies }: SignIn): Promise<void> {
  await cookies.remove(isSessionCookie);
}

/** The next step, once a form that may still be drawn has had its time. */
async function settledStep(
  sign: SignIn,
  { landing, progress }: { landing: Landing; progress: Omit<Progress, "now"> },
): Promise<SignInStep> {
  const { clock, signal } = sign;
  const latestMs = clock.now().getTime() + LATE_FORM_MS;
  for (;;) {
    const now = clock.now();
    const step = signInStep(await signInPage(sign, landing), { ...progress, now });
    const mayChange = step.kind === "refused" && step.mayComeLate === true;
    if (!mayChange || now.getTime() >= latestMs) return step;
    await clock.sleep(LOOK_AGAIN_MS, signal);
  }
}

async function signInPage({ page, cookies, siteUrl, signal }: SignIn, landing: Landing): Promise<SignInPage> {
  const facts = await page.run(collectPageFacts, { args: [], signal });
  const form = await page.run(markSignInForm, { args: [new URL(siteUrl).origin], signal });
  const hasCookie = (await cookies.load()).some(({ name, value }) => name === SESSION_COOKIE && value !== "");
  return {
    ...landing,
    ...facts,
    hasLoginForm: facts.hasLoginForm || form !== "no form",
    ...placeOf(placeNow(facts, landing), siteUrl),
    isSignedIn: hasCookie || facts.userLogin !== "",
  };
}

async function sendCode(sign: SignIn, codes: OneTimeCodes): Promise<Landing> {
  const { page, signal } = sign;
  const code = await codes.next(signal);
  const type = () => fillField(page, { selector: CODE_FIELD, text: code, signal });
  const landing = await page.maybeFollow(type, { signal, patienceMs: OWN_SENDING_MS });
  return landing ?? page.follow(() => page.pressEnter(CODE_FIELD, signal), signal);
}
