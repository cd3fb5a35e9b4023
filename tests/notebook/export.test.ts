import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maybeFindJupyter } from "../../src/setup/find-jupyter.js";
import { jupyterEnvironment } from "../../src/setup/jupyter-environment.js";
import { thisMachine } from "../../src/setup/machine.js";
import { publishedFigures } from "../figures/study.js";
import { ROOT } from "../project-copy.js";

const run = promisify(execFile);

describe("the saved visualization notebook as HTML", () => {
  const folder = mkdtempSync(join(tmpdir(), "census-export-"));
  let html = "";

  beforeAll(async () => {
    const jupyter = await maybeFindJupyter(thisMachine({ root: ROOT, say: () => {} }), { server: false });
    if (jupyter === undefined) throw new Error("npm test sets up Jupyter first.");
    const args = [
      "nbconvert",
      "--to",
      "html",
      `--output-dir=${folder}`,
      join(ROOT, "notebooks", "visualization.ipynb"),
    ];
    await run(jupyter.command, args, { env: jupyterEnvironment(ROOT, process.env) });
    html = readFileSync(join(folder, "visualization.html"), "utf8");
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("shows every figure as a picture, and no chart that needs a program", () => {
    expect(html.match(/<img[^>]+src="data:image\/png;base64,/g)).toHaveLength(publishedFigures().length);
    expect(html).not.toContain("vegalite");
  });

  it("shows tables with captions", () => {
    expect(html.match(/<caption>/g)?.length).toBeGreaterThan(10);
  });
});
