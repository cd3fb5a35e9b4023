import { execFile } from "node:child_process";
import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { promisify } from "node:util";
import { maybePattern } from "../census/pattern.js";
import type { MiningQuery } from "../census/query.js";
import { scanCorpus } from "../corpus/scan-corpus.js";
import { median } from "./measure.js";

/** What counting a corpus took beside its peers in the same run, in seconds: medians of rounds in turn. */
export interface CorpusMeasurement {
  readonly scan: number;
  /** One run of ripgrep a query. */
  readonly ripgrep: number;
  /** The same files read in this process, without matching. */
  readonly read: number;
  /** As the scan, with many more queries, and how many those are. */
  readonly many: number;
  readonly manyQueries: number;
}

/** For each query, the files that it matches, from the corpus' folder, sorted. */
type Found = readonly (readonly string[])[];

/**
 * Counts all queries in a corpus, beside ripgrep, run once for each query, and beside reading alone.
 *
 * Input:  ripgrep, the path of the program
 * Errors: Error where the two find different files
 */
export async function measureCorpus(
  folder: string,
  queries: readonly MiningQuery[],
  { ripgrep, many, rounds = 3 }: { ripgrep: string; many: readonly MiningQuery[]; rounds?: number },
): Promise<CorpusMeasurement> {
  const seconds = {
    scan: [] as number[],
    ripgrep: [] as number[],
    read: [] as number[],
    many: [] as number[],
  };
  for (let round = 0; round < rounds; round += 1) {
    const ours = await timed(() => scanFiles(folder, queries), seconds.scan);
    const theirs = await timed(() => ripgrepFiles(folder, queries, ripgrep), seconds.ripgrep);
    requireSame(queries, ours, theirs);
    await timed(() => readAll(folder, queries), seconds.read);
    await timed(() => scanFiles(folder, many), seconds.many);
  }
  return {
    scan: median(seconds.scan),
    ripgrep: median(seconds.ripgrep),
    read: median(seconds.read),
    many: median(seconds.many),
    manyQueries: many.length,
  };
}

async function timed<Result>(work: () => Promise<Result> | Result, into: number[]): Promise<Result> {
  const started = performance.now();
  const result = await work();
  into.push((performance.now() - started) / 1_000);
  return result;
}

async function scanFiles(folder: string, queries: readonly MiningQuery[]): Promise<Found> {
  const counts = await scanCorpus({ places: [folder], queries, options: { readCells: false } });
  return counts.queries.map(({ files }) => files);
}

async function ripgrepFiles(
  folder: string,
  queries: readonly MiningQuery[],
  ripgrep: string,
): Promise<Found> {
  const found: (readonly string[])[] = [];
  for (const query of queries) found.push(await ripgrepOne(folder, query, ripgrep));
  return found;
}

/** Status 1 says that no file matches. */
async function ripgrepOne(folder: string, query: MiningQuery, ripgrep: string): Promise<readonly string[]> {
  const pattern = maybePattern(query.query);
  const what = pattern === undefined ? ["-F", "-e", query.query] : ["-e", pattern];
  const where = query.extensions.flatMap((extension) => ["-g", `*.${extension}`]);
  const options = ["-U", "-l", "-i", "--no-ignore", "--hidden", "--no-config", ...where];
  try {
    const { stdout } = await promisify(execFile)(ripgrep, [...options, ...what, folder], {
      maxBuffer: 2 ** 28,
    });
    return stdout
      .trimEnd()
      .split("\n")
      .map((path) => relative(folder, path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === 1) return [];
    throw error;
  }
}

/** A file that is not text matches nothing here, and may match there up to its first bad byte: the corpus has none such. */
function requireSame(queries: readonly MiningQuery[], ours: Found, theirs: Found): void {
  for (const [place, query] of queries.entries()) {
    const [one, other] = [new Set(ours[place]), new Set(theirs[place])];
    const differing = [...one, ...other].find((file) => !one.has(file) || !other.has(file));
    if (differing !== undefined) throw new Error(`${query.query}: ripgrep differs on ${differing}.`);
  }
}

function readAll(folder: string, queries: readonly MiningQuery[]): void {
  const extensions = new Set(queries.flatMap((query) => query.extensions.map((one) => `.${one}`)));
  let buffer = Buffer.alloc(1 << 20);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !extensions.has(extname(entry.name))) continue;
    const file = openSync(join(entry.parentPath, entry.name), "r");
    const { size } = fstatSync(file);
    if (size > buffer.length) buffer = Buffer.alloc(size * 2);
    readSync(file, buffer, 0, size, 0);
    closeSync(file);
  }
}
