import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { executeNotebook } from "../../src/execution/execute-notebook.js";
import type { Notebook } from "../../src/execution/notebook-format.js";
import { notebookText } from "../../src/execution/notebook-text.js";
import { UNHANDLED_MARK } from "../../src/execution/unhandled-mark.js";
import type { CommandResult, CommandRunner } from "../../src/setup/command-runner.js";
import { codeCell, notebookOf, stream } from "./notebook-of.js";

const ORIGINAL = notebookOf(codeCell("1 + 1"));
const FINISHED: CommandResult = { status: 0, stdout: "", stderr: "" };

let root: string;
let path: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "census-run-"));
  path = join(root, "notebooks", "study.ipynb");
  mkdirSync(join(root, "notebooks"));
  writeFileSync(path, JSON.stringify(ORIGINAL));
});

/** A nbconvert that writes this notebook and ends so. */
function nbconvertThatGives(
  notebook: Notebook | undefined,
  result: Partial<CommandResult> = {},
): CommandRunner {
  return async ({ args }) => {
    const folder = args.find((arg) => arg.startsWith("--output-dir="))?.slice("--output-dir=".length) ?? "";
    if (notebook !== undefined) writeFileSync(join(folder, basename(path)), JSON.stringify(notebook));
    return { ...FINISHED, ...result };
  };
}

const execute = (run: CommandRunner) =>
  executeNotebook({ notebook: path, root, jupyter: "jupyter", env: {}, run });

describe("a notebook that runs through", () => {
  const executed = notebookOf(codeCell("1 + 1", [stream("stdout", "2\n")]));

  it("is saved in its place, and the second time nothing changes", async () => {
    expect(await execute(nbconvertThatGives(executed))).toMatchObject({
      path,
      codeCellCount: 1,
      isChanged: true,
    });
    expect(readFileSync(path, "utf8")).toContain('"2\\n"');
    expect(await execute(nbconvertThatGives(executed))).toMatchObject({ isChanged: false });
  });

  it("is saved elsewhere when asked, and stays as it was itself", async () => {
    const saveTo = join(root, "elsewhere", "copy.ipynb");
    await executeNotebook({
      notebook: path,
      root,
      jupyter: "jupyter",
      env: {},
      run: nbconvertThatGives(executed),
      saveTo,
    });
    expect(readFileSync(saveTo, "utf8")).toContain('"2\\n"');
    expect(readFileSync(path, "utf8")).toBe(JSON.stringify(ORIGINAL));
  });

  it("is run by nbconvert with the project's kernel, without times, going on after a failure", async () => {
    let seen: Parameters<CommandRunner>[0] | undefined;
    await execute((command) => {
      seen = command;
      return nbconvertThatGives(executed)(command);
    });
    expect(seen?.args.slice(0, 3)).toEqual(["nbconvert", "--to=notebook", "--execute"]);
    expect(seen?.args).toContain("--ExecutePreprocessor.record_timing=False");
    expect(seen?.args).toContain("--allow-errors");
    expect(seen?.env?.JUPYTER_PATH).toContain(join(root, ".setup"));
    expect(seen?.env?.NODE_OPTIONS).toContain("watch-kernel.js");
  });
});

describe("a kernel that does not come up", () => {
  const executed = notebookOf(codeCell("1 + 1", [stream("stdout", "2\n")]));

  it.each([
    "RuntimeError: Kernel died before replying to kernel_info",
    "RuntimeError: Kernel didn't respond in 60 seconds",
  ])("is started again, since no cell has run: %s", async (stderr) => {
    let starts = 0;
    const run: CommandRunner = (command) => {
      starts += 1;
      return starts < 3
        ? nbconvertThatGives(undefined, { status: 1, stderr })(command)
        : nbconvertThatGives(executed)(command);
    };
    expect(await execute(run)).toMatchObject({ codeCellCount: 1 });
    expect(starts).toBe(3);
  });

  it("is told of after three starts", async () => {
    let starts = 0;
    const stderr = "RuntimeError: Kernel died before replying to kernel_info\n";
    const run: CommandRunner = (command) => {
      starts += 1;
      return nbconvertThatGives(undefined, { status: 1, stderr })(command);
    };
    await expect(execute(run)).rejects.toThrow("Kernel died before replying");
    expect(starts).toBe(3);
  });
});

describe("a notebook that does not run through", () => {
  const failing = notebookOf(
    codeCell("first()", [stream("stderr", "Error: no\n")]),
    codeCell("second()", [stream("stderr", "Error: neither\n")]),
  );

  it("stays as it was; the failing copy is kept and the message names it and the first failure", async () => {
    const failure = await execute(nbconvertThatGives(failing)).catch((error: Error) => error);
    expect(failure).toMatchObject({ name: "NotebookError" });
    expect((failure as Error).message).toBe(
      [
        `${join("notebooks", "study.ipynb")} did not run through: code cell 1 (first()) wrote to stderr:`,
        "    Error: no",
        "and 1 more problem after it.",
        `The saved notebook is as it was; the copy with the failure is ${join(".setup", "failed", "study.ipynb")}.`,
      ].join("\n"),
    );
    expect(readFileSync(path, "utf8")).toBe(JSON.stringify(ORIGINAL));
    expect(existsSync(join(root, ".setup/failed/study.ipynb"))).toBe(true);
  });

  it("is told of although no cell shows it, when a promise was rejected that nobody awaited", async () => {
    const stderr = `[warning]\n${UNHANDLED_MARK}${JSON.stringify("Error: lost\n    at cell")}\n`;
    await expect(execute(nbconvertThatGives(notebookOf(codeCell("lose()")), { stderr }))).rejects.toThrow(
      "no cell awaited it:\n    Error: lost\n        at cell\n",
    );
  });

  it("is told of by the error alone when nbconvert gave up, and never run again", async () => {
    let runs = 0;
    const stderr =
      "Traceback (most recent call last):\n  File x\nnbclient.exceptions.DeadKernelError: Kernel died\n";
    const run: CommandRunner = (command) => {
      runs += 1;
      return nbconvertThatGives(undefined, { status: 1, stderr })(command);
    };
    await expect(execute(run)).rejects.toThrow(
      /nbconvert failed, and the saved notebook is as it was:\n {4}nbclient.exceptions.DeadKernelError: Kernel died$/,
    );
    expect(runs).toBe(1);
  });

  it("is told of when Jupyter is no longer there", async () => {
    const gone = { status: undefined, stdout: "", stderr: "", failure: "could not be started (ENOENT)" };
    await expect(execute(async () => gone)).rejects.toThrow("could not be started (ENOENT)");
  });

  it("is told of when there is none", async () => {
    const missing = { notebook: join(root, "none.ipynb"), root, jupyter: "jupyter", env: {} };
    await expect(executeNotebook(missing)).rejects.toThrow(
      "none.ipynb: expected a notebook, found no such file.",
    );
  });
});

it("a notebook written for a test reads back as it is", () => {
  expect(JSON.parse(notebookText(ORIGINAL))).toEqual(ORIGINAL);
});
