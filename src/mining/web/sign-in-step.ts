import type { Rest } from "../../census/outcome.js";
import { asksToSlowDown, restOf } from "../slow-down.js";
import { isSignInPath } from "./sign-in-path.js";
import { maybeSlowDownWords } from "./slow-down-words.js";

/** What is known of a page on the way in. */
export interface SignInPage {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly path: string;
  readonly isOtherSite: boolean;
  readonly title: string;
  readonly headings: readonly string[];
  readonly alerts: readonly string[];
  readonly text: string;
  readonly hasLoginForm: boolean;
  readonly hasCodeField: boolean;
  /** Whether the page names an account, or the browser holds the cookie of somebody signed in. */
  readonly isSignedIn: boolean;
}

/** What was done so far. */
export interface Progress {
  readonly hasSentPassword: boolean;
  readonly hasSentCode: boolean;
  /** Whether the page for codes was asked for, since another way to prove oneself was shown. */
  readonly hasAskedForCodePage: boolean;
  readonly now: Date;
}

/** What to do next on the way in, or how it ended. */
export type SignInStep =
  | { readonly kind: "in" | "send password" | "send code" | "ask for code page" }
  | {
      readonly kind: "refused";
      readonly reason: string;
      readonly advice: string;
      /** Set where a form that a script has still to draw would change that. */
      readonly mayComeLate?: true;
    }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "slow down"; readonly rest: Rest };

const BY_HAND = "Sign in by hand with npm run login: what GitHub asks there, it seldom asks again.";
const CHECK_PASSWORD = "Check GH_USERNAME and GH_PASSWORD in .env, and start again.";

/** The page for codes of an app, within the site. */
export const CODE_PATH = "/sessions/two-factor/app";

type Sign = (page: SignInPage, progress: Progress) => SignInStep | undefined;

/** Each before those that it would be mistaken for. */
const SIGNS: readonly Sign[] = [
  maybeThrough,
  maybeTooMany,
  maybeSlowDown,
  maybeTrouble,
  maybeCaptcha,
  maybeDeviceCheck,
  maybeSecondFactor,
  maybeLocked,
  maybeForm,
  maybeStatusFault,
  maybeIn,
];

/** The next step from the page that the sign-in has come to. */
export function signInStep(page: SignInPage, progress: Progress): SignInStep {
  for (const sign of SIGNS) {
    const step = sign(page, progress);
    if (step !== undefined) return step;
  }
  const end = refused("GitHub shows a step of signing in that is not known here.", BY_HAND);
  return isFormPath(page) ? { ...end, mayComeLate: true } : end;
}

function refused(reason: string, advice: string): SignInStep & { readonly kind: "refused" } {
  return { kind: "refused", reason, advice };
}

/** Somebody whom the site let in is in, whatever the page is that it shows first. */
function maybeThrough(page: SignInPage, { hasSentPassword }: Progress): SignInStep | undefined {
  const isThrough = hasSentPassword && page.isSignedIn && !page.isOtherSite && !isSignInPath(page.path);
  return isThrough ? { kind: "in" } : undefined;
}

function isSlowDown(page: SignInPage): boolean {
  const told = [page.title, ...page.headings, ...page.alerts, ...(page.status === 200 ? [] : [page.text])];
  const isTold = told.some((text) => maybeSlowDownWords(text) !== undefined);
  return isTold || asksToSlowDown(page.status, page.retryAfter);
}

/** A password or a code that was sent is not sent again: who guesses is locked out. */
function maybeTooMany(page: SignInPage, { hasSentPassword }: Progress): SignInStep | undefined {
  return hasSentPassword && isSlowDown(page) ? LOCKED_OUT : undefined;
}

function maybeSlowDown(page: SignInPage, { now }: Progress): SignInStep | undefined {
  if (!isSlowDown(page)) return undefined;
  const reason = `GitHub asks to slow down at sign-in (HTTP ${page.status}).`;
  return { kind: "slow down", rest: restOf(reason, page.retryAfter, now) };
}

function maybeTrouble({ status }: SignInPage): SignInStep | undefined {
  return status >= 500
    ? { kind: "failed", reason: `GitHub's sign-in answered with an error (HTTP ${status}).` }
    : undefined;
}

function maybeStatusFault({ status }: SignInPage): SignInStep | undefined {
  if (status === 404) return refused("There is no sign-in at this address (HTTP 404).", "Check GITHUB_URL.");
  return status === 200 ? undefined : refused(`GitHub refuses the sign-in (HTTP ${status}).`, BY_HAND);
}

function maybeCaptcha({ path, title, headings }: SignInPage): SignInStep | undefined {
  const isTold = [path, title, ...headings].some((text) =>
    /captcha|verify (?:that )?you are (?:a )?human/i.test(text),
  );
  return isTold ? refused("GitHub shows a captcha at sign-in.", BY_HAND) : undefined;
}

function maybeDeviceCheck({ path }: SignInPage): SignInStep | undefined {
  if (!path.startsWith("/sessions/verified-device")) return undefined;
  return refused(
    "GitHub asks for a code that it has sent by e-mail, as it does not know this device.",
    BY_HAND,
  );
}

function maybeSecondFactor(page: SignInPage, progress: Progress): SignInStep | undefined {
  if (!/^\/(?:sessions\/)?(?:two-factor|webauthn)/.test(page.path)) return undefined;
  if (page.hasCodeField && progress.hasSentCode) {
    return refused(
      "GitHub did not take the one-time code.",
      "Check GH_TOTP_SECRET in .env, and that this machine's clock is right.",
    );
  }
  if (page.hasCodeField) return { kind: "send code" };
  // GitHub sometimes asks afterwards whether the app still works.
  if (progress.hasSentCode && page.isSignedIn) return { kind: "in" };
  if (!progress.hasAskedForCodePage && page.path !== CODE_PATH) return { kind: "ask for code page" };
  const end = refused("GitHub asks for a second factor other than an app's code.", BY_HAND);
  return { ...end, mayComeLate: true };
}

const LOCKED_OUT = refused(
  "GitHub has locked the account, or lets nobody try again for a while.",
  "Look at the account in your own browser, and start again when it lets you in.",
);

const LOCKED = /too many|locked|temporarily|try again later|suspended|flagged/i;

function maybeLocked(page: SignInPage, { hasSentPassword }: Progress): SignInStep | undefined {
  const told = [page.title, ...page.headings, ...page.alerts];
  if (!hasSentPassword || !isFormPath(page) || !told.some((text) => LOCKED.test(text))) return undefined;
  return LOCKED_OUT;
}

function isFormPath({ path, isOtherSite }: SignInPage): boolean {
  return !isOtherSite && /^\/(?:login|session)\/?$/.test(path);
}

function maybeForm(page: SignInPage, { hasSentPassword }: Progress): SignInStep | undefined {
  if (!isFormPath(page) || !page.hasLoginForm) return undefined;
  if (!hasSentPassword) return { kind: "send password" };
  return refused("GitHub did not take the user name and password.", CHECK_PASSWORD);
}

function maybeIn({ path, isOtherSite, isSignedIn }: SignInPage): SignInStep | undefined {
  if (isOtherSite) {
    return refused("GitHub leaves the sign-in to another site, such as a company's.", BY_HAND);
  }
  const isLeft = !isSignInPath(path);
  if (isLeft && isSignedIn) return { kind: "in" };
  return isLeft ? refused("GitHub left the sign-in, and nobody is signed in.", BY_HAND) : undefined;
}
