import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { compileQueries } from "./compile-queries.js";
import type { Matcher } from "./matcher.js";

/** What a worker of the bench is told. The workers share `next`: the first file that none of them has taken. */
export interface MatchWork {
  readonly queries: readonly { readonly query: string; readonly extensions: readonly string[] }[];
  readonly files: readonly string[];
  readonly next: Int32Array;
}

const FILES_AT_ONCE = 64;

/** Matches files until none is left. Returns pairs of numbers one after another: query, file */
function matchFiles({ queries, files, next }: MatchWork): readonly number[] {
  const { matcherFor } = compileQueries(queries);
  const matchers = new Map<string, Matcher>();
  const pairs: number[] = [];
  for (let first = take(next); first < files.length; first = take(next)) {
    for (let file = first; file < Math.min(first + FILES_AT_ONCE, files.length); file += 1) {
      const path = files[file] as string;
      const extension = extname(path).slice(1);
      const matcher = matchers.get(extension) ?? matcherFor(indexesOf(queries, extension));
      matchers.set(extension, matcher);
      for (const query of matcher.match(readFileSync(path))) pairs.push(query, file);
    }
  }
  return pairs;
}

function take(next: Int32Array): number {
  return Atomics.add(next, 0, FILES_AT_ONCE);
}

function indexesOf(queries: MatchWork["queries"], extension: string): readonly number[] {
  return queries.flatMap(({ extensions }, index) => (extensions.includes(extension) ? [index] : []));
}

parentPort?.postMessage(matchFiles(workerData as MatchWork));
