import { readFileSync, realpathSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { NotebookError } from "../census/errors.js";
import type { CommandResult, CommandRunner } from "../setup/command-runner.js";
import { runCommand } from "../setup/run-command.js";
import { setUpFolder, temporaryFolder, writeWhole } from "../setup/set-up-folder.js";
import { KERNEL_NAME } from "../setup/write-kernel.js";
import { crashText, problemText } from "./failure-text.js";
import { isBlank, normaliseNotebook } from "./normalise-notebook.js";
import { notebookEnvironment } from "./notebook-environment.js";
import { type Notebook, parseNotebook } from "./notebook-format.js";
import { notebookProblems } from "./notebook-problems.js";
import { notebookText } from "./notebook-text.js";
import { unhandledIn } from "./unhandled-mark.js";

/** How long one cell may take, in seconds. */
const CELL_TIMEOUT_S = 600;

export interface NotebookRun {
  /** Absolute path; the kernel runs in its folder. */
  readonly notebook: string;
  /** The project's folder. */
  readonly root: string;
  /** The `jupyter` program. */
  readonly jupyter: string;
  /** What the cells see of the environment: `reproductionEnvironment(process.env)`, or the person's own. */
  readonly env: NodeJS.ProcessEnv;
  /** Where the executed notebook goes; over the notebook itself when absent. */
  readonly saveTo?: string;
  readonly run?: CommandRunner;
}

export interface ExecutedNotebook {
  /** Where it was saved. */
  readonly path: string;
  readonly notebook: Notebook;
  readonly codeCellCount: number;
  /** Whether the file's bytes are others than before. */
  readonly isChanged: boolean;
}

/**
 * Runs a notebook from a fresh kernel with nbconvert and saves it, in one form for every version of Jupyter, only when
 * every cell went well.
 *
 * Errors: NotebookError with the first problem; the saved notebook stays as it was, the copy with the failure goes to
 *         .setup/failed/
 */
export async function executeNotebook(options: NotebookRun): Promise<ExecutedNotebook> {
  const { notebook: path, root, saveTo = path } = options;
  const name = relative(root, path).startsWith("..") ? path : relative(root, path);
  const original = parseNotebook(readText(path, name), name);
  const { result, text } = await convert(options);
  if (text === undefined) throw new NotebookError(crashText(name, result));
  const executed = normaliseNotebook(parseNotebook(text, name), original);
  const problems = notebookProblems(executed, machinePaths(root));
  const unhandled = unhandledIn(result.stderr);
  if (problems.length + unhandled.length > 0) {
    const kept = setUpFolder(root, "failed", basename(path));
    writeWhole(kept, notebookText(executed));
    throw new NotebookError(problemText({ name, problems, unhandled, kept: relative(root, kept) }));
  }
  return save(executed, saveTo);
}

/** Runs nbconvert; `text` is the executed notebook, absent when nbconvert itself failed. */
async function convert({
  notebook,
  root,
  jupyter,
  env,
  run = runCommand,
}: NotebookRun): Promise<{ result: CommandResult; text?: string }> {
  const folder = temporaryFolder(root);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.on("exit", remove);
  try {
    const options = [
      `--ExecutePreprocessor.timeout=${CELL_TIMEOUT_S}`,
      `--ExecutePreprocessor.kernel_name=${KERNEL_NAME}`,
      "--ExecutePreprocessor.record_timing=False",
      // Else the copy with the failing cell's output is not written.
      "--allow-errors",
      `--output-dir=${folder}`,
    ];
    const args = ["nbconvert", "--to=notebook", "--execute", "--log-level=WARN", ...options, notebook];
    const result = await run({ command: jupyter, args, cwd: root, env: notebookEnvironment(root, env) });
    if (result.status !== 0) return { result };
    return { result, text: readFileSync(join(folder, basename(notebook)), "utf8") };
  } finally {
    process.off("exit", remove);
    remove();
  }
}

function save(notebook: Notebook, path: string): ExecutedNotebook {
  const text = notebookText(notebook);
  const isChanged = maybeText(path) !== text;
  if (isChanged) saveText(path, text);
  const codeCells = notebook.cells.filter((cell) => cell.cell_type === "code" && !isBlank(cell));
  return { path, notebook, codeCellCount: codeCells.length, isChanged };
}

function saveText(path: string, text: string): void {
  try {
    writeWhole(path, text);
  } catch (error) {
    throw new NotebookError(
      `${path}: expected a file that can be written, found ${(error as Error).message}. It is as it was.`,
    );
  }
}

function machinePaths(root: string): string[] {
  const paths = [root, homedir(), tmpdir()];
  return [...new Set([...paths, ...paths.flatMap((path) => maybeRealPath(path) ?? [])])];
}

function maybeRealPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function readText(path: string, name: string): string {
  const text = maybeText(path);
  if (text === undefined) throw new NotebookError(`${name}: expected a notebook, found no such file.`);
  return text;
}

function maybeText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
