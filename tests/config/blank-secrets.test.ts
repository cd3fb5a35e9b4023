import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secretBlanker } from "../../src/config/blank-secrets.js";

const SECRET = `p"ss <w>/&'é%`;

const ODD_CHARACTER = fc.constantFrom(...`"'&<>/\\\u00a0 !()*~é%+;#`);

const WAYS: Readonly<Record<string, (text: string) => string>> = {
  html: (text) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("\u00a0", "&nbsp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;"),
  "html in numbers": (text) => text.replaceAll(/[^A-Za-z0-9]/gu, (one) => `&#${one.codePointAt(0)};`),
  url: (text) => encodeURIComponent(text),
  "url in full": (text) =>
    encodeURIComponent(text).replaceAll(/[!'()*~]/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
  form: (text) => new URLSearchParams([["", text]]).toString().slice(1),
  json: (text) => JSON.stringify(text).slice(1, -1),
  "json in ASCII": (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replaceAll(/[^ -~]|[<>&']/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`),
};

describe("blanking secrets", () => {
  it.each([
    ["as it is", SECRET],
    ["in a URL", encodeURIComponent(SECRET)],
    ["in a URL in lower case", encodeURIComponent(SECRET).replaceAll(/%../g, (code) => code.toLowerCase())],
    ["in a form", new URLSearchParams({ p: SECRET }).toString().slice(2)],
    ["in HTML", "p&quot;ss &lt;w&gt;/&amp;&#39;é%"],
    ["in HTML text", `p"ss &lt;w&gt;/&amp;'é%`],
    ["in JSON", JSON.stringify(SECRET).slice(1, -1)],
    ["in JSON within a script", String.raw`p\"ss \u003cw\u003e/\u0026\u0027é%`],
    ["in base64", Buffer.from(SECRET).toString("base64")],
    ["in base64 for URLs", Buffer.from(SECRET).toString("base64url")],
  ])("takes one out %s", (_, written) => {
    expect(secretBlanker([SECRET])(`before ${written} after`)).toMatch(/^before •••=* after$/);
  });

  it("takes the longer of two out as a whole", () => {
    expect(secretBlanker(["hunter", "hunter2000"])("hunter2000 hunter")).toBe("••• •••");
  });

  it("finds a short one as a whole word only", () => {
    expect(secretBlanker(["ab"])("ab cab abc a-ab, ab")).toBe("••• cab abc a-•••, •••");
  });

  it("leaves a text alone where there is no secret", () => {
    expect(secretBlanker([])("text")).toBe("text");
    expect(secretBlanker([""])("text")).toBe("text");
  });

  it("finds a name in any letter case", () => {
    expect(secretBlanker(["Octo-Cat"])("octo-cat and OCTO-CAT")).toBe("••• and •••");
  });

  it("finds a secret whose blanks a page has folded", () => {
    expect(secretBlanker([" two  blanks "])("<b>two blanks</b> two\n blanks two&nbsp;&#32;blanks")).toBe(
      "<b>•••</b> ••• •••",
    );
  });

  it("leaves nothing of any secret, whatever its characters", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), (secret, rest) => {
        fc.pre(secret.trim() !== "" && !secret.includes("•"));
        expect(secretBlanker([secret])(`${rest} ${secret} ${rest}`).includes(` ${secret} `)).toBe(false);
      }),
    );
  });

  it("finds a secret however it is written, and within another way of writing", () => {
    const secrets = fc
      .string({
        minLength: 4,
        maxLength: 12,
        unit: fc.oneof(ODD_CHARACTER, fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 })),
      })
      .filter((secret) => secret.trim().length >= 4 && !secret.includes("•"));
    const way = fc.constantFrom(...Object.keys(WAYS));
    fc.assert(
      fc.property(secrets, fc.array(way, { maxLength: 2 }), (secret, names) => {
        const trimmed = secret.trim();
        const written = names.reduce((text, name) => WAYS[name]?.(text) ?? text, trimmed);
        expect(secretBlanker([secret])(`<${written}>`)).toBe("<•••>");
      }),
      { numRuns: 150, seed: Number(process.env.SEED ?? 1615794165) },
    );
  });

  it("reads a long text that nearly holds a secret, which would take longer than any test if it went back", () => {
    const blank = secretBlanker(['p" &\\ +  +"q', " a "]);
    const nearly = ['p" &', "p", " ", "+", "\\", "&amp;", "%25"].map((near) => near.repeat(1_000_000));
    expect(nearly.filter((text) => blank(text) !== text)).toEqual([]);
    const percent = `%${"25".repeat(20_000)}`;
    expect(secretBlanker(["%7Bsession%22abc"])(percent)).toBe(percent);
  });
});
