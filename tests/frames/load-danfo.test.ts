import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { loadDanfo } from "../../src/frames/load-danfo.js";

const require = createRequire(import.meta.url);
const loaded = (name: string) =>
  Object.keys(require.cache).some((file) => file.includes(`/node_modules/${name}/`));

describe("danfo", () => {
  it("loads its mathematics when something is computed, and computes the same", () => {
    const { DataFrame } = loadDanfo();
    const frame = new DataFrame([[1], [2], [6]], { columns: ["files"] });
    expect(loaded("mathjs")).toBe(false);
    expect(frame.column("files").mean()).toBe(3);
    expect(frame.column("files").median()).toBe(2);
    expect(loaded("mathjs")).toBe(true);
  });

  it("makes tensors, and frames of tensors, once they are asked for", () => {
    const { DataFrame, tensorflow } = loadDanfo();
    const frame = new DataFrame([[1, 2]], { columns: ["a", "b"] });
    expect(frame.tensor.shape).toEqual([1, 2]);
    const tensor = tensorflow.tensor2d([[3, 4]]);
    expect(new DataFrame(tensor, { columns: ["a", "b"] }).values).toEqual([[3, 4]]);
  });

  it("is the module that an import gives", async () => {
    const imported = await import("danfojs-node");
    expect(loadDanfo().DataFrame).toBe(imported.DataFrame);
  });

  it("leaves the modules that it defers to whoever else loads them", () => {
    loadDanfo();
    const { mean } = require("mathjs") as { mean: (numbers: number[]) => number };
    expect(mean([1, 3])).toBe(2);
  });
});
