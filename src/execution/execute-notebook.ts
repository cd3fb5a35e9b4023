import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { maybeDiskFault } from "../census/disk-error.js";
import { NotebookError } from "../census/errors.js";
import { shownPath } from "../census/shown-path.js";
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

const CELL_TIMEOUT_S = 600;

/** How often a kernel is started that does not come up, as where another program has taken one of its ports. */
const STARTS = 3;
/** Longest time for a kernel to come up, in seconds. */
const START_TIMEOUT_S = 60;
/** nbconvert's words where no cell has run yet. */
const NOT_STARTED = /Kernel died before replying to kernel_info|Kernel didn't respond in \d+ seconds/;

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
  /** How long one cell may take, in seconds; 600 when absent, -1 for as long as it likes. */
  readonly cellTimeoutS?: number;
  /** Called with each line that the kernel writes to its own stderr, which no notebook takes over. */
  readonly onStderrLine?: (line: string) => void;
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
  const { result, text } = await convertOnceStarted(options);
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

interface Converted {
  readonly result: CommandResult;
  /** The executed notebook; absent when nbconvert itself failed. */
  readonly text?: string;
}

async function convertOnceStarted(options: NotebookRun): Promise<Converted> {
  for (let starts = 1; ; starts++) {
    const converted = await convert(options);
    const isStarted = converted.text !== undefined || !NOT_STARTED.test(converted.result.stderr);
    if (isStarted || starts === STARTS) return converted;
  }
}

async function convert({
  notebook,
  root,
  jupyter,
  env,
  run = runCommand,
  cellTimeoutS = CELL_TIMEOUT_S,
  onStderrLine,
}: NotebookRun): Promise<Converted> {
  const folder = temporaryFolder(root);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.on("exit", remove);
  try {
    const options = [
      `--ExecutePreprocessor.timeout=${cellTimeoutS}`,
      `--ExecutePreprocessor.startup_timeout=${START_TIMEOUT_S}`,
      `--ExecutePreprocessor.kernel_name=${KERNEL_NAME}`,
      "--ExecutePreprocessor.record_timing=False",
      // Else the copy with the failing cell's output is not written.
      "--allow-errors",
      `--output-dir=${folder}`,
    ];
    const args = ["nbconvert", "--to=notebook", "--execute", "--log-level=WARN", ...options, notebook];
    const command = { command: jupyter, args, cwd: root, env: notebookEnvironment(root, env) };
    const result = await run(onStderrLine === undefined ? command : { ...command, onStderrLine });
    if (result.status !== 0) return { result };
    return { result, text: readFileSync(join(folder, basename(notebook)), "utf8") };
  } finally {
    process.off("exit", remove);
    remove();
  }
}

function save(notebook: Notebook, path: string): ExecutedNotebook {
  const text = notebookText(notebook);
  const isChanged = saveText(path, text);
  const codeCells = notebook.cells.filter((cell) => cell.cell_type === "code" && !isBlank(cell));
  return { path, notebook, codeCellCount: codeCells.length, isChanged };
}

/** Returns whether the file is another one than before. */
function saveText(path: string, text: string): boolean {
  try {
    if (maybeText(path) === text) return false;
    writeWhole(path, text);
    return true;
  } catch (error) {
    const fault = maybeDiskFault(error) ?? (error as Error).message;
    const state = existsSync(path) ? " The file is as it was." : "";
    throw new NotebookError(
      `${shownPath(path)}: expected to save the executed notebook here, and ${fault}. Then start again.${state}`,
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
