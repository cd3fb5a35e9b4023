import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { searchText } from "../../src/census/search-text.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { loadCorpus } from "../../src/practice/corpus.js";
import { searchCorpus } from "../../src/practice/search-corpus.js";

const FOLDER = join(PROJECT_ROOT, "samples", "corpus");
const { queries } = loadConfiguration(join(PROJECT_ROOT, "conf.json")).mining;
const numbered = queries.map((query, index) => ({ ...query, number: index + 1 }));

/** Another way to count, that shares nothing with the practice server: plain files, plain expressions. */
const FILES = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(FOLDER, path), text: readFileSync(path, "utf8") }));

interface Way {
  readonly flags: string;
  readonly part?: "path" | "text";
}

function countAnotherWay(
  query: string,
  extensions: readonly string[],
  { flags, part = "text" }: Way,
): number {
  const isMatch = matcher(query, flags);
  return FILES.filter(
    (file) => extensions.some((one) => file.path.endsWith(`.${one}`)) && isMatch(file[part]),
  ).length;
}

function matcher(query: string, flags: string): (text: string) => boolean {
  if (query.startsWith("/") && query.endsWith("/")) {
    const expression = new RegExp(withoutOverlap(query.slice(1, -1)), flags);
    return (text) => expression.test(text);
  }
  if (!flags.includes("i")) return (text) => text.includes(query);
  return (text) => text.toLowerCase().includes(query.toLowerCase());
}

/** `(\s|\S)*` and `(\s|\S|\w)*` mean any text; with the overlap of `\S` and `\w` this engine would never end. */
function withoutOverlap(pattern: string): string {
  return pattern.replaceAll(/\(\\s\|\\S(?:\|\\w)?\)\*/g, "[\\s\\S]*");
}

describe("the sample corpus", () => {
  const corpus = loadCorpus();

  it.each(numbered)(
    "gives query $number of $tool the count of plain code over the files",
    ({ query, extensions }) => {
      const count = countAnotherWay(query, extensions, { flags: "im" });
      expect(searchCorpus(corpus, searchText({ query, extensions })).count).toBe(count);
    },
  );

  it.each(numbered)("counts query $number alike whatever letter case and ^ mean", ({ query, extensions }) => {
    const ways = ["im", "m", "i", ""].map((flags) => countAnotherWay(query, extensions, { flags }));
    expect(new Set(ways).size).toBe(1);
  });

  it.each(numbered)("finds nothing for query $number in paths", ({ query, extensions }) => {
    expect(countAnotherWay(query, extensions, { flags: "im", part: "path" })).toBe(0);
  });

  it("finds something for every query but one, whose zero is true", () => {
    const without = queries.filter((query) => searchCorpus(corpus, searchText(query)).count === 0);
    expect(without.map(({ query }) => query)).toEqual(["cml check create"]);
  });

  it("has the files, repositories and counts that its description tells", () => {
    const description = readFileSync(join(PROJECT_ROOT, "samples", "README.md"), "utf8");
    const repositories = new Set(FILES.map(({ path }) => path.split(/[\\/]/).slice(0, 2).join("/")));
    expect(description).toContain(`${FILES.length} small files in ${repositories.size} repositories`);
    for (const [number, told] of [
      [20, 7],
      [2, 5],
    ] as const) {
      const query = queries[number - 1];
      expect(query && searchCorpus(corpus, searchText(query)).count).toBe(told);
    }
  });

  it("leaves out the empty file and the one that is not UTF-8", () => {
    expect(FILES.length - corpus.length).toBe(2);
    expect(searchCorpus(corpus, "numero").count).toBe(0);
  });

  it("has notebooks that are JSON, Windows line ends, a byte order mark and twins", () => {
    const notebooks = corpus.filter(({ path }) => path.endsWith(".ipynb"));
    expect(notebooks.length).toBeGreaterThan(9);
    for (const { content } of notebooks) expect(JSON.parse(content)).toMatchObject({ nbformat: 4 });
    expect(corpus.filter(({ content }) => content.includes("\r\n"))).toHaveLength(2);
    expect(corpus.filter(({ content }) => content.startsWith("\uFEFF"))).toHaveLength(1);
    expect(corpus.length - new Set(corpus.map(({ content }) => content)).size).toBe(1);
  });
});
