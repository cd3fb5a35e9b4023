import { fillField } from "./fill-field.js";
import type { DomDocument } from "./page-dom.js";
import type { Landing } from "./search-page.js";
import type { SignIn, SignInEnd } from "./sign-in.js";
import { markSignInForm, SIGN_IN_PARTS, type SignInForm } from "./sign-in-form.js";

/** The page of an ordinary form sets out at once; one whose form needs a click never does. */
const ENTER_MS = 1_500;

const ADVICE = "Check GITHUB_URL, or sign in by hand with npm run login.";

const REFUSALS: Readonly<Record<Exclude<SignInForm, "by Enter" | "by button">, SignInEnd>> = {
  "no form": {
    kind: "refused",
    reason: "GitHub's sign-in shows no form with a user name and a password, so nothing was sent.",
    advice: ADVICE,
  },
  unsure: {
    kind: "refused",
    reason:
      "GitHub's sign-in shows several forms with a password, none that is surely the sign-in's, so nothing was sent.",
    advice: ADVICE,
  },
  "goes elsewhere": {
    kind: "refused",
    reason:
      "The sign-in form would send the password to another site or within an address, so nothing was sent.",
    advice: ADVICE,
  },
};

const NO_BUTTON: SignInEnd = {
  kind: "refused",
  reason: "GitHub's sign-in form is sent neither by Enter nor by a button that is known here.",
  advice: ADVICE,
};

/**
 * Fills the form to sign in with and sends it, once.
 *
 * Returns: where that led, or why nothing was sent
 * Errors:  PageError, AbortError
 */
export async function sendPassword(sign: SignIn): Promise<Landing | SignInEnd> {
  const { page, siteUrl, username, password, signal } = sign;
  const form = await page.run(markSignInForm, { args: [new URL(siteUrl).origin], signal });
  if (form !== "by Enter" && form !== "by button") return REFUSALS[form];
  await fillField(page, { selector: SIGN_IN_PARTS.login, text: username, signal });
  await fillField(page, { selector: SIGN_IN_PARTS.password, text: password.reveal(), signal });
  sign.onSending();
  const landing = form === "by Enter" ? await maybeSendByEnter(sign) : undefined;
  return landing ?? sendByButton(sign);
}

/** Missing: undefined where Enter sends nothing, as far as the page and its traffic tell */
async function maybeSendByEnter({ page, signal }: SignIn): Promise<Landing | undefined> {
  const { requests } = page.traffic;
  const press = () => page.pressEnter(SIGN_IN_PARTS.password, signal);
  const landing = await page.maybeFollow(press, { signal, patienceMs: ENTER_MS });
  if (landing !== undefined) return landing;
  const isSent = await page.run(isThere, { args: [SIGN_IN_PARTS.sentForm], signal });
  // Sent by the page's own script: a click would send it a second time.
  return isSent || page.traffic.requests > requests ? page.follow(async () => {}, signal) : undefined;
}

async function sendByButton({ page, signal }: SignIn): Promise<Landing | SignInEnd> {
  const hasButton = await page.run(isThere, { args: [SIGN_IN_PARTS.button], signal });
  return hasButton ? page.follow(() => page.click(SIGN_IN_PARTS.button, signal), signal) : NO_BUTTON;
}

declare const document: DomDocument;

/** Runs in the page. */
function isThere(selector: string): boolean {
  return document.querySelector(selector) !== null;
}
