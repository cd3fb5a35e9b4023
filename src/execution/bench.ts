import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { NotebookError } from "../census/errors.js";
import { loadConfiguration } from "../config/load-configuration.js";
import type { Command } from "../setup/command-runner.js";
import { thisMachine } from "../setup/machine.js";
import type { Tools } from "../setup/set-up.js";
import { setUpFolder, writeWhole } from "../setup/set-up-folder.js";
import { KERNEL_NAME } from "../setup/write-kernel.js";
import { type CollectionMeasurement, measureCode, measurePages } from "./bench-collection.js";
import { measureCorpus } from "./bench-corpus.js";
import { MATPLOTLIB_KERNEL, maybeMatplotlibKernel } from "./matplotlib-kernel.js";
import { type Measurement, measure } from "./measure.js";
import { notebookEnvironment, reproductionEnvironment } from "./notebook-environment.js";
import { notebookText } from "./notebook-text.js";
import { percentNotebook } from "./percent-notebook.js";
import { prepareCorpus } from "./prepare-corpus.js";

const MEBIBYTE = 2 ** 20;

/**
 * The command `npm run bench`: how long the set-up's check, a whole reproduction, collections in practice and the
 * visualization notebook take, the last beside a plain matplotlib notebook of the study's 13 figures run by the same nbconvert. Medians of 3 runs.
 * Returns the exit status, 0.
 */
export async function bench({ root, tools }: { root: string; tools: Tools }): Promise<number> {
  print("set-up, nothing missing", await measure(script(root, "setup")));
  print("npm run reproduce", await measure(script(root, "reproduce")));
  await benchCollection(root);
  await benchCorpus(root);
  const notebook = join(root, "notebooks", "visualization.ipynb");
  const ours = await measure(nbconvert({ root, tools, notebook, kernel: KERNEL_NAME }));
  print("visualization notebook", ours);
  const plain = await maybeMatplotlib(root, tools);
  if (plain === undefined) {
    console.log(
      "matplotlib notebook: not measured, since no Python with matplotlib and ipykernel could be had",
    );
    return 0;
  }
  print("matplotlib notebook, 13 figures", plain);
  const ratio = (ours.seconds / plain.seconds).toFixed(2);
  console.log(`visualization notebook / matplotlib notebook: ${ratio} times its time`);
  return 0;
}

/** Enough repeats of the study's 21 queries to make 1,000 readings and more. */
const MANY = 48;

async function benchCollection(root: string): Promise<void> {
  const once = await measureCode(root, 1);
  console.log(`collection in practice, browser and sign-in included: ${costText(once)}`);
  console.log(`searches for pages in practice: ${costText(await measurePages(root))}`);
  const often = await measureCode(root, MANY);
  console.log(`collection in practice, ${MANY} times each query: ${costText(often)}`);
  const mebibytes = often.memoryBytes.map((bytes) => Math.round(bytes / MEBIBYTE));
  const grown = (mebibytes.at(-1) ?? Number.NaN) / (mebibytes[0] ?? Number.NaN);
  console.log(
    `  memory at every hundredth reading: ${mebibytes.join(", ")} MiB (last / first: ${grown.toFixed(2)})`,
  );
}

/** Names that are in many files, so that many queries have much to find. */
const COMMON = ["numpy", "os", "sys", "typing", "json", "re", "pathlib", "logging", "asyncio", "collections"];
const MANY_QUERIES = 500;

async function benchCorpus(root: string): Promise<void> {
  const { rgPath } = await import("@vscode/ripgrep");
  const { queries } = loadConfiguration(join(root, "conf.json")).mining;
  const many = Array.from({ length: MANY_QUERIES }, (_, place) => ({
    tool: "common",
    query: `/(import|from) ${COMMON[place % COMMON.length]}[\\s\\S]*\\.use_${place}\\(/`,
    extensions: ["py", "ipynb"],
    purposes: ["global"] as const,
  }));
  const took = await measureCorpus(prepareCorpus(root), queries, { ripgrep: rgPath, many });
  const times = (one: number, other: number) => `${(one / other).toFixed(2)} times`;
  console.log(
    `a corpus of over 300 MB and 20,000 files, ${queries.length} queries at once: ${took.scan.toFixed(2)} s; ` +
      `${times(took.scan, took.ripgrep)} ripgrep's, run once a query; ${times(took.scan, took.read)} reading's alone; ` +
      `${took.manyQueries} queries: ${times(took.many, took.scan)} these`,
  );
}

function costText({ readings, seconds, requests, bytes }: CollectionMeasurement): string {
  const each = `${requests.toFixed(1)} requests and ${Math.round(bytes).toLocaleString("en-US")} bytes each`;
  return `${readings} readings in ${seconds.toFixed(2)} s, ${each}`;
}

async function maybeMatplotlib(root: string, tools: Tools): Promise<Measurement | undefined> {
  const python = await maybeMatplotlibKernel(thisMachine({ root, say: console.log }));
  if (python === undefined) return undefined;
  const data = join(root, "data", "published", "2025-01", "github-counts.csv");
  if (!existsSync(data)) throw new NotebookError(`${data}: expected the study's counts, found no such file.`);
  const source = readFileSync(join(root, "scripts", "bench", "study_figures.py"), "utf8");
  // The script reads the data by a path from the project's folder, in which a notebook's kernel does not start.
  const script = source.replace('open("data/', `open("${root.replaceAll("\\", "/")}/data/`);
  const notebook = setUpFolder(root, "bench", "matplotlib.ipynb");
  writeWhole(notebook, notebookText(percentNotebook(script, MATPLOTLIB_KERNEL)));
  return measure(nbconvert({ root, tools, notebook, kernel: MATPLOTLIB_KERNEL }));
}

function nbconvert(options: { root: string; tools: Tools; notebook: string; kernel: string }): Command {
  const { root, tools, notebook, kernel } = options;
  const folder = setUpFolder(root, "bench", "output");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const args = ["nbconvert", "--to=notebook", "--execute", `--ExecutePreprocessor.kernel_name=${kernel}`];
  return {
    command: tools.jupyter.command,
    args: [...args, "--log-level=WARN", `--output-dir=${folder}`, notebook],
    cwd: root,
    env: notebookEnvironment(root, reproductionEnvironment(process.env)),
  };
}

function script(root: string, name: string): Command {
  return { command: process.execPath, args: [join(root, "scripts", `${name}.mjs`)], cwd: root };
}

function print(what: string, { seconds, peakBytes }: Measurement): void {
  const memory = Number.isNaN(peakBytes)
    ? "memory not measured"
    : `${Math.round(peakBytes / MEBIBYTE)} MiB at most`;
  console.log(`${what}: ${seconds.toFixed(2)} s, ${memory}`);
}
