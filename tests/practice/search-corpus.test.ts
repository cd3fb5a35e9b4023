import { describe, expect, it } from "vitest";
import { searchCorpus } from "../../src/practice/search-corpus.js";

function file(path: string, content: string) {
  return { repo: "example/one", path, content };
}

const FILES = [
  file("a.py", "import os\nfrom kfp import dsl\n"),
  file("b.py", "IMPORT OS\r\nx.log(1)\r\n"),
  file("c.ipynb", '"import os\\n",\n'),
  file("log/d.sh", "echo é\n"),
];

const paths = (text: string) => searchCorpus(FILES, text).hits.map((hit) => hit.file.path);

describe("a search in the sample files", () => {
  it("does not mind letter case, in a phrase and in a pattern", () => {
    expect(paths('"import os"')).toEqual(["a.py", "b.py", "c.ipynb"]);
    expect(paths("/import o./")).toEqual(["a.py", "b.py", "c.ipynb"]);
  });

  it("minds letter case after (?-i)", () => {
    expect(paths("/(?-i)import os/")).toEqual(["a.py", "c.ipynb"]);
  });

  it("takes ^ for the start of any line", () => {
    expect(paths("/^from kfp/")).toEqual(["a.py"]);
    expect(paths("/^import os/")).toEqual(["a.py", "b.py"]);
  });

  it("lets a dot stay on its line, and a class that matches everything cross it", () => {
    expect(paths("/import.*dsl$/")).toEqual(["a.py"]);
    expect(paths("/os.*kfp/")).toEqual([]);
    expect(paths(String.raw`/os[\s\S]*kfp/`)).toEqual(["a.py"]);
    expect(paths(String.raw`/os\nfrom/`)).toEqual(["a.py"]);
  });

  it("searches paths as well as contents", () => {
    expect(paths("/log/")).toEqual(["b.py", "log/d.sh"]);
    expect(searchCorpus(FILES, "log/d.sh").hits[0]?.span).toBeUndefined();
  });

  it("looks only into files with the extensions, in any letter case", () => {
    expect(paths('"import os" (path:*.ipynb OR path:*.sh)')).toEqual(["c.ipynb"]);
    expect(paths('"import os" path:*.PY')).toEqual(["a.py", "b.py"]);
    expect(paths("path:*.py")).toEqual(["a.py", "b.py"]);
  });

  it("wants every word", () => {
    expect(paths("import x.log")).toEqual(["b.py"]);
  });

  it("counts files with the same content one by one, and shows 20 a page", () => {
    const twins = Array.from({ length: 45 }, (_, index) => file(`${index}.py`, "same"));
    expect(searchCorpus(twins, "same")).toMatchObject({ count: 45 });
    expect(searchCorpus(twins, "same").hits).toHaveLength(20);
    expect(searchCorpus(twins, "same", 3).hits).toHaveLength(5);
  });

  it("tells where the first hit lies", () => {
    expect(searchCorpus(FILES, "/kfp/").hits[0]?.span).toEqual({ start: 15, end: 18 });
    expect(searchCorpus(FILES, '"é"').hits[0]?.span).toEqual({ start: 5, end: 6 });
  });

  it.each([
    ["look-ahead", "/a(?=b)/"],
    ["look-behind", "/(?<!a)b/"],
    ["a back-reference", String.raw`/(a)\1/`],
    ["an open group", "/(a/"],
    ["an open class", "/[a/"],
    ["too many repetitions", "/((a{100}){100}){100}/"],
  ])("refuses %s with the reason", (_, text) => {
    expect(() => searchCorpus(FILES, text)).toThrowError(
      /^unable to parse query! The regular expression is not/,
    );
  });

  it("reads a pattern on which a backtracking engine would not end", () => {
    const long = [file("a.txt", `${"a".repeat(50_000)}!`)];
    expect(searchCorpus(long, "/(a+)+$/").count).toBe(0);
  });
});
