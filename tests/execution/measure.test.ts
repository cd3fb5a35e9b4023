import { describe, expect, it } from "vitest";
import { measure, median } from "../../src/execution/measure.js";
import { percentNotebook } from "../../src/execution/percent-notebook.js";

describe("the bench", () => {
  it("takes the median, which one slow run does not move", () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([1, Number.NaN, 2])).toBeNaN();
    expect(median([])).toBeNaN();
  });

  it("measures a program with what it started, and fails with it", async () => {
    const node = (text: string) => ({ command: process.execPath, args: ["-e", text] });
    // Many times as long as from one sample to the next.
    const held = "const held = Buffer.alloc(6e7, 1); setTimeout(() => held, 2000)";
    const { seconds, peakBytes } = await measure(node(held), 1);
    expect(seconds).toBeGreaterThan(2);
    if (process.platform !== "win32") expect(peakBytes).toBeGreaterThan(6e7);
    await expect(measure(node("console.error('no data'); process.exit(2)"), 1)).rejects.toThrow("no data");
  });

  it("makes the notebook to compare with from a script of cells", () => {
    const script = "# %% [markdown]\n# Prose\n# goes on.\n\n# %%\na = 1\n\n# %%\na + 1\n";
    expect(percentNotebook(script, "python3").cells).toMatchObject([
      { cell_type: "markdown", source: "Prose\ngoes on." },
      { cell_type: "code", source: "a = 1" },
      { cell_type: "code", source: "a + 1" },
    ]);
  });
});
