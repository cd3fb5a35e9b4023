import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { reproduce } from "../../src/execution/reproduce.js";
import type { CommandRunner } from "../../src/setup/command-runner.js";
import { codeCell, notebookOf, stream } from "./notebook-of.js";

const TOOLS = { jupyter: { command: "jupyter", version: "7.17.2" } };

let root: string;
let printed: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "census-reproduce-"));
  printed = [];
  for (const folder of ["notebooks", "figures"]) mkdirSync(join(root, folder));
  for (const name of ["collection", "visualization"]) {
    writeFileSync(join(root, "notebooks", `${name}.ipynb`), JSON.stringify(notebookOf(codeCell(name))));
  }
  for (const name of ["share.vl.json", "share.svg", "share.png"])
    writeFileSync(join(root, "figures", name), "");
});

/** A nbconvert in which the cells of these notebooks write to stderr, all others run through. */
function nbconvertThatFails(...failing: readonly string[]): CommandRunner {
  return async ({ args }) => {
    const path = args.at(-1) ?? "";
    const folder = args.find((arg) => arg.startsWith("--output-dir="))?.slice("--output-dir=".length) ?? "";
    const name = basename(path, ".ipynb");
    const outputs = failing.includes(name) ? [stream("stderr", `${name} is broken`)] : [];
    writeFileSync(join(folder, basename(path)), JSON.stringify(notebookOf(codeCell(name, outputs))));
    return { status: 0, stdout: "", stderr: "" };
  };
}

const run = (args: readonly string[], runner = nbconvertThatFails()) =>
  reproduce({ root, args, tools: TOOLS, env: {}, run: runner, print: (line) => printed.push(line) });

describe("npm run reproduce", () => {
  it("runs every notebook and says where to look", async () => {
    expect(await run([])).toBe(0);
    expect(printed.slice(0, -1)).toEqual([
      "Running collection.ipynb and visualization.ipynb…",
      `${join("notebooks", "collection.ipynb")}: 1 code cell, updated`,
      `${join("notebooks", "visualization.ipynb")}: 1 code cell, updated`,
      "figures/: 1 figure, each as SVG, PNG and Vega-Lite",
    ]);
    expect(printed.at(-1)).toMatch(/^Done in \d+\.\d s/);
  });

  it("runs only the notebook that is named", async () => {
    await run(["--notebook", "visualization"]);
    expect(printed[0]).toBe("Running visualization.ipynb…");
  });

  it("tells of every notebook that failed, and saves the others", async () => {
    await expect(run([], nbconvertThatFails("collection"))).rejects.toThrow("collection is broken");
    expect(readFileSync(join(root, "notebooks/visualization.ipynb"), "utf8")).toContain(
      '"execution_count": 1',
    );
    await expect(run([], nbconvertThatFails("collection", "visualization"))).rejects.toThrow(
      /collection is broken[\s\S]*visualization is broken/,
    );
  });

  it("puts figures into place only when their notebook has run through", async () => {
    const drawing =
      (name: string, runner: CommandRunner): CommandRunner =>
      async (command) => {
        writeFileSync(join(command.env?.CENSUS_FIGURES_FOLDER ?? "", `${name}.svg`), "new");
        return runner(command);
      };
    const figure = (name: string) => join(root, "figures", `${name}.svg`);
    const only = ["--notebook", "visualization"];
    await expect(run(only, drawing("share", nbconvertThatFails("visualization")))).rejects.toThrow(
      "is broken",
    );
    expect(readFileSync(figure("share"), "utf8")).toBe("");
    await run(only, drawing("share", nbconvertThatFails()));
    expect(readFileSync(figure("share"), "utf8")).toBe("new");
  });

  it("refuses a notebook that is not there, and arguments that it does not know", async () => {
    await expect(run(["--notebook", "other"])).rejects.toThrow(
      "--notebook: expected collection.ipynb or visualization.ipynb, found other.ipynb",
    );
    await expect(run(["--fast"])).rejects.toThrow("--fast");
  });
});
