import { describe, expect, it } from "vitest";
import { SYSTEM_CLOCK } from "../../../src/census/clock.js";
import { maybeFailurePage, type Privacy } from "../../../src/mining/web/failure-page.js";
import { WebPage } from "../../../src/mining/web/web-page.js";
import { NEVER, webTests } from "./web-source.js";

const web = webTests();

const PASSWORD = 'p"a&s <s> é!';
const SHOWN = "p&quot;a&amp;s &lt;s&gt; é!";
const PRIVACY: Privacy = { secrets: [PASSWORD, "cookie-value-0123"], names: ["octo"] };

interface Kept {
  readonly html: string;
  /** What the page holds and shows when the picture is taken. */
  readonly pictured: string;
}

declare const document: {
  readonly documentElement: { readonly outerHTML: string };
  readonly body: { readonly innerText: string };
};

async function kept(
  body: string,
  privacy: Privacy = PRIVACY,
  headers: Readonly<Record<string, string>> = {},
): Promise<Kept> {
  web.server.routes.set("/page", () => ({ headers, body: `<!doctype html><title>A page</title>${body}` }));
  const browser = await web.launch();
  const context = await browser.createBrowserContext();
  const page = await WebPage.open(context, { clock: SYSTEM_CLOCK, siteUrl: web.server.url, pageMs: 30_000 });
  await page.load(`${web.server.url}/page`, NEVER);
  const failure = await maybeFailurePage(page, privacy, NEVER);
  const shown = () => `${document.documentElement.outerHTML}\n${document.body.innerText}`;
  const pictured = await page.run(shown, { args: [], signal: NEVER });
  await context.close();
  expect(failure?.screenshot).toBeDefined();
  return { html: failure?.html ?? "", pictured };
}

describe("the page that is kept, and its picture", () => {
  it.each([
    ["a sentence", "<p>Signed in as octo, with cookie-value-0123</p>"],
    ["a name in other letter case", "<p>OCTO</p>"],
    ["a picture's text", '<img alt="@octo"><a title="octo" href="/octo">x</a>'],
    ["an echoed password", `<p>Your password ${SHOWN} is wrong</p>`],
    ["a comment", `<!-- octo ${PASSWORD} -->`],
    ["a button", `<input type="submit" value="Continue as octo">`],
    ["a style", `<style>p::before { content: "octo" }</style><p>x</p>`],
    ["several pieces", "<p>cookie-<b>value</b>-0123 <i>oc<b>to</b></i></p>"],
    ["JSON in an attribute", `<p data-props='{"a":"${SHOWN.replaceAll("&quot;", "\\&quot;")}"}'>x</p>`],
    ["an address", `<a href="/?p=${encodeURIComponent(PASSWORD).replace("!", "%21")}">x</a>`],
    ["JSON", '<script type="application/json">{"a":["octo cookie-value-0123"]}</script>'],
    ["a template", "<template><p>octo</p></template><noscript>octo</noscript>"],
    ["a frame", `<iframe srcdoc="<p>octo</p>"></iframe><canvas>octo</canvas>`],
  ])("hold nothing of the person in %s", async (_, body) => {
    const { html, pictured } = await kept(`<h1>A page that stays</h1>${body}`);
    for (const text of [html, pictured]) {
      expect(text).not.toMatch(/octo|cookie-value|p(?:"|\\?&quot;|%22)a|>oc</i);
      expect(text).toContain("A page that stays");
    }
  });

  it.each([
    [
      "attributes",
      '<p data-csrf="TOKEN" data-authenticity-token="TOKEN" data-hydro-click-hmac="TOKEN">x</p>',
    ],
    ["an element of its own", '<auto-check csrf="TOKEN">x</auto-check>'],
    [
      "buttons",
      '<button name="authenticity_token" value="TOKEN">x</button><input type="submit" value="TOKEN">',
    ],
    ["addresses", '<a href="/logout?authenticity_token=TOKEN">x</a><form action="/x?token=TOKEN"></form>'],
    ["a comment", "<!-- TOKEN -->"],
    [
      "JSON by name and value",
      '<script type="application/json">{"name":"authenticity_token","value":"TOKEN"}</script>',
    ],
    [
      "markup inside JSON",
      `<script type="application/json">{"html":"<input name='authenticity_token' value='TOKEN'>"}</script>`,
    ],
    ["a script's address", '<script src="/a.js?nonce=TOKEN" integrity="TOKEN"></script>'],
    ["what runs", `<p onclick="send('TOKEN')">x</p>`],
  ])("hold no token in %s", async (_, body) => {
    const token = "aB3dEfGh1JkLmN0pQrStUvWxYz012345_-==";
    const { html, pictured } = await kept(`<h1>A page that stays</h1>${body.replaceAll("TOKEN", token)}`);
    for (const text of [html, pictured]) {
      expect(text).not.toContain(token);
      expect(text).toContain("A page that stays");
    }
  });

  it("keep code that speaks of tokens, and all around it", async () => {
    const body = `<table><tr><td>1</td><td>trainer = Trainer(tokenizer=AutoTokenizer,</td></tr>
      <tr><td>2</td><td>args=arguments)</td></tr></table><p>Other results</p>`;
    const { html } = await kept(`${body}<p>csrf_token=0123456789abcdef</p>`);
    expect(html).toContain("Trainer(tokenizer=AutoTokenizer,");
    expect(html).toContain("<td>args=arguments)</td>");
    expect(html).toContain("<p>Other results</p>");
    expect(html).toContain("csrf_token=•••");
  });

  it("are kept where the page lets no script set what runs", async () => {
    const policy = "require-trusted-types-for 'script'";
    const body = `<h1>A page that stays</h1><p onclick="x()">octo</p><script src="/x.js">var a = "octo";</script>
      <script type="application/json">{"a":"octo","b":1}</script>`;
    const { html } = await kept(body, PRIVACY, { "content-security-policy": policy });
    expect(html).not.toContain("octo");
    expect(html).toContain("A page that stays");
    expect(html).toContain('{"a":"•••","b":1}');
  });

  it("hold nothing of shadow trees, which nobody looks through", async () => {
    const script = `for (const mode of ["open", "closed"]) {
      const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode });
      root.innerHTML = "<p>octo</p>";
    }`;
    const { pictured } = await kept(`<h1>A page that stays</h1><script>${script}</script>`);
    expect(pictured).not.toContain("octo");
  });

  it("stand still, whatever the page's scripts do to what they know", async () => {
    const script = `const p = document.querySelector("p");
      new MutationObserver(() => { if (p.textContent !== "octo") p.textContent = "octo"; })
        .observe(document, { subtree: true, childList: true, characterData: true });`;
    const { pictured } = await kept(`<p>octo</p><script>${script}</script>`);
    expect(pictured).not.toContain("octo");
  });

  it("keep names where these are no secret", async () => {
    const { html, pictured } = await kept("<p>octo</p>", { secrets: [] });
    expect(html).toContain("<p>octo</p>");
    expect(pictured).toContain("<p>octo</p>");
  });
});
