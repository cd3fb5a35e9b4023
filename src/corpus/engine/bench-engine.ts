import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { maybePattern } from "../../census/pattern.js";
import { median } from "../../execution/measure.js";
import { FileText } from "./file-text.js";
import type { MatchWork } from "./match-worker.js";

type Queries = MatchWork["queries"];

/** For each query, the files that it matches. */
type Found = readonly (readonly string[])[];

/** What the same work took, in seconds: medians, start-up of workers and processes included. */
export interface EngineMeasurement {
  readonly engine: number;
  readonly ripgrep: number;
}

interface BenchOptions {
  readonly queries: Queries;
  /** Where the files lie, and each of those with an extension of the queries in it. */
  readonly folder: string;
  readonly files: readonly string[];
  /** Path of the program. */
  readonly ripgrep: string;
  /** Default: 2. */
  readonly workers?: number;
  /** Default: 3. */
  readonly rounds?: number;
}

/**
 * The engine beside ripgrep, run once for each query, in turn over the same files.
 *
 * Errors: Error where the two find different files. Those that are not text count for neither.
 */
export async function benchEngine(options: BenchOptions): Promise<EngineMeasurement> {
  const [engine, ripgrep]: [number[], number[]] = [[], []];
  for (let round = 0; round < (options.rounds ?? 3); round += 1) {
    const ours = await timed(() => filesByQuery(options));
    const theirs = await timed(() => ripgrepFiles(options));
    assertSame(ours.result, theirs.result);
    engine.push(ours.seconds);
    ripgrep.push(theirs.seconds);
  }
  return { engine: median(engine), ripgrep: median(ripgrep) };
}

function assertSame(ours: Found, theirs: Found): void {
  for (const [index, paths] of ours.entries()) {
    const [one, other] = [new Set(paths), new Set(theirs[index])];
    const different = [...paths, ...(theirs[index] ?? [])].filter(
      (path) => !one.has(path) || !other.has(path),
    );
    const wrong = different.find((path) => new FileText(readFileSync(path)).isText());
    if (wrong !== undefined) throw new Error(`Query ${index}: the engine and ripgrep differ on ${wrong}.`);
  }
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - started) / 1_000 };
}

/** The files that each query matches, sorted. */
export async function filesByQuery({
  queries,
  files,
  workers = 2,
}: Pick<BenchOptions, "queries" | "files" | "workers">): Promise<Found> {
  const workerData: MatchWork = { queries, files, next: new Int32Array(new SharedArrayBuffer(4)) };
  const replies = await Promise.all(Array.from({ length: workers }, () => reply(workerData)));
  const found = queries.map((): string[] => []);
  for (const pairs of replies) {
    for (let at = 0; at < pairs.length; at += 2) {
      found[pairs[at] as number]?.push(files[pairs[at + 1] as number] as string);
    }
  }
  return found.map((paths) => paths.sort());
}

async function reply(workerData: MatchWork): Promise<readonly number[]> {
  const [pairs] = await once(
    new Worker(new URL("./match-worker.js", import.meta.url), { workerData }),
    "message",
  );
  return pairs as readonly number[];
}

async function ripgrepFiles({ queries, folder, ripgrep }: BenchOptions): Promise<Found> {
  const found: (readonly string[])[] = [];
  for (const query of queries) found.push(await ripgrepOne(ripgrep, query, folder));
  return found;
}

/** Status 1 says that no file matches. */
async function ripgrepOne(
  ripgrep: string,
  query: Queries[number],
  folder: string,
): Promise<readonly string[]> {
  const pattern = maybePattern(query.query);
  const what = pattern === undefined ? ["-F", "-e", query.query] : ["-e", pattern];
  const where = query.extensions.flatMap((extension) => ["-g", `*.${extension}`]);
  const options = ["-U", "-l", "-i", "--no-ignore", "--hidden", "--no-config", ...where];
  try {
    const { stdout } = await promisify(execFile)(ripgrep, [...options, ...what, folder], {
      maxBuffer: 2 ** 28,
    });
    return stdout.trimEnd().split("\n").sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === 1) return [];
    throw error;
  }
}
