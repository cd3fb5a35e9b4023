import { describe, expect, it, vi } from "vitest";
import { Secret } from "../../../src/config/secret.js";
import { heldClock } from "./held-clock.js";
import { PASSWORD, teachSignIn, USERNAME } from "./sign-in-server.js";
import { NEVER, QUERY, webTests } from "./web-source.js";

const web = webTests();

/** A length that nothing else waits for. */
const PAGE_MS = 7_500;
/** For the sign-in's page, for a page after Enter, and for one that a script may still lead to. */
const WAITS = 3;

const CREDENTIALS = { username: USERNAME, password: new Secret(PASSWORD) };
const FIELDS = '<input name="login"><input name="password" type="password">';
const SUBMIT = '<input type="submit" value="Sign in">';

function form(inside: string, attributes = 'action="/session" method="post"'): string {
  return `<form ${attributes}>${inside}</form>`;
}

const POST = 'action="/session" method="post"';
const WITH_ID = `id="entry" ${POST}`;
const NEW_PASSWORD = '<input name="password" type="password" autocomplete="new-password">';
const RIGHT = form(`${FIELDS}${SUBMIT}`);

/** Makes the sign-in of these forms. Returns how often a password came where it belongs, and elsewhere. */
function signInOf(forms: string): { right: () => number; wrong: () => number } {
  const sent = teachSignIn(web.server);
  let elsewhere = 0;
  web.server.routes.set("/login", () => ({ body: `<title>Sign in</title><h1>Sign in</h1>${forms}` }));
  web.server.routes.set("/trap", () => {
    elsewhere += 1;
    return { body: "<h1>Trap</h1>" };
  });
  return { right: () => sent.passwords, wrong: () => elsewhere };
}

const TRAP = 'action="/trap" method="post"';

describe("the form that the password goes to", () => {
  it.each([
    ["a form to sign up", form(`<input name="email"><input name="password" type="password">`, TRAP)],
    ["a form to sign up with a user name", form(`<input name="login">${NEW_PASSWORD}${SUBMIT}`, TRAP)],
    [
      "one to sign up that says user name",
      form(`<input name="user" autocomplete="username">${NEW_PASSWORD}${SUBMIT}`, TRAP),
    ],
    ["one to sign up that says no more than the form", form(`${FIELDS}${SUBMIT}`, TRAP)],
    ["a form to find an account", form('<input name="login"><button>Find</button>', TRAP)],
    ["a hidden form", form(`${FIELDS}${SUBMIT}`, `${TRAP} style="display:none"`)],
    ["a form that cannot be seen", form(`${FIELDS}${SUBMIT}`, `${TRAP} style="visibility:hidden"`)],
    ["a clear form", `<div style="opacity:0">${form(`${FIELDS}${SUBMIT}`, TRAP)}</div>`],
    ["a form whose fields are hidden", form(`<div hidden>${FIELDS}</div>${SUBMIT}`, TRAP)],
  ])("is the one to sign in with, where %s comes before it", async (_, other) => {
    const sent = signInOf(`${other}${RIGHT}`);
    expect(await web.source({ credentials: CREDENTIALS }).count(QUERY, NEVER)).toMatchObject({
      kind: "counted",
    });
    expect([sent.right(), sent.wrong()]).toEqual([1, 0]);
  });

  it.each([
    [
      "sends to another site",
      form(`${FIELDS}${SUBMIT}`, 'action="http://127.0.0.1:9/session" method="post"'),
    ],
    ["has a button that does", form(`${FIELDS}<button formaction="http://127.0.0.1:9/">Go</button>`)],
    [
      "has one outside that does",
      `<button form="entry" formaction="http://127.0.0.1:9/">Go</button>${form(`${FIELDS}${SUBMIT}`, WITH_ID)}`,
    ],
    [
      "has a picture outside that does",
      `${form(`${FIELDS}${SUBMIT}`, WITH_ID)}<input type="image" alt="Go" form="entry" formaction="http://127.0.0.1:9/">`,
    ],
    ["has a button that sends within an address", form(`${FIELDS}<button formmethod="get">Go</button>`)],
    [
      "has one outside that sends within an address",
      `<input type="submit" form="entry" formmethod="get">${form(`${FIELDS}${SUBMIT}`, WITH_ID)}`,
    ],
    [
      "holds the fields of a form that sends to another site",
      `<form ${POST}><input name="login" form="other"><input type="password" name="password" form="other">${SUBMIT}</form>
<form id="other" action="http://127.0.0.1:9/" method="post"><button>Go</button></form>`,
    ],
    ["is one to sign up", form(`<input name="login">${NEW_PASSWORD}${SUBMIT}`)],
    ["sends within an address", form(`${FIELDS}${SUBMIT}`, 'action="/session"')],
    ["is not to be seen", form(`<div style="visibility:hidden">${FIELDS}</div>${SUBMIT}`)],
  ])("is none where it %s, and nothing is sent", async (_, forms) => {
    const sent = signInOf(forms);
    const outcome = await web.source({ credentials: CREDENTIALS }).count(QUERY, NEVER);
    expect(outcome).toMatchObject({ kind: "blocked", reason: expect.stringContaining("nothing was sent") });
    expect([sent.right(), sent.wrong()]).toEqual([0, 0]);
    expect(web.server.requests).not.toContain("/session");
  });

  it.each([
    ["none goes to the session", form(`${FIELDS}${SUBMIT}`, 'action="/enter" method="post"')],
    ["two go to the session", `${RIGHT}${RIGHT}`],
  ])("is none where several could be it and %s", async (_, forms) => {
    const sent = signInOf(`${form(`${FIELDS}${SUBMIT}`, TRAP)}${forms}`);
    const outcome = await web.source({ credentials: CREDENTIALS }).count(QUERY, NEVER);
    expect(outcome).toMatchObject({
      kind: "blocked",
      reason: expect.stringContaining("none that is surely the sign-in's"),
    });
    expect([sent.right(), sent.wrong()]).toEqual([0, 0]);
  });

  it("is the only one there is, wherever on the site it goes", async () => {
    const sent = signInOf(form(`${FIELDS}${SUBMIT}`, TRAP));
    await web.source({ credentials: CREDENTIALS }).count(QUERY, NEVER);
    expect([sent.right(), sent.wrong()]).toEqual([0, 1]);
  });

  const COMMIT = '<input type="submit" name="commit" value="Sign in">';
  const PASSKEY = '<button name="key" formaction="/trap">Sign in with a passkey</button>';
  it.each([
    ["before the one called commit", form(`${FIELDS}${PASSKEY}${COMMIT}`)],
    ["before one without a name", form(`${FIELDS}${PASSKEY}${SUBMIT}`)],
    ["that is not to be seen", form(`${FIELDS}<div hidden>${PASSKEY}</div>${SUBMIT}`)],
    [
      "outside the form",
      `<button form="entry" formaction="/trap">Other</button>${form(`${FIELDS}${SUBMIT}`, WITH_ID)}`,
    ],
  ])("is not sent by a button for something else %s", async (_, forms) => {
    const sent = signInOf(forms);
    expect(await web.source({ credentials: CREDENTIALS }).count(QUERY, NEVER)).toMatchObject({
      kind: "counted",
    });
    expect([sent.right(), sent.wrong()]).toEqual([1, 0]);
  });

  it("is sent by no button where the only one is for something else", async () => {
    const sent = signInOf(form(`${FIELDS}${PASSKEY}`));
    expect(await web.source({ credentials: CREDENTIALS }).count(QUERY, NEVER)).toMatchObject({
      kind: "blocked",
    });
    expect([sent.right(), sent.wrong()]).toEqual([0, 0]);
  });

  it.each([
    ["a button of its own", '<button type="button" onclick="this.form.submit()">Sign in</button>'],
    [
      "one of several",
      '<button type="button">Show</button><button type="button" onclick="this.form.submit()">Sign in</button>',
    ],
  ])("is sent by %s where Enter sends nothing", async (_, buttons) => {
    const sent = signInOf(form(`${FIELDS}${buttons}`));
    const source = web.source({ credentials: CREDENTIALS });
    expect(await source.count(QUERY, NEVER)).toMatchObject({ kind: "counted" });
    expect(sent.right()).toBe(1);
  });

  /** Tells the server of a click of the mouse, and not of Enter, before anything else happens. */
  const TELLING = `<input type="submit" value="Sign in" onmousedown="
    const request = new XMLHttpRequest(); request.open('POST', '/trap', false); request.send()">`;
  it.each([
    [
      "a script sends it",
      1,
      "fetch(this.action, { method: 'POST', body: new URLSearchParams(new FormData(this)) })",
    ],
    ["a script holds it back", 0, "0"],
  ])("is sent no second time by a click where %s", async (_, sentCount, script) => {
    const clock = heldClock(PAGE_MS);
    const sent = signInOf(
      form(`${FIELDS}${TELLING}`, `action="/session" method="post" onsubmit="${script};return false"`),
    );
    const source = web.source({ credentials: CREDENTIALS, pageMs: PAGE_MS, clock });
    const asking = source.count(QUERY, NEVER);
    await vi.waitFor(() => expect(clock.heldCount).toBe(WAITS), { timeout: 50_000 });
    clock.release();
    expect(await asking).toMatchObject({ kind: "failed" });
    expect([sent.right(), sent.wrong()]).toEqual([sentCount, 0]);
  });

  it("is given up where neither Enter nor a button sends it", async () => {
    signInOf(form(FIELDS));
    expect(await web.source({ credentials: CREDENTIALS }).count(QUERY, NEVER)).toMatchObject({
      kind: "blocked",
      reason: expect.stringContaining("button"),
    });
  });
});
