import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SearchError } from "../../src/practice/search-error.js";
import { searchPages } from "../../src/practice/search-pages.js";
import { maybeCorrection } from "../../src/practice/spelling.js";
import { loadWebPages, parseWebPage, type WebPage } from "../../src/practice/web-pages.js";

function pageOf(title: string, body: string, standsFor = 1): WebPage {
  const meta = `<meta name="stands-for" content="${standsFor}">`;
  return parseWebPage(["a.example", "b.html"], `${meta}<title>${title}</title><body>${body}</body>`);
}

describe("a search for pages", () => {
  const PAGES = [
    pageOf("One &amp; two", "<p>three</p><p>four</p>", 1_234),
    pageOf("Two one", "three <!-- <i>five</i> --> four's <b class='six'>Été</b> snake_case", 10),
  ];

  it.each([
    ["one", 1_240],
    ["ONE two", 1_240],
    ["one three", 1_240],
    ['"one two"', 1_230],
    ['"three four"', 1_240],
    ['"two three"', 0],
    ["one-two", 1_230],
    ["on", 0],
    ["four s", 10],
    ["été", 10],
    ["ete", 0],
    ["snake", 10],
    ["five", 0],
    ["six", 0],
    ["amp", 0],
    ["one -snake", 1_230],
    ['one -"two one"', 1_230],
    ["-one", 0],
    ["", 0],
    ["one -", 1_240],
    ["allintitle: one", 1_240],
    ["AllInTitle:one two", 1_240],
    ["allintitle: three", 0],
    ["allintext: one", 0],
    ["allintext: three -snake", 1_230],
    ["allintitle: one -three", 1_240],
    ["allintitle:", 0],
  ])("for %j finds %i", (text, total) => {
    expect(searchPages(PAGES, text).total).toBe(total);
  });

  it.each([
    "one OR two",
    "a|b |",
    "on*",
    "site:a.example",
    "intitle:one",
    "one allintitle: two",
    '"one',
    "1..2",
  ])("for %j is refused", (text) => {
    expect(() => searchPages(PAGES, text)).toThrow(SearchError);
  });

  it("may have 32 words and no more", () => {
    expect(searchPages(PAGES, "one ".repeat(32)).total).toBe(1_240);
    expect(() => searchPages(PAGES, "one ".repeat(33))).toThrow("The search has more than 32 words.");
  });

  it("leaves addresses and clock times words", () => {
    expect(searchPages([pageOf("at 9:30 https://a.example", "")], "9:30 https://a.example").total).toBe(1);
  });
});

describe("over the sample pages", () => {
  const pages = loadWebPages();
  const words = [
    ...new Set(pages.flatMap((page) => `${page.words.title}${page.words.text}`.trim().split(/ +/))),
  ];
  const word = fc.constantFrom(...words, "nowhere");
  const place = fc.constantFrom("", "allintitle: ", "allintext: ");
  const linksOf = (text: string) => searchPages(pages, text).pages.map(({ link }) => link);

  it("leaving out a word never finds more, and parts what was found", () => {
    fc.assert(
      fc.property(place, word, word, (where, wanted, other) => {
        const [all, without, both] = ["", ` -${other}`, ` ${other}`].map((end) =>
          linksOf(where + wanted + end),
        );
        expect(new Set(all)).toEqual(new Set([...(without ?? []), ...(both ?? [])]));
        expect((without?.length ?? 0) + (both?.length ?? 0)).toBe(all?.length);
        expect(searchPages(pages, `${where}${wanted} -${other}`).total).toBeLessThanOrEqual(
          searchPages(pages, where + wanted).total,
        );
      }),
    );
  });

  it("the order of words does not matter, and a phrase finds no more than its words", () => {
    fc.assert(
      fc.property(place, word, word, (where, one, other) => {
        expect(linksOf(`${where}${one} ${other}`)).toEqual(linksOf(`${where}${other} ${one}`));
        expect(linksOf(`${where}${one} ${other}`)).toEqual(
          expect.arrayContaining(linksOf(`${where}"${one} ${other}"`)),
        );
      }),
    );
  });

  it("any text is answered or refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        try {
          expect(searchPages(pages, text).total).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect(error).toBeInstanceOf(SearchError);
        }
      }),
    );
  });

  it.each([
    ["mlfow", "mlflow"],
    ["allintext: Uber Michelangleo", "allintext: Uber michelangelo"],
    ['"metafow" -kubeflo', '"metaflow" -kubeflow'],
  ])("%j is put right", (text, right) => {
    expect(maybeCorrection(pages, text)?.text).toBe(right);
  });

  it.each(["mlflow", "allintitle: Netflix Metaflow", "xyzzyxyzzy", "aw", "", "-"])(
    "%j is left as it is",
    (text) => {
      expect(maybeCorrection(pages, text)).toBeUndefined();
    },
  );
});
