import { readdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { ConfigurationError, NotebookError } from "../census/errors.js";
import type { CommandRunner } from "../setup/command-runner.js";
import type { Tools } from "../setup/set-up.js";
import { temporaryFolder } from "../setup/set-up-folder.js";
import { PRACTICE_DRAFT } from "../sources/run-place.js";
import { type ExecutedNotebook, executeNotebook, type NotebookRun } from "./execute-notebook.js";
import { FIGURES_FOLDER, publishFigures } from "./figure-drafts.js";
import { reproductionEnvironment } from "./notebook-environment.js";
import { publishPractice } from "./publish-practice.js";

export interface ReproduceOptions {
  readonly root: string;
  /** `--notebook NAME`, several times if wanted: only these; none means every notebook of notebooks/. */
  readonly args: readonly string[];
  readonly tools: Pick<Tools, "jupyter">;
  readonly env?: NodeJS.ProcessEnv;
  readonly run?: CommandRunner;
  readonly print?: (line: string) => void;
}

/**
 * The command `npm run reproduce`: runs the notebooks from fresh kernels, at the same time where there are two cores,
 * and says where to look. Returns the exit status, 0.
 *
 * Errors: ConfigurationError for unknown arguments; NotebookError with the problem of every notebook that failed
 */
export async function reproduce(options: ReproduceOptions): Promise<number> {
  const { root, args, tools, env = process.env, run, print = console.log } = options;
  const notebooks = chosenNotebooks(root, args);
  print(`Running ${notebooks.map((path) => basename(path)).join(" and ")}…`);
  const runs = notebooks.map((notebook): NotebookRun => {
    const drafts = { [FIGURES_FOLDER]: temporaryFolder(root), [PRACTICE_DRAFT]: temporaryFolder(root) };
    const common = {
      notebook,
      root,
      jupyter: tools.jupyter.command,
      env: { ...reproductionEnvironment(env), ...drafts },
    };
    return run === undefined ? common : { ...common, run };
  });
  if (env.CENSUS_RUN)
    print(
      `CENSUS_RUN=${env.CENSUS_RUN} is left aside: a reproduction is of the published study. To draw the run: npm run lab`,
    );
  const executed = await executeAll(runs);
  for (const { path, codeCellCount, isChanged } of executed) {
    const state = isChanged ? "updated" : "same bytes as before";
    print(`${relative(root, path)}: ${counted(codeCellCount, "code cell")}, ${state}`);
  }
  print(`figures/: ${counted(figureCount(root), "figure")}, each as SVG, PNG and Vega-Lite`);
  print(`Done in ${(performance.now() / 1_000).toFixed(1)} s. To read and change: npm run lab`);
  return 0;
}

async function executeAll(runs: readonly NotebookRun[]): Promise<ExecutedNotebook[]> {
  const executed: ExecutedNotebook[] = [];
  const failures: string[] = [];
  const attempt = async (run: NotebookRun): Promise<void> => {
    try {
      executed.push(await executeNotebook(run));
      publishFigures(run.root, run.env[FIGURES_FOLDER] ?? "");
      publishPractice(run.root, run.env[PRACTICE_DRAFT] ?? "");
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "NotebookError") throw error;
      failures.push(error.message);
    } finally {
      for (const draft of [FIGURES_FOLDER, PRACTICE_DRAFT])
        rmSync(run.env[draft] ?? "", { recursive: true, force: true });
    }
  };
  if (availableParallelism() > 1) await Promise.all(runs.map(attempt));
  else for (const run of runs) await attempt(run);
  if (failures.length > 0) throw new NotebookError(failures.join("\n\n"));
  return executed.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function chosenNotebooks(root: string, args: readonly string[]): string[] {
  const names = readdirSync(join(root, "notebooks"))
    .filter((name) => name.endsWith(".ipynb"))
    .sort();
  if (names.length === 0) throw new NotebookError("notebooks/: expected notebooks (.ipynb), found none.");
  const wanted = parseNames(args);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const findings = unknown.map((value) => ({ place: "--notebook", value, expected: names.join(" or ") }));
    throw new ConfigurationError("There is no such notebook:", findings);
  }
  return names
    .filter((name) => wanted.length === 0 || wanted.includes(name))
    .map((name) => join(root, "notebooks", name));
}

/** Names of files, whether given with or without folder and ending. */
function parseNames(args: readonly string[]): string[] {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { notebook: { type: "string", multiple: true } },
    });
    return (values.notebook ?? []).map((name) => `${basename(name, ".ipynb")}.ipynb`);
  } catch (error) {
    const expected = "--notebook NAME, or nothing";
    throw new ConfigurationError("npm run reproduce was not understood:", [
      { place: "arguments", value: (error as Error).message, expected },
    ]);
  }
}

function figureCount(root: string): number {
  return readdirSync(join(root, "figures")).filter((name) => name.endsWith(".vl.json")).length;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
