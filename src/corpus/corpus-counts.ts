import type { MiningQuery } from "../census/query.js";
import { addTally } from "./add-to-tally.js";
import { foundFiles, type NamedFile } from "./found-files.js";
import { LIMITS, type Limit } from "./index-limits.js";
import type { RepositoryRule } from "./repository-rule.js";
import type { UnitTally } from "./scan-units.js";
import type { Search } from "./search-options.js";
import { SearchedExtensions } from "./searched-extensions.js";
import { emptyTally, type Tally } from "./tally.js";

/** What one query counts. */
export interface QueryCounts {
  readonly query: MiningQuery;
  /** The files that it is found in, sorted; each as often as it occurs, also where others have the same content. */
  readonly files: readonly string[];
  readonly repositories: readonly string[];
  /** Files, those with the same content counted once. */
  readonly distinct: number;
  readonly occurrences?: number;
  /** The same where each notebook is its code cells: those files, sorted. */
  readonly withCells?: readonly string[];
  readonly limited?: LimitedCounts;
  /** Whether all that it searches could be read. */
  readonly isComplete: boolean;
}

/** What an index with limits would find. */
export interface LimitedCounts {
  readonly files: readonly string[];
  /** Files that each limit hides on its own; those under two limits are in both. */
  readonly hidden: Readonly<Record<Limit, number>>;
}

/** Something that could not be counted, or only not as it stands. */
export interface CorpusProblem {
  readonly file: string;
  readonly reason: string;
  readonly hides: "nothing" | "file" | "more";
}

export interface CorpusCounts {
  /** In the order of the queries. */
  readonly queries: readonly QueryCounts[];
  readonly totals: Pick<Tally, "files" | "searched" | "notText" | "notebooks" | "extensions" | "unopened"> & {
    /** Files that any query is found in, and their distinct contents. */
    readonly found: number;
    readonly distinct: number;
  };
  readonly rules: readonly RepositoryRule[];
  readonly problems: readonly CorpusProblem[];
  /** Problems beyond those listed. */
  readonly moreProblems: number;
}

/** What the queries count, of what was seen of all units. */
export function corpusCounts(
  queries: readonly MiningQuery[],
  search: Search,
  units: readonly UnitTally[],
): CorpusCounts {
  const sum = emptyTally();
  for (const { tally } of units) addTally(sum, { ...tally, problems: [], found: [] });
  const { files, rules } = foundFiles(units);
  const problems = units.flatMap(({ unit, tally }) =>
    tally.problems.map(({ path, reason, hides }) => ({
      file: problemName(unit.prefix, path, unit.root),
      reason,
      hides,
    })),
  );
  const isComplete = completeness(search, problems, sum.moreHiding);
  return {
    queries: queries.map((query, index) => ({
      query,
      ...countsOf(index, files, search),
      isComplete: isComplete(index),
    })),
    totals: {
      files: sum.files,
      searched: sum.searched,
      notText: sum.notText,
      notebooks: sum.notebooks,
      extensions: sum.extensions,
      unopened: sum.unopened,
      found: files.length,
      distinct: new Set(files.map(({ digest }) => digest)).size,
    },
    rules,
    problems,
    moreProblems: sum.moreProblems,
  };
}

function problemName(prefix: string, path: string, root: string): string {
  return path === "" ? prefix.replace(/\/$/, "") || root : `${prefix}${path}`;
}

function countsOf(index: number, all: readonly NamedFile[], search: Search) {
  const files = all.filter(({ queries }) => queries.includes(index));
  return {
    files: namesOf(files),
    repositories: [...new Set(files.map(({ repository }) => repository))].sort(),
    distinct: new Set(files.map(({ digest }) => digest)).size,
    ...(search.countOccurrences && {
      occurrences: files.reduce(
        (sum, file) => sum + (file.occurrences?.[file.queries.indexOf(index)] ?? 0),
        0,
      ),
    }),
    ...(search.readCells && {
      withCells: namesOf(all.filter(({ queries, cells }) => (cells ?? queries).includes(index))),
    }),
    ...(search.limits && { limited: limitedCounts(index, all) }),
  };
}

function limitedCounts(index: number, all: readonly NamedFile[]): LimitedCounts {
  const hidden = (limit: Limit) =>
    all.filter(({ queries, limited }) => {
      const isFound = limited?.queries.includes(index) ?? false;
      if (limit === "cut lines") return queries.includes(index) && !isFound;
      return (
        limited?.limits.includes(limit) && (queries.includes(index) || (limit === "not text" && isFound))
      );
    }).length;
  return {
    files: namesOf(
      all.filter(({ limited }) => limited?.limits.length === 0 && limited.queries.includes(index)),
    ),
    hidden: Object.fromEntries(LIMITS.map((limit) => [limit, hidden(limit)])) as Record<Limit, number>,
  };
}

const namesOf = (files: readonly NamedFile[]): readonly string[] => files.map(({ name }) => name).sort();

/** Whether a query may have missed something. */
function completeness(
  { queries }: Search,
  problems: readonly CorpusProblem[],
  moreHiding: number,
): (index: number) => boolean {
  const extensions = new SearchedExtensions(queries);
  const missing = new Set(
    problems.flatMap(({ file, hides }) => (hides === "file" ? extensions.queriesFor(file) : [])),
  );
  const isAllOpen = moreHiding > 0 || problems.some(({ hides }) => hides === "more");
  return (index) => !isAllOpen && !missing.has(index);
}
