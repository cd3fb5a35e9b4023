import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { LARGEST_FILE_BYTES, loadCorpus } from "../../src/practice/corpus.js";
import { temporaryFolder } from "../config/conf-file.js";

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe("a corpus", () => {
  it("is sorted, and knows each file's repository and path", () => {
    const folder = folderWith({ "b/x/deep/er/two.py": "2", "a/y/one.py": "1", "b/x/.hidden/three.yml": "3" });
    expect(loadCorpus(folder)).toEqual([
      { repo: "a/y", path: "one.py", content: "1" },
      { repo: "b/x", path: ".hidden/three.yml", content: "3" },
      { repo: "b/x", path: "deep/er/two.py", content: "2" },
    ]);
  });

  it("leaves out what is empty, too large, binary, not UTF-8 or in no repository", () => {
    const folder = folderWith({
      "a/b/empty.py": "",
      "a/b/large.py": "x".repeat(LARGEST_FILE_BYTES + 1),
      "a/b/binary.py": "a\0b",
      "a/b/latin.py": Uint8Array.of(0xe9, 0x0a),
      "a/notes.txt": "no repository",
      "notes.txt": "no repository",
      "a/b/largest.py": "x".repeat(LARGEST_FILE_BYTES),
    });
    expect(loadCorpus(folder).map(({ path }) => path)).toEqual(["largest.py"]);
  });

  it("keeps byte order marks, Windows line ends and letters beyond ASCII", () => {
    const folder = folderWith({ "a/b/c.py": "\uFEFFé\r\n実験" });
    expect(loadCorpus(folder)[0]?.content).toBe("\uFEFFé\r\n実験");
  });
});
