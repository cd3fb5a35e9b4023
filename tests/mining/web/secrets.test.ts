import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/census/outcome.js";
import { PRACTICE } from "../../../src/census/practice.js";
import { Secret } from "../../../src/config/secret.js";
import { fileSessions } from "../../../src/mining/web/session-store.js";
import { loginHtml, newShape, redirect, type Scenario, searchHtml } from "./scenario-server.js";
import { PASSWORD, TOTP_SECRET, teachSignIn, USERNAME } from "./sign-in-server.js";
import { NEVER, QUERY, webTests } from "./web-source.js";

const web = webTests();
const root = mkdtempSync(join(tmpdir(), "census-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const GIVEN_SESSION = "given-session-value-0123456789";
const PLANTED = [USERNAME, PASSWORD, TOTP_SECRET, GIVEN_SESSION, "session-planted-", "csrf-of-the-page"];
const CREDENTIALS = {
  username: USERNAME,
  password: new Secret(PASSWORD),
  totpSecret: new Secret(TOTP_SECRET),
  session: new Secret(GIVEN_SESSION),
};

/** Everything that an outcome would bring onto a disk or a screen, as text. */
function written(outcome: Outcome): string {
  const page = "page" in outcome ? outcome.page : undefined;
  const image = Buffer.from(page?.screenshot ?? []).toString("latin1");
  return [JSON.stringify(outcome), inspect(outcome, { depth: 9 }), page?.html ?? "", image].join("\n");
}

function formsOf(secret: string): string[] {
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), btoa(secret)];
}

function expectNoSecret(text: string, planted: readonly string[] = PLANTED): void {
  for (const form of planted.flatMap(formsOf)) expect(text).not.toContain(form);
}

/** A page that says back all that it knows. */
const TELLING = `<p>${USERNAME}</p><p>${PASSWORD.replaceAll("<", "&lt;")}</p><p>Key ${TOTP_SECRET}, cookie ${GIVEN_SESSION}</p>
<form><input name="login" value="${USERNAME}"><textarea>${USERNAME}</textarea>
<input type="hidden" name="authenticity_token" value="csrf-of-the-page"></form>
<meta name="csrf-token" content="csrf-of-the-page"><meta name="octolytics-actor-login" content="${USERNAME}">
<script nonce="csrf-of-the-page">var user = "${USERNAME}";</script>
<script type="application/json">{"user":{"login":"${USERNAME}"},"csrf_tokens":{"/a":"csrf-of-the-page"}}</script>`;

describe("what is written", () => {
  it.each<[string, Scenario]>([
    [
      "unreadable",
      { page: { body: searchHtml({ data: { payload: { odd: USERNAME } }, shown: null, extra: TELLING }) } },
    ],
    [
      "failed",
      {
        page: {
          body: searchHtml({ data: newShape({ errors: [`no ${USERNAME} ${TOTP_SECRET}`] }), extra: TELLING }),
        },
      },
    ],
    ["blocked", { page: { status: 403, body: TELLING } }],
  ])("holds no secret where a search is %s", async (kind, scenario) => {
    teachSignIn(web.server, { afterPassword: () => redirect("/sessions/two-factor/app") });
    web.server.scenario = scenario;
    const outcome = await web.source({ credentials: CREDENTIALS }).count(QUERY, NEVER);
    expect(outcome.kind).toBe(kind);
    expectNoSecret(written(outcome));
    expect(outcome).toHaveProperty("page.html", expect.stringContaining("•••"));
    expect(outcome).toHaveProperty("page.screenshot");
  });

  it("holds no secret where the sign-in is refused, and what was typed is gone", async () => {
    const again = loginHtml(`No password ${PASSWORD.replaceAll("<", "&lt;")} for ${USERNAME}.`).replace(
      '<input name="login">',
      `<input name="login" value="${USERNAME}">`,
    );
    teachSignIn(web.server, { afterPassword: () => ({ body: again }) });
    const outcome = await web.source({ credentials: CREDENTIALS }).count(QUERY, NEVER);
    expect(outcome.kind).toBe("blocked");
    expectNoSecret(written(outcome));
    expect(written(outcome)).not.toContain("token-of-the-form");
  });

  it("holds no secret where a session cookie is refused", async () => {
    const source = web.source({ credentials: { session: new Secret(GIVEN_SESSION) } });
    web.server.scenario = { page: { body: TELLING } };
    const outcome = await source.count(QUERY, NEVER);
    expect(outcome.kind).toBe("blocked");
    expectNoSecret(written(outcome), [GIVEN_SESSION]);
    expectNoSecret(inspect(source, { depth: 9, showHidden: true }), [GIVEN_SESSION]);
  });

  it("keeps the account's name in practice, where it is nobody's", async () => {
    web.server.scenario = {
      page: { status: 403, body: `<meta name="user-login" content="practice"><p>practice</p>` },
    };
    const outcome = await web.source({ service: PRACTICE }).count(QUERY, NEVER);
    expect(outcome).toHaveProperty("page.html", expect.stringContaining("<p>practice</p>"));
  });

  it("is, on disk, a session for the owner alone, without password, key and name", async () => {
    teachSignIn(web.server, { afterPassword: () => redirect("/sessions/two-factor/app") });
    const sessions = fileSessions({ root, url: web.server.url });
    const source = web.source({ credentials: CREDENTIALS, sessions });
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    await source.close();
    const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path));
    const files = paths.filter((path) => statSync(path).isFile());
    expect(files).toHaveLength(1);
    for (const path of paths) expect(statSync(path).mode & 0o077).toBe(0);
    for (const path of files) expectNoSecret(readFileSync(path, "utf8"), [USERNAME, PASSWORD, TOTP_SECRET]);
  });
});
