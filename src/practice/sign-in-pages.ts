import { html, type Markup } from "./markup.js";
import type { Page } from "./page.js";

interface Form {
  /** What the form must send back to be taken. */
  readonly authenticityToken: string;
  /** What went wrong with the form before. */
  readonly alert?: string | undefined;
}

const alertBox = (alert: string | undefined): Markup | undefined =>
  alert === undefined
    ? undefined
    : html`<div id="js-flash-container"><div class="flash flash-error" role="alert">${alert}</div></div>`;

const tokenField = (token: string): Markup =>
  html`<input type="hidden" name="authenticity_token" value="${token}">`;

/** The form for name and password. The field that people do not see must stay empty: only a program fills it in. */
export function loginPage({ authenticityToken, alert }: Form): Page {
  return {
    title: "Sign in to GitHub · practice",
    body: html`<main><h1>Sign in to the practice GitHub</h1>${alertBox(alert)}
<form action="/session" method="post" accept-charset="UTF-8">
${tokenField(authenticityToken)}
<p><label for="login_field">Username or email address</label>
<input type="text" name="login" id="login_field" autocomplete="username" autocapitalize="off" autofocus required></p>
<p><label for="password">Password</label>
<input type="password" name="password" id="password" autocomplete="current-password" required></p>
<input type="hidden" name="webauthn-support" value="unknown">
<input type="text" name="required_field_0000" hidden tabindex="-1" autocomplete="off">
<p><input type="submit" name="commit" value="Sign in"></p>
</form></main>`,
  };
}

/** The form for the code of an authenticator app sends itself at the sixth digit. */
export function twoFactorPage({ authenticityToken, alert }: Form): Page {
  return {
    title: "Two-factor authentication · practice",
    body: html`<main><h1>Two-factor authentication</h1>${alertBox(alert)}
<form action="/sessions/two-factor" method="post">
${tokenField(authenticityToken)}
<p><label for="app_totp">The six digits that the authenticator app shows</label>
<input type="text" id="app_totp" name="app_otp" inputmode="numeric" autocomplete="one-time-code" autofocus required></p>
<p><button type="submit">Verify</button></p>
</form></main>`,
    script: `
const field = document.getElementById("app_totp");
field.addEventListener("input", () => {
  if (/^[0-9]{6}$/.test(field.value)) field.form.submit();
});
`,
  };
}

export function devicePage({ authenticityToken, alert }: Form): Page {
  return {
    title: "Device verification · practice",
    body: html`<main><h1>Device verification</h1>${alertBox(alert)}
<div id="device-verification-prompt"><form action="/sessions/verified-device" method="post">
${tokenField(authenticityToken)}
<p><label for="otp">This device is new here. The code of six digits that was sent by e-mail</label>
<input type="text" id="otp" name="otp" inputmode="numeric" autocomplete="one-time-code" autofocus required></p>
<p><button type="submit">Verify</button></p>
</form></div></main>`,
  };
}

/** Where the puzzle would be. Nobody gets past it here. */
export const CAPTCHA_PAGE: Page = {
  title: "Verify your account · practice",
  body: html`<main><h1>Verify that you are a person</h1>
<p id="captcha">A picture puzzle would stand here. In practice it has no solution: this account is for trying out what a
census says when it meets one.</p></main>`,
};
