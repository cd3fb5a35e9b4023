import { Secret as Key, TOTP } from "otpauth";
import { loginHtml, type Reply, redirect, type ScenarioServer } from "./scenario-server.js";

export const USERNAME = "octo-planted-name";
export const PASSWORD = 'planted "pass" <word> & 100%';
export const TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

export interface SignInPlan {
  /** Where a right password leads. */
  readonly afterPassword?: (letIn: () => Reply) => Reply;
  readonly afterWrongPassword?: () => Reply;
  /** The page for codes; default: one that sends itself at the sixth digit. */
  readonly codePage?: string;
  readonly isCodeRight?: (code: string) => boolean;
}

const CODE_FORM = `<form action="/sessions/two-factor" method="post"><input name="app_otp" inputmode="numeric">
<button type="submit">Verify</button></form>`;

export const PLAIN_CODE_PAGE = `<!doctype html><title>Two-factor</title><h1>Two-factor</h1>${CODE_FORM}`;
export const CODE_PAGE = `${PLAIN_CODE_PAGE}<script>
const field = document.querySelector("[name=app_otp]");
field.addEventListener("input", () => { if (field.value.length === 6) field.form.submit(); });
</script>`;

/** A page whose body a script draws some time after it has come. */
export function drawnLate(html: string, lateMs = 300): string {
  const text = JSON.stringify(html).replaceAll("<", "\\u003c");
  return `<!doctype html><title>Sign in</title><body><script>
setTimeout(() => { document.body.innerHTML = ${text}; }, ${lateMs});</script>`;
}

/** Teaches a server to sign somebody in. Returns how many times a password and a code were sent. */
export function teachSignIn(
  server: ScenarioServer,
  plan: SignInPlan = {},
): { passwords: number; codes: number } {
  const sent = { passwords: 0, codes: 0 };
  const letIn = (): Reply => {
    const value = `session-planted-${server.sessions.size}`;
    server.sessions.add(value);
    return redirect("/", { "set-cookie": `user_session=${value}; Path=/; HttpOnly; Max-Age=1209600` });
  };
  const { afterPassword = (enter) => enter(), codePage = CODE_PAGE, isCodeRight = isRightNow } = plan;
  const refuse = plan.afterWrongPassword ?? (() => ({ body: loginHtml("Incorrect username or password.") }));
  server.routes.set("/", () => ({ body: `<meta name="user-login" content="${USERNAME}"><h1>Home</h1>` }));
  server.routes.set("/session", (_, body) => {
    sent.passwords += 1;
    const form = new URLSearchParams(body);
    const isRight = form.get("login") === USERNAME && form.get("password") === PASSWORD;
    return isRight ? afterPassword(letIn) : refuse();
  });
  server.routes.set("/sessions/two-factor/app", () => ({ body: codePage }));
  server.routes.set("/sessions/two-factor", (_, body) => {
    sent.codes += 1;
    const isRight = isCodeRight(new URLSearchParams(body).get("app_otp") ?? "");
    return isRight ? letIn() : { body: `${codePage}<div role="alert">The code failed.</div>` };
  });
  return sent;
}

function isRightNow(code: string): boolean {
  return new TOTP({ secret: Key.fromBase32(TOTP_SECRET) }).validate({ token: code, window: 1 }) !== null;
}
