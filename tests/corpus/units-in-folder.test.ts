import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scanCorpus } from "../../src/corpus/scan-corpus.js";
import { unitsInFolder } from "../../src/corpus/units-in-folder.js";
import { tree, WANDB } from "./tree.js";

test("what is kept in a folder is read back, and what is broken there is counted anew", async () => {
  const root = tree({ "a/x.py": "import wandb", "b/y.py": "import wandb", "b/é.py": "import wandb" });
  const folder = join(tree(), "kept", "units");
  const scan = (onCounted: (key: string) => void = () => {}) => {
    const store = unitsInFolder(folder);
    const save: typeof store.save = (key, result) => {
      onCounted(key);
      store.save(key, result);
    };
    return scanCorpus({ places: [root], queries: [WANDB], store: { ...store, save } });
  };
  const before = await scan();
  expect(readdirSync(folder)).toHaveLength(3);
  const counted: string[] = [];
  expect(await scan((key) => counted.push(key))).toEqual(before);
  expect(counted).toEqual([]);
  writeFileSync(join(folder, readdirSync(folder)[0] ?? ""), '{"mark"');
  expect(await scan((key) => counted.push(key))).toEqual(before);
  expect(counted).toHaveLength(1);
});
