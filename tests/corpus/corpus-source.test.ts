import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { type CorpusOptions, corpus } from "../../src/corpus/corpus-source.js";
import { collectInto, newFolder } from "../collect/collecting.js";
import { fakeClock } from "../collect/fake-clock.js";
import { plainCount } from "./plain-count.js";
import { asked, tree, WANDB } from "./tree.js";

const SAMPLES = join(PROJECT_ROOT, "samples", "corpus");
const NEVER = new AbortController().signal;

function source(place: string, more: Partial<CorpusOptions> = {}) {
  return corpus({ places: [place], queries: [WANDB], ...more });
}

async function counted(place: string, more: Partial<CorpusOptions> = {}) {
  const outcome = await source(place, more).count(WANDB, NEVER);
  if (outcome.kind !== "counted") throw new Error(outcome.reason);
  return outcome;
}

test("the study's queries are counted in the samples, in one scan", async () => {
  const { queries } = loadConfiguration().mining;
  let scans = 0;
  const samples = source(SAMPLES, { queries, onProgress: ({ files }) => files === 0 || scans++ });
  const numbers = [];
  for (const query of queries) numbers.push(await samples.count(query, NEVER));
  expect(numbers).toMatchObject(
    queries.map((query) => ({
      kind: "counted",
      count: { value: plainCount(SAMPLES, query).length, reading: "exact" },
      readFrom: ["files"],
      requests: 0,
    })),
  );
  expect(samples.service).toBe("samples/corpus");
  expect(samples.versions).toEqual({ corpus: expect.stringMatching(/^\d+ files, \d+ bytes searched$/) });
  const before = scans;
  await samples.count(queries[0] ?? WANDB, NEVER);
  expect(scans).toBe(before);
});

test("a run of it is collected, kept and read back as any other", async () => {
  const root = tree({ "a/x.py": "import wandb", "b/x.py": "import wandb", "b/z": "" });
  const clock = fakeClock();
  const queries = ["import wandb", "/(?=x)/"];
  const options = { queries: queries.map((query) => asked(query, "py")), clock };
  const { rows } = await collectInto(newFolder(), {
    clock,
    source: source(root, options),
    queries,
  });
  expect(rows.map(({ number, readFrom }) => [number, readFrom])).toEqual([
    [2, ["files"]],
    [null, []],
  ]);
});

describe("the remarks on a number", () => {
  it("tell repositories, copies, occurrences and cells", async () => {
    const code = { cell_type: "code", source: "import os" };
    const root = tree({
      "a/r/x.py": "import wandb",
      "a/s/x.py": "import wandb",
      "a/s/y.ipynb": JSON.stringify({ cells: [code, { cell_type: "markdown", source: "import wandb" }] }),
    });
    const { count, remarks } = await counted(root, { options: { countOccurrences: true } });
    expect(count.value).toBe(3);
    expect(remarks).toEqual([
      "In 2 repositories, told apart by the first two folders.",
      "Of 3 files, 2 differ: the others are copies, byte by byte.",
      "It occurs 3 times.",
      "With notebooks read as their code cells instead of their JSON, it is in 2 files.",
    ]);
  });

  it("tell what an index with limits hides, whose number is then given", async () => {
    const root = tree({ "a/x.py": "import wandb", "a/vendor/x.py": "import wandb  " });
    const { count, remarks } = await counted(root, { options: { limits: true } });
    expect(count.value).toBe(1);
    expect(remarks[0]).toBe(
      "Within the limits of an index: without them it is in 2 files (hidden: 1 vendored).",
    );
  });

  it("tell what could not be read, and the number is a lower bound", async () => {
    const root = tree({ "a/x.py": "import wandb", "a/y.py": "import wandb, and more", "b.zip": "none" });
    const { count, remarks } = await counted(root, { options: { largestFileBytes: 20 } });
    expect(count).toEqual({ value: 1, low: 1, high: Number.POSITIVE_INFINITY, reading: "at least" });
    expect(remarks.at(-1)).toBe(
      "A lower bound: 2 files or archives could not be read, such as a/y.py: it has 22 bytes, and is skipped: at most 20 are read.",
    );
  });

  it("tell of archives that stay closed", async () => {
    const { remarks } = await counted(tree({ "data/x.parquet": "", "data/y.tar.gz": "" }));
    expect(remarks).toEqual([
      "2 archives within its folders and archives were not opened: to count them, name them.",
    ]);
  });

  it("say nothing of a corpus without the query", async () => {
    const { count, remarks } = await counted(tree({ "a/x.py": "import os" }));
    expect([count.value, count.reading, remarks]).toEqual([0, "exact", []]);
  });
});

test("a query that is no pattern is refused with the engine's reason, and the others are counted", async () => {
  const broken = asked("/(?=x)/", "py");
  const both = source(tree({ "a/x.py": "import wandb" }), { queries: [broken, WANDB] });
  const reason = both.maybeRefusal(broken);
  expect(reason).toContain("/(?=x)/: ");
  expect(await both.count(broken, NEVER)).toMatchObject({ kind: "failed", reason, mayHelpToAskAgain: false });
  expect(await both.count(WANDB, NEVER)).toMatchObject({ kind: "counted", count: { value: 1 } });
});

test("a query that it was not made for is a mistake of the program", async () => {
  await expect(source(tree()).count(asked("other", "py"), NEVER)).rejects.toThrow("was not asked for");
});

test("a place that is not there stops the run", async () => {
  await expect(source(join(tree(), "x")).count(WANDB, NEVER)).rejects.toMatchObject({
    name: "DataFileError",
  });
});

test("an asking that is stopped ends the scan, and the next asking begins another", async () => {
  const stopping = new AbortController();
  const stopped = source(tree({ "a/x.py": "import wandb" }));
  const first = stopped.count(WANDB, stopping.signal);
  stopping.abort();
  await expect(first).rejects.toMatchObject({ name: "AbortError" });
  expect(await stopped.count(WANDB, NEVER)).toMatchObject({ count: { value: 1 } });
});

test("a folder outside the project is called by its name, without the way to it", () => {
  const root = tree();
  expect(source(root).service).toMatch(/^census-corpus-\w+ \([0-9a-f]{8}\)$/);
});
