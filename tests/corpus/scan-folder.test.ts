import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { folderEntries } from "../../src/corpus/folder-entries.js";
import { GITHUB_LIMITS } from "../../src/corpus/index-limits.js";
import type { KeptUnit } from "../../src/corpus/kept-units.js";
import { ReadBuffer } from "../../src/corpus/read-buffer.js";
import { type ScanOptions, scanCorpus } from "../../src/corpus/scan-corpus.js";
import type { ScanProgress } from "../../src/corpus/scan-progress.js";
import { plainCount } from "./plain-count.js";
import { asked, tree, WANDB } from "./tree.js";

const SAMPLES = join(PROJECT_ROOT, "samples", "corpus");
const { queries } = loadConfiguration().mining;

async function scan(place: string, more: Partial<ScanOptions> = {}) {
  return scanCorpus({ places: [place], queries: [WANDB], ...more });
}

async function first(place: string, more: Partial<ScanOptions> = {}) {
  const counts = (await scan(place, more)).queries[0];
  if (counts === undefined) throw new Error("no query was asked");
  return counts;
}

test("every query of the study finds the files that plain loops with RE2 find", async () => {
  const counts = await scan(SAMPLES, { queries });
  expect(counts.queries.map(({ files }) => files)).toEqual(
    queries.map((query) => plainCount(SAMPLES, query)),
  );
  expect(counts.queries.filter(({ files }) => files.length > 0).length).toBeGreaterThan(15);
  expect(counts.rules).toEqual([
    { prefix: "", root: SAMPLES, otherwise: "OWNER/REPOSITORY", gitRepositories: 0 },
  ]);
  expect(counts.problems).toEqual([]);
});

test("the result is the same with no thread, one and two", async () => {
  const [none, one, two] = await Promise.all([0, 1, 2].map((workers) => scan(SAMPLES, { queries, workers })));
  expect(one).toEqual(none);
  expect(two).toEqual(none);
});

test("hidden folders are searched, git's own is not, and letter case counts in no extension", async () => {
  const root = tree({
    "a/r/.github/x.py": "import wandb",
    "a/r/X.PY": "IMPORT WANDB",
    "a/r/.git/hook.py": "import wandb",
    "a/r/py": "import wandb",
    "a/r/x.pyc": "import wandb",
  });
  const counts = await scan(root);
  expect(counts.queries[0]?.files).toEqual(["a/r/.github/x.py", "a/r/X.PY"]);
  expect(counts.queries[0]?.repositories).toEqual(["a/r"]);
  expect(counts.totals).toMatchObject({ files: 4, searched: { files: 2, bytes: 24 } });
  expect(counts.totals.extensions).toEqual({ py: { files: 2, bytes: 24 } });
});

describe("the repository of a file", () => {
  const repositories = async (files: Record<string, string>) => (await first(tree(files))).repositories;

  it("is the folder that git keeps, however deep", async () => {
    const inside = { "x/deep/r/.git/HEAD": "", "x/deep/r/src/a.py": "import wandb" };
    expect(await repositories({ ...inside, "x/b.py": "import wandb" })).toEqual(["x", "x/deep/r"]);
  });

  it("is the first two folders where the first ones only hold folders", async () => {
    expect(await repositories({ "a/r/x.py": "import wandb", "a/s/y/z.py": "import wandb" })).toEqual([
      "a/r",
      "a/s",
    ]);
  });

  it("is the first folder where one of them holds a file", async () => {
    expect(await repositories({ "a/r/x.py": "import wandb", "b/setup.cfg": "" })).toEqual(["a"]);
  });

  it("is the place itself where git keeps that", async () => {
    const root = tree({ ".git/HEAD": "", "a/b/x.py": "import wandb", "x.py": "import wandb" });
    const counts = await first(root);
    expect(counts.repositories).toEqual([root.split("/").at(-1)]);
    expect(counts.files).toEqual(["a/b/x.py", "x.py"]);
  });
});

test("files with the same content are counted as often as they occur, and once", async () => {
  const root = tree({ "a/x.py": "import wandb", "b/x.py": "import wandb", "b/y.py": "import wandb\n" });
  const { files, distinct } = await first(root);
  expect([files.length, distinct]).toEqual([3, 2]);
});

test("occurrences are counted where asked", async () => {
  const root = tree({ "a/x.py": "import wandb\nimport wandb", "b/y.py": "import wandb" });
  expect((await first(root, { options: { countOccurrences: true } })).occurrences).toBe(3);
  expect(await first(root)).not.toHaveProperty("occurrences");
});

test("notebooks are counted as their JSON and as their code cells, side by side", async () => {
  const book = (...cells: unknown[]) => JSON.stringify({ cells, nbformat: 4 });
  const root = tree({
    "a/markdown.ipynb": book({ cell_type: "markdown", source: ["import wandb"] }),
    "a/code.ipynb": book({ cell_type: "code", source: ["import ", "wandb"] }),
    "a/old.ipynb": JSON.stringify({
      worksheets: [{ cells: [{ cell_type: "code", input: "import wandb" }] }],
    }),
    "a/broken.ipynb": "import wandb",
  });
  const counts = await first(root);
  expect(counts.files).toEqual(["a/broken.ipynb", "a/markdown.ipynb", "a/old.ipynb"]);
  expect(counts.withCells).toEqual(["a/broken.ipynb", "a/code.ipynb", "a/old.ipynb"]);
  expect(counts.isComplete).toBe(true);
});

test("GitHub's limits are told apart, each with the files that it hides", async () => {
  const line = (bytes: number) => `# ${"x".repeat(bytes - 2)}\n`;
  const root = tree({
    "a/plain.py": "import wandb",
    "a/large.py": `import wandb\n${"# x\n".repeat(GITHUB_LIMITS.largestFileBytes / 4)}`,
    "a/one-long.py": `import wandb\n${line(5_000)}`,
    "a/long.py": `import wandb\n${line(5_000)}${line(5_000)}`,
    "a/cut.py": `${"é".repeat(1_020)}import wandb`,
    "a/uncut.py": `${"é".repeat(1_012)}import wandb`,
    "a/odd.py": Buffer.concat([Buffer.from("import wandb"), Buffer.from([0xe9])]),
    "a/odd-not-large.py": Buffer.concat([Buffer.from("# "), Buffer.alloc(200_000, 0xe9)]),
    "a/node_modules/x.py": "import wandb",
  });
  const { limited, files } = await first(root, { options: { limits: true } });
  expect(limited?.files).toEqual(["a/one-long.py", "a/plain.py", "a/uncut.py"]);
  const one = { "too large": 1, "long lines": 1, "cut lines": 1, "not text": 1, vendored: 1 };
  expect(limited?.hidden).toEqual(one);
  expect(files).toHaveLength(7);
});

describe("what cannot be counted is told, and stops nothing", () => {
  it("links, loops of them and pipes", async () => {
    const root = tree({ "a/x.py": "import wandb" });
    symlinkSync("..", join(root, "a", "loop"));
    symlinkSync("x.py", join(root, "a", "link.py"));
    execFileSync("mkfifo", [join(root, "a", "pipe.py")]);
    const counts = await scan(root);
    expect(counts.queries[0]).toMatchObject({ files: ["a/x.py"], isComplete: true });
    expect(counts.problems).toEqual([
      { file: "a/link.py", reason: "it is a link, which is not followed", hides: "nothing" },
      { file: "a/loop", reason: "it is a link, which is not followed", hides: "nothing" },
      { file: "a/pipe.py", reason: "it is no ordinary file", hides: "nothing" },
    ]);
  });

  it("names that are not UTF-8", async () => {
    const root = tree({ "a/x.py": "import wandb", "a/\ufffd.py": "import wandb" });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/a/caf`), Buffer.from([0xe9]), Buffer.from(".py")]), "");
    const counts = await scan(root);
    expect(counts.queries[0]).toMatchObject({ files: ["a/x.py", "a/\ufffd.py"], isComplete: false });
    expect(counts.problems).toEqual([
      { file: "a/caf\\xe9.py", reason: "its name is not UTF-8", hides: "more" },
    ]);
  });

  it("files over the cap, for the queries that search them alone", async () => {
    const root = tree({ "a/x.py": "import wandb", "a/y.py": "", "a/z.txt": "import wandb, and more" });
    const counts = await scan(root, {
      queries: [WANDB, asked("import wandb", "yml")],
      options: { largestFileBytes: 11 },
    });
    expect(counts.queries.map(({ files, isComplete }) => [files.length, isComplete])).toEqual([
      [0, false],
      [0, true],
    ]);
    expect(counts.problems).toEqual([
      {
        file: "a/x.py",
        reason: "it has 12 bytes, and is skipped: at most 11 are read",
        hides: "file",
      },
    ]);
  });

  it("files that are gone or changed since they were listed", () => {
    const root = tree({ "gone.py": "1", "grown.py": "1", "shrunk.py": "12" });
    const entries = [...folderEntries({ root, folder: "", isDeep: true })];
    rmSync(join(root, "gone.py"));
    writeFileSync(join(root, "grown.py"), "12");
    writeFileSync(join(root, "shrunk.py"), "1");
    const said = entries.map((entry) => {
      try {
        return entry.kind === "file" && String(entry.read(new ReadBuffer()));
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(said).toEqual([
      expect.stringContaining("ENOENT"),
      "it changed while it was read",
      "it changed while it was read",
    ]);
  });

  it("a folder that is gone", () => {
    expect([...folderEntries({ root: tree(), folder: "gone", isDeep: true })]).toEqual([
      { kind: "problem", path: "gone", reason: "it cannot be read: ENOENT", hides: "more" },
    ]);
  });

  it("many problems: the first thousand are listed", async () => {
    const root = tree();
    mkdirSync(join(root, "a"));
    for (let index = 0; index < 1_010; index += 1) symlinkSync("x", join(root, "a", `link-${index}`));
    const { problems, moreProblems, queries: counts } = await scan(root);
    expect([problems.length, moreProblems, counts[0]?.isComplete]).toEqual([1_000, 10, true]);
  });
});

test("one buffer is enough for all files, and grows to the largest", () => {
  const root = tree({ "a.py": "x".repeat(100_000), "b.py": "x".repeat(120_000), "c.py": "x".repeat(50) });
  const buffer = new ReadBuffer();
  for (const entry of folderEntries({ root, folder: "", isDeep: true }))
    if (entry.kind === "file") entry.read(buffer);
  expect(buffer.grown).toBe(1);
  expect(buffer.capacityBytes).toBe(131_072);
});

test("a place that is no corpus is an error", async () => {
  await expect(scan(join(tree(), "nowhere"))).rejects.toThrow(
    "expected a folder or an archive that can be read",
  );
  await expect(scan(join(tree({ x: "" }), "x"))).rejects.toThrow(
    "expected a folder, or a file that ends in .tar",
  );
});

test("progress tells files, bytes done of bytes known and the time left", async () => {
  const root = tree({ "a/x.py": "import wandb", "b/y.py": "import wandb", "b/z": "not read" });
  const told: ScanProgress[] = [];
  let now = 0;
  const clock = { now: () => new Date(now++ * 1_000), sleep: async () => {} };
  await scan(root, { clock, onProgress: (progress) => told.push(progress) });
  expect(told.at(-1)).toMatchObject({ files: 3, bytes: 24, knownBytes: 24, isListed: true, leftMs: 0 });
  expect(told[1]).toMatchObject({ files: 1, bytes: 12, knownBytes: 24, filesASecond: 0.5, leftMs: 2_000 });
});

describe("a scan that is stopped", () => {
  const files = { "a/x.py": "import wandb", "b/y.py": "import wandb", "c/z.py": "import wandb" };

  function memory() {
    const kept = new Map<string, string>();
    return {
      kept,
      load: (key: string): unknown => JSON.parse(kept.get(key) ?? "null"),
      save: (key: string, result: KeptUnit) => void kept.set(key, JSON.stringify(result)),
    };
  }

  it("ends with an AbortError, and goes on with the units that are not kept", async () => {
    const root = tree(files);
    const whole = await scan(root);
    const store = memory();
    const stopping = new AbortController();
    const stopped = scan(root, {
      store,
      signal: stopping.signal,
      onProgress: ({ files: done }) => done === 2 && stopping.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    const kept = store.kept.size;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(4);
    expect(await scan(root, { store })).toEqual(whole);
    expect(store.kept.size).toBe(4);
  });

  it("counts a unit anew where a file changed, or what is kept is broken", async () => {
    const root = tree(files);
    const store = memory();
    await scan(root, { store });
    writeFileSync(join(root, "b", "y.py"), "nothing here");
    for (const key of [...store.kept.keys()].slice(-1)) store.kept.set(key, '{"mark":1}');
    expect((await first(root, { store })).files).toEqual(["a/x.py", "c/z.py"]);
  });

  it("does so in threads too", async () => {
    const stopping = new AbortController();
    const stopped = scan(tree(files), { workers: 2, signal: stopping.signal });
    stopping.abort();
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
  });
});
