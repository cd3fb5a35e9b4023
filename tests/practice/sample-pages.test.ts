import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { dorkingPlan } from "../../src/dorking/plan.js";
import { PRACTICE_ENGINE_ID, PRACTICE_GOOGLE_KEY } from "../../src/practice/accounts.js";
import { type Practice, startPractice } from "../../src/practice/start-practice.js";
import { loadWebPages } from "../../src/practice/web-pages.js";

const SAMPLES = join(PROJECT_ROOT, "samples");
const FOLDER = join(SAMPLES, "pages");
const { dorking } = loadConfiguration(join(PROJECT_ROOT, "conf.json"));
const PLAN = dorking === undefined ? [] : dorkingPlan(dorking);

/** Another way to read and count, that shares nothing with the practice server: no expression, sets of words. */
const FILES = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
  .map((source) => ({
    title: wordSet(between(source, "<title>", "</title>")),
    text: wordSet(withoutTags(between(source, "<body>", "</body>"))),
    standsFor: Number(between(source, '"stands-for" content="', '"')),
  }));

function between(text: string, begin: string, end: string): string {
  return text.split(begin)[1]?.split(end)[0] ?? "";
}

function withoutTags(markup: string): string {
  const [first = "", ...rest] = markup.split("<!--");
  const bare = [first, ...rest.map((piece) => piece.split("-->")[1] ?? "")].join(" ");
  return bare
    .split("<")
    .map((piece, index) => (index === 0 ? piece : piece.slice(piece.indexOf(">") + 1)))
    .join(" ");
}

function wordSet(markup: string): ReadonlySet<string> {
  const text = [
    ["&lt;", "<"],
    ["&gt;", ">"],
    ["&quot;", '"'],
    ["&#39;", "'"],
    ["&amp;", "&"],
  ].reduce((rest, [entity = "", character = ""]) => rest.split(entity).join(character), markup);
  const words = [""];
  for (const character of text.toUpperCase()) {
    const isPart = character.toLowerCase() !== character || "0123456789".includes(character);
    if (isPart) words.push((words.pop() ?? "") + character);
    else words.push("");
  }
  return new Set(words);
}

function countAnotherWay(text: string): { readonly items: number; readonly total: number } {
  const [operator, ...words] = text.split(" ");
  const place = operator === "allintitle:" ? "title" : "text";
  const found = FILES.filter((file) => words.every((word) => file[place].has(word.toUpperCase())));
  return { items: found.length, total: found.reduce((sum, { standsFor }) => sum + standsFor, 0) };
}

/** 12,345 becomes 12,300. */
function toThreeDigits(total: number): number {
  const unit = 10 ** Math.max(0, String(total).length - 3);
  return Math.round(total / unit) * unit;
}

describe("the sample pages", () => {
  let practice: Practice;

  beforeAll(async () => {
    practice = await startPractice({ clock: { now: () => new Date(0) } });
  });
  afterAll(() => practice.close());

  const search = async (q: string) => {
    const params = new URLSearchParams({ key: PRACTICE_GOOGLE_KEY, cx: PRACTICE_ENGINE_ID, q });
    return (await fetch(`${practice.googleUrl}/customsearch/v1?${params}`)).json();
  };

  it("are searched by a plan of 176 searches", () => {
    expect(PLAN).toHaveLength(176);
  });

  it.each(PLAN)("give $text the count of plain code over the files", async ({ text }) => {
    const { items, total } = countAnotherWay(text);
    const { searchInformation, items: found = [], spelling, queries } = await search(text);
    expect(searchInformation.totalResults).toBe(String(toThreeDigits(total)));
    expect(found).toHaveLength(Math.min(10, items));
    expect(queries.nextPage !== undefined).toBe(items > 10);
    expect(spelling).toBeUndefined();
  });

  it("tell fewer pages by title than by text, and for many searches none", () => {
    const totals = (place: string) =>
      PLAN.filter((entry) => entry.place === place).map(({ text }) => countAnotherWay(text).total);
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
    expect(sum(totals("title"))).toBeLessThan(sum(totals("text")) / 2);
    expect([...totals("title"), ...totals("text")].filter((total) => total === 0)).toHaveLength(100);
  });

  it.each([
    ["Netflix", "Metaflow"],
    ["Uber", "Michelangelo"],
    ["Microsoft", "Azure Machine Learning"],
    ["IBM", "IBM Watson Studio"],
  ])("tell of %s most often with its own %s in titles", (company, tool) => {
    const titles = PLAN.filter((entry) => entry.company === company && entry.place === "title");
    const [first] = titles.toSorted(
      (one, other) => countAnotherWay(other.text).total - countAnotherWay(one.text).total,
    );
    expect(first?.name).toBe(tool);
  });

  it("hold every hard case that their description tells", async () => {
    const titles = loadWebPages().map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith("="))).toHaveLength(1);
    expect(titles.filter((title) => title.startsWith("<script>"))).toHaveLength(1);
    expect(countAnotherWay("allintitle: Netflix Metaflow").items).toBeGreaterThan(10);
    expect(countAnotherWay("allintitle: Alibaba cloud Clear ML").items).toBe(1);
    expect((await search('allintitle: Alibaba cloud "Clear ML"')).searchInformation.totalResults).toBe("0");
    expect((await search('"stands in a comment"')).searchInformation.totalResults).toBe("0");
  });

  it("have the number and the counts that their description tells", async () => {
    const description = readFileSync(join(SAMPLES, "README.md"), "utf8");
    const hosts = readdirSync(FOLDER);
    expect(description).toContain(`${FILES.length} small pages of ${hosts.length} sites`);
    const { items, total } = countAnotherWay("allintitle: Netflix Metaflow");
    expect(description).toContain(`# ${items} pages, which stand for ${total}`);
  });

  it("lie on sites that nobody can have", () => {
    for (const { link, host } of loadWebPages()) {
      expect(host).toMatch(/^[a-z-]+\.example$/);
      expect(new URL(link).href).toBe(link);
    }
  });

  it("are read once", () => {
    expect(loadWebPages()).toBe(loadWebPages());
  });
});
