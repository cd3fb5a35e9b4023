import { resolve } from "node:path";
import { SYSTEM_CLOCK } from "../census/clock.js";
import { type Count, exactCount } from "../census/count.js";
import type { CountSource, SearchedQuery } from "../census/count-source.js";
import type { Outcome } from "../census/outcome.js";
import type { MiningQuery } from "../census/query.js";
import { searchText } from "../census/search-text.js";
import type { CorpusCounts, QueryCounts } from "./corpus-counts.js";
import { corpusName } from "./corpus-name.js";
import { corpusRemarks } from "./corpus-remarks.js";
import { compileQueries } from "./engine/compile-queries.js";
import { type ScanOptions, scanCorpus } from "./scan-corpus.js";

export interface CorpusOptions extends Omit<ScanOptions, "signal"> {
  /** What results call the corpus. Default: {@link corpusName} */
  readonly service?: string;
  /** The corpus is made up: so are its numbers. */
  readonly isPractice?: true;
}

export interface CorpusSource extends CountSource<MiningQuery> {
  /** All that the scan counted; undefined before anything was asked. */
  maybeCounts(): CorpusCounts | undefined;
}

/**
 * The files of a corpus on the disk that a query is found in: every one of them counted, all queries in one pass, which
 * the first asking begins. With limits, the number is what an index with them would find.
 *
 * A number is exact where all that its query searches could be read, else a lower bound.
 *
 * Errors: DataFileError when it is asked and a place cannot be read
 */
export function corpus(options: CorpusOptions): CorpusSource {
  const places = options.places.map((place) => resolve(place));
  const service = options.service ?? corpusName(places);
  const clock = options.clock ?? SYSTEM_CLOCK;
  const searched = options.queries.filter((query) => maybeRefusal(query) === undefined);
  let scanning: Promise<CorpusCounts> | undefined;
  let counts: CorpusCounts | undefined;
  const versions: Record<string, string> = {};

  const scanOnce = async (signal: AbortSignal): Promise<CorpusCounts> => {
    scanning ??= scanCorpus({ ...options, queries: searched, signal });
    try {
      counts = await scanning;
    } catch (error) {
      // A scan that was stopped is no scan.
      scanning = undefined;
      throw error;
    }
    versions.corpus = `${counts.totals.files} files, ${counts.totals.searched.bytes} bytes searched`;
    return counts;
  };

  const count = async (query: MiningQuery, signal: AbortSignal): Promise<Outcome> => {
    const began = clock.now();
    const isFirst = counts === undefined;
    const asking = { text: searchText(query), address: service, time: began.toISOString(), requests: 0 };
    const reason = maybeRefusal(query);
    if (reason !== undefined) {
      return { kind: "failed", reason, mayHelpToAskAgain: false, ...asking, tookMs: 0, bytes: 0 };
    }
    const all = await scanOnce(signal);
    const found = countsOf(all, query);
    return {
      kind: "counted",
      count: numberOf(found),
      readFrom: ["files"],
      remarks: corpusRemarks(found, all),
      ...(options.isPractice && { isPractice: true }),
      ...asking,
      tookMs: clock.now().getTime() - began.getTime(),
      bytes: isFirst ? all.totals.searched.bytes : 0,
    };
  };

  return {
    name: "corpus",
    service,
    account: "nothing",
    caveat: `Its numbers are of the files of ${service} alone, and may not stand beside those of all of GitHub.`,
    versions,
    textOf: searchText,
    addressOf: () => service,
    maybeRefusal,
    requestsFor: () => 0,
    count,
    close: async () => {},
    maybeCounts: () => counts,
  };
}

/** By query: the collector asks more than once. */
const refusals = new Map<string, string | undefined>();

function maybeRefusal({ query }: SearchedQuery): string | undefined {
  if (!refusals.has(query)) refusals.set(query, maybePatternFault(query));
  return refusals.get(query);
}

function maybePatternFault(query: string): string | undefined {
  try {
    compileQueries([{ query }]);
    return undefined;
  } catch (error) {
    if (error instanceof Error && error.name === "PatternError") return error.message;
    throw error;
  }
}

/** All queries are looked for in one pass: a query that was not named then was not counted. */
function countsOf({ queries }: CorpusCounts, query: MiningQuery): QueryCounts {
  const found = queries.find((one) => keyOf(one.query) === keyOf(query));
  if (found === undefined) throw new TypeError(`The corpus was not asked for ${searchText(query)}.`);
  return found;
}

function keyOf({ query, extensions }: SearchedQuery): string {
  return JSON.stringify([query, extensions]);
}

function numberOf({ files, limited, isComplete }: QueryCounts): Count {
  const value = (limited?.files ?? files).length;
  if (isComplete) return exactCount(value);
  return { value, low: value, high: Number.POSITIVE_INFINITY, reading: "at least" };
}
