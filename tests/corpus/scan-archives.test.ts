import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it, test } from "vitest";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import type { CorpusCounts } from "../../src/corpus/corpus-counts.js";
import { FileSearcher } from "../../src/corpus/file-searcher.js";
import { runTask } from "../../src/corpus/run-task.js";
import { type ScanOptions, scanCorpus } from "../../src/corpus/scan-corpus.js";
import { searchOf } from "../../src/corpus/search-options.js";
import { type Files, parquetOf, tarOf, zipOf, zipOfEntries } from "./archives.js";
import { tree, WANDB } from "./tree.js";

const SAMPLES = join(PROJECT_ROOT, "samples", "corpus");
const { queries } = loadConfiguration().mining;

async function scan(place: string, more: Partial<ScanOptions> = {}): Promise<CorpusCounts> {
  return scanCorpus({ places: [place], queries: [WANDB], ...more });
}

/** An archive of this name, alone in a folder. */
function archive(name: string, bytes: Uint8Array): string {
  return join(tree({ [name]: bytes }), name);
}

function sampleFiles(): Files {
  const files = readdirSync(SAMPLES, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(SAMPLES.length + 1), readFileSync(path)]));
}

function asParquet(files: Files): Buffer {
  const rows = Object.entries(files).map(([name, content]) => ({ parts: name.split("/"), content }));
  return parquetOf({
    repo_name: rows.map(({ parts }) => parts.slice(0, 2).join("/")),
    path: rows.map(({ parts }) => parts.slice(2).join("/")),
    content: rows.map(({ content }) => content),
  });
}

describe("the samples in an archive give what they give in a folder", () => {
  let archives: Readonly<Record<string, Buffer>>;
  let fromFolder: CorpusCounts;

  beforeAll(async () => {
    const files = sampleFiles();
    const tar = await tarOf(files);
    const gz = gzipSync(tar);
    const parquet = asParquet(files);
    archives = { "c.tar": tar, "c.tar.gz": gz, "c.TGZ": gz, "c.zip": zipOf(files), "c.parquet": parquet };
    fromFolder = await scan(SAMPLES, { queries });
  });

  it.each(["c.tar", "c.tar.gz", "c.TGZ", "c.zip", "c.parquet"])("%s", async (name) => {
    const counts = await scan(archive(name, archives[name] ?? Buffer.of()), { queries });
    expect(counts.queries).toEqual(fromFolder.queries);
    expect(counts.totals).toEqual(fromFolder.totals);
    expect(counts.problems).toEqual([]);
  });

  it("and so do several of them in one folder, in threads too", async () => {
    const place = tree({ ...archives, "own.txt": "" });
    const [none, two] = await Promise.all([0, 2].map((workers) => scan(place, { queries, workers })));
    expect(two).toEqual(none);
    const names = Object.keys(archives);
    expect(none?.queries.map(({ files }) => files)).toEqual(
      fromFolder.queries.map(({ files }) =>
        names.flatMap((name) => files.map((file) => `${name}/${file}`)).sort(),
      ),
    );
    expect(none?.queries.map(({ repositories }) => repositories.length)).toEqual(
      fromFolder.queries.map(({ repositories }) => repositories.length),
    );
    expect(none?.totals.distinct).toBe(fromFolder.totals.distinct);
  });
});

test("several places are counted together, each file under its place", async () => {
  const [one, other] = [
    tree({ "a/x.py": "import wandb" }),
    archive("y.zip", zipOf({ "a/x.py": "import wandb" })),
  ];
  const { queries: counts } = await scanCorpus({ places: [one, other, one], queries: [WANDB] });
  expect(counts[0]?.files).toEqual([`${one}/a/x.py`, `${other}/a/x.py`].sort());
  expect(counts[0]?.distinct).toBe(1);
});

test("a name that an archive has twice is two files", async () => {
  const entry = { name: "a/x.py", content: "import wandb" };
  const counts = await scan(archive("twice.zip", zipOfEntries([entry, entry])));
  expect(counts.queries[0]?.files).toEqual(["a/x.py", "a/x.py#2"]);
});

test("what git keeps in an archive is a repository, and is not searched", async () => {
  const files = { "x/r/.git/a.py": "import wandb", "x/r/src/b.py": "import wandb" };
  for (const place of [archive("g.tar", await tarOf(files)), archive("g.zip", zipOf(files))]) {
    const counts = await scan(place);
    expect(counts.queries[0]).toMatchObject({ files: ["x/r/src/b.py"], repositories: ["x/r"] });
    expect(counts.rules[0]?.gitRepositories).toBe(1);
  }
});

describe("what is wrong with an archive is told, and the others are counted", () => {
  const good = { "a/x.py": "import wandb" };
  const noise = Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * index * 31) % 251));

  async function told(name: string, bytes: Uint8Array, more: Partial<ScanOptions> = {}) {
    const place = tree({ [name]: bytes, "z/y.py": "import wandb" });
    const counts = await scan(place, more);
    const found = counts.queries[0];
    expect(found?.files).toContain("z/y.py");
    return { files: found?.files.length, isComplete: found?.isComplete, problems: counts.problems };
  }

  const broken = { isComplete: false, problems: [{ hides: "more" }] };

  it("one that is none", async () => {
    const results = [];
    for (const name of ["x.tar", "x.tar.gz", "x.zip", "x.parquet"]) results.push(await told(name, noise));
    expect(results.map(({ files }) => files)).toEqual([1, 1, 1, 1]);
    for (const result of results) expect(result).toMatchObject(broken);
    expect(results.map(({ problems }) => `${problems[0]?.file}: ${problems[0]?.reason}`)).toMatchSnapshot();
  });

  it("one that ends too early: what stands before that is counted", async () => {
    const tar = await tarOf({ ...good, "b/noise.bin": noise, "c/x.py": "import wandb" });
    const cut = await told("x.tar", tar.subarray(0, 8_000));
    expect(cut).toMatchObject({ files: 2, ...broken });
    const gz = gzipSync(tar, { level: 0 });
    const cutGz = await told("x.tar.gz", gz.subarray(0, 8_000));
    expect(cutGz).toMatchObject({ files: 2, ...broken });
    expect([cut, cutGz].map(({ problems }) => problems[0]?.reason)).toEqual([
      "it cannot be read: Unexpected end of data; what stands before that is counted",
      "it cannot be read: unexpected end of file; what stands before that is counted",
    ]);
    expect(await told("x.zip", zipOf(good).subarray(0, 60))).toMatchObject({ files: 1, ...broken });
    expect(await told("x.parquet", asParquet(good).subarray(0, 60))).toMatchObject({ files: 1, ...broken });
  });

  it("a bomb, of one file or of many", async () => {
    const options = { largestRatio: 50, leastSuspiciousBytes: 100_000, largestFileBytes: 1_000_000 };
    const zeros = Buffer.alloc(3_000_000);
    const reason = expect.stringContaining("it unpacks to more than 50 times its bytes");
    const gz = await told("x.tar.gz", gzipSync(await tarOf({ ...good, "b/z.py": zeros })), { options });
    expect(gz).toMatchObject({ isComplete: false });
    expect(gz.problems).toContainEqual({ file: "x.tar.gz", reason, hides: "more" });
    const zip = await told("x.zip", zipOf({ ...good, "b/z.py": zeros.subarray(0, 500_000) }), { options });
    expect(zip).toMatchObject({ files: 2, isComplete: false });
    expect(zip.problems).toEqual([{ file: "x.zip/b/z.py", reason, hides: "file" }]);
  });

  it("files over the cap, encrypted ones, and those that are not what their header says", async () => {
    const content = "import wandb";
    const zip = zipOfEntries([
      { name: "a/good.py", content },
      { name: "a/large.py", content: `${content}${"x".repeat(100)}` },
      { name: "a/encrypted.py", content, flags: 0x801 },
      { name: "a/other.py", content, crc: 1 },
      { name: "a/longer.py", content, says: 5 },
      { name: "a/shorter.py", content, says: 50 },
    ]);
    const result = await told("x.zip", zip, { options: { largestFileBytes: 100 } });
    expect(result).toMatchObject({ files: 2, isComplete: false });
    expect(
      result.problems.map(({ file, reason, hides }) => `${file}: ${reason} (${hides})`),
    ).toMatchSnapshot();
  });

  it("a tar's files over the cap are passed by, and those after them are counted", async () => {
    const tar = await tarOf({ "a/large.py": noise, ...good });
    const result = await told("x.tar", tar, { options: { largestFileBytes: 100 } });
    expect(result).toMatchObject({ files: 2, isComplete: false, problems: [{ hides: "file" }] });
  });

  it("names that lead out of it, which are only ever names", async () => {
    const outside = { "../../etc/x.py": "import wandb", "/etc/y.py": "import wandb" };
    for (const [name, bytes] of [
      ["x.tar", await tarOf(outside)],
      ["x.zip", zipOf(outside)],
    ] as const) {
      const result = await told(name, bytes);
      expect(result).toMatchObject({ files: 3, isComplete: true });
      expect(result.problems.map(({ file }) => file)).toEqual([`${name}/../../etc/x.py`, `${name}/etc/y.py`]);
    }
  });

  it("links, and names that are not UTF-8", async () => {
    const tar = await tarOf(good, [
      { name: "a/link.py", type: "symlink", linkname: "x.py" },
      { name: "a/hard.py", type: "link", linkname: "a/x.py" },
    ]);
    const odd = Buffer.concat([Buffer.from("a/caf"), Buffer.from([0xe9]), Buffer.from(".py")]);
    const zip = zipOfEntries([
      { name: "a/x.py", content: "import wandb" },
      { name: "a/link.py", content: "x.py", mode: 0o120777 },
      { name: odd, content: "import wandb" },
    ]);
    expect(await told("x.tar", tar)).toMatchObject({ files: 2, isComplete: true, problems: [{}, {}] });
    expect((await told("x.zip", zip)).problems).toEqual([
      { file: "x.zip/a/link.py", reason: "it is a link, which is not followed", hides: "nothing" },
      { file: "x.zip/a/caf\\xe9.py", reason: "its name is not UTF-8", hides: "file" },
    ]);
  });

  it("a data set without paths or without contents", async () => {
    const results = [
      await told("x.parquet", parquetOf({ content: ["import wandb"], other: ["x"] })),
      await told("x.parquet", parquetOf({ path: ["x.py"], other: ["x"] })),
    ];
    expect(results.map(({ problems }) => problems[0]?.reason)).toMatchSnapshot();
  });
});

test("the usual names of columns are known, and groups of rows are read one by one", async () => {
  const rows = Array.from({ length: 50 }, (_, index) => index);
  const parquet = parquetOf({
    max_stars_repo_name: rows.map((row) => `owner/r${row % 5}`),
    max_stars_repo_path: rows.map((row) => `x${row}.py`),
    content: rows.map((row) => (row % 2 === 0 ? "import wandb" : Buffer.from([0xe9]))),
  });
  const told: number[] = [];
  const place = archive("x.parquet", parquet);
  const counts = await scan(place, { onProgress: ({ bytes }) => told.push(bytes) });
  expect(counts.queries[0]?.files).toHaveLength(25);
  expect(counts.queries[0]?.repositories).toEqual([0, 1, 2, 3, 4].map((row) => `owner/r${row}`));
  expect(counts.totals).toMatchObject({ files: 50, notText: 25, distinct: 1 });
  expect(told).toHaveLength(4);
  expect(told.at(-1)).toBe(parquet.length);
});

test("one buffer is enough for all files of an archive, and grows to the largest that is read", async () => {
  const small = Array.from({ length: 300 }, (_, index) => [`a/x${index}.py`, "x".repeat(70_000 + index)]);
  const files = Object.fromEntries([...small, ["a/large.bin", "x".repeat(900_000)]]);
  for (const [kind, bytes] of [
    ["tar.gz", gzipSync(await tarOf(files))],
    ["zip", zipOf(files)],
  ] as const) {
    const searcher = new FileSearcher(searchOf([WANDB], {}));
    const tally = await runTask({ kind, root: archive(`x.${kind}`, bytes) }, searcher);
    expect(tally.searched.files).toBe(300);
    expect([searcher.buffer.grown, searcher.buffer.capacityBytes]).toEqual([1, 131_072]);
  }
});

test.each(["SNAPPY", "GZIP", "BROTLI", "UNCOMPRESSED"] as const)(
  "Parquet packed as %s is read",
  async (codec) => {
    const content = Array.from({ length: 30 }, () => `import wandb\n${"# x\n".repeat(500)}`);
    const path = content.map((_, index) => `a/x${index}.py`);
    const counts = await scan(archive("x.parquet", parquetOf({ path, content }, codec)));
    expect(counts.queries[0]?.files).toHaveLength(30);
    expect(counts.problems).toEqual([]);
  },
);

test("a scan that is stopped within an archive ends there", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`a/x${index}.py`, "import wandb"]),
  );
  const place = archive("x.tar", await tarOf(files));
  const stopping = new AbortController();
  const stopped = scan(place, { signal: stopping.signal, onProgress: () => stopping.abort() });
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
});

test("an archive that is kept is not read again, unless it changed", async () => {
  const place = archive("x.zip", zipOf({ "a/x.py": "import wandb" }));
  const kept = new Map<string, unknown>();
  const store = {
    load: (key: string) => kept.get(key),
    save: (key: string, result: unknown) => void kept.set(key, JSON.parse(JSON.stringify(result))),
  };
  const before = await scan(place, { store });
  expect(await scan(place, { store })).toEqual(before);
  expect(kept.size).toBe(1);
  writeFileSync(place, zipOf({ "a/x.py": "nothing at all" }));
  expect((await scan(place, { store })).queries[0]?.files).toEqual([]);
});
