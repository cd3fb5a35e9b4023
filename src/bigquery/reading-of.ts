import { exactCount } from "../census/count.js";
import type { Asking, Counted } from "../census/outcome.js";
import { DATA_REMARK, GITHUB_TABLES, type GitHubTable } from "./github-table.js";
import { type NoResult, unreadable } from "./no-result-error.js";
import { priceWords } from "./price.js";
import type { Result } from "./run-statement.js";
import { filesColumn, repositoriesColumn } from "./sql-of-queries.js";

/** How an asking ended, before it is known what it cost. */
export type Reading = NoResult | Omit<Counted, keyof Asking>;

/** What the statement's row says of one query. Input: index, the query's place in the statement */
export function readingOf({ counts, bytes, isPractice }: Result, index: number, table: GitHubTable): Reading {
  const files = counts[filesColumn(index)];
  const repositories = counts[repositoriesColumn(index)];
  if (files === undefined || repositories === undefined || !isPossible(files, repositories)) {
    return unreadable("BigQuery's row lacks a number of this query, or holds one that cannot be");
  }
  const found = `Found in ${files} ${files === 1 ? "file" : "files"} of ${repositories} ${repositories === 1 ? "repository" : "repositories"}.`;
  const price = `One query for all counts read ${priceWords(bytes)}.`;
  return {
    kind: "counted",
    count: exactCount(files),
    readFrom: ["API answer"],
    remarks: [found, DATA_REMARK, GITHUB_TABLES[table].remark, price],
    ...(isPractice && { isPractice }),
  };
}

/** Each of the repositories holds at least one of the files. */
function isPossible(files: number, repositories: number): boolean {
  return repositories <= files && (files === 0) === (repositories === 0);
}
