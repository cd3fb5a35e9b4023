import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, it } from "vitest";
import { executeNotebook } from "../../src/execution/execute-notebook.js";
import { reproductionEnvironment } from "../../src/execution/notebook-environment.js";
import { maybeFindJupyter } from "../../src/setup/find-jupyter.js";
import { thisMachine } from "../../src/setup/machine.js";
import { writeKernel } from "../../src/setup/write-kernel.js";
import { codeCell, notebookOf } from "./notebook-of.js";

/** Needs the set-up: the project's Jupyter, kernel and build. Each run starts a real kernel, in about 3 s. */
const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const TIMEOUT_MS = 300_000;

let jupyter: string;

beforeAll(async () => {
  const found = await maybeFindJupyter(thisMachine({ root: ROOT, say: () => {} }), { server: false });
  if (found === undefined) throw new Error("No Jupyter is set up: run npm run setup.");
  jupyter = found.command;
  writeKernel(ROOT);
}, TIMEOUT_MS);

function execute(...sources: readonly string[]): Promise<string> {
  const notebook = join(mkdtempSync(join(tmpdir(), "census-kernel-")), "study.ipynb");
  writeFileSync(notebook, JSON.stringify(notebookOf(...sources.map((source) => codeCell(source)))));
  const env = reproductionEnvironment({ ...process.env, CENSUS_SECRET: "x" });
  return executeNotebook({ notebook, root: ROOT, jupyter, env }).then(() => readFileSync(notebook, "utf8"));
}

describe.concurrent("the real kernel", () => {
  it(
    "runs a notebook in UTC, without the person's settings, and its outputs are saved",
    async ({ expect }) => {
      const text = await execute(
        'const seen: string[] = ["CENSUS_SECRET", "TZ"].map((name) => String(process.env[name]));',
        'console.log(seen.join(" "));\nconsole.log({ year: 2025 });',
      );
      expect(text).toContain('"undefined UTC\\n",\n      "{ year: 2025 }\\n"');
    },
    TIMEOUT_MS,
  );

  it(
    "refuses a cell with a type error",
    async ({ expect }) => {
      await expect(execute('const count: number = "none";', "count")).rejects.toThrow(
        /code cell 1 \(const count: number = "none";\) wrote to stderr:\n {4}1:7 - Type 'string' is not assignable/,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "refuses a cell that throws",
    async ({ expect }) => {
      await expect(execute("const n = 1;", 'throw new Error("boom");')).rejects.toThrow(
        /code cell 2[\s\S]*Error: boom/,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "refuses a promise that is rejected and not awaited",
    async ({ expect }) => {
      await expect(execute('void Promise.reject(new Error("lost"));', "const n = 1;")).rejects.toThrow(
        /Error: lost/,
      );
    },
    TIMEOUT_MS,
  );
});
