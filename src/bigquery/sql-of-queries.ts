import type { SearchedQuery } from "../census/count-source.js";
import { DATA_SET, type GitHubTable } from "./github-table.js";
import { sqlPattern } from "./sql-pattern.js";

/** A named parameter of a statement, in the form of BigQuery's interface. */
export interface SqlParameter {
  readonly name: string;
  readonly parameterType: { readonly type: "STRING" };
  readonly parameterValue: { readonly value: string };
}

export interface Statement {
  /** Depends on the table and the number of queries alone. */
  readonly sql: string;
  readonly parameters: readonly SqlParameter[];
}

/** Names of the columns of the one row that comes back, by a query's index. */
export const filesColumn = (index: number): string => `files_${index}`;
export const repositoriesColumn = (index: number): string => `repositories_${index}`;

/**
 * One statement for all queries, so that the contents are read once: files and repositories of each.
 *
 * What the queries hold is in the parameters and never in the text. A byte order mark is no part of a file's text.
 *
 * Input: queries that SQL can express (`maybeSqlRefusal`)
 */
export function sqlOfQueries(queries: readonly SearchedQuery[], table: GitHubTable): Statement {
  const indexes = queries.map((_, index) => index);
  return {
    sql: [...FOUND_IN[table](indexes), "SELECT", list(indexes.flatMap(countsOf)), "FROM found"].join("\n"),
    parameters: queries.flatMap((query, index) => {
      const { text, path } = sqlPattern(query);
      return [parameter(`text_${index}`, text), parameter(`path_${index}`, path)];
    }),
  };
}

/** What gives `found`, one row a file: its repository, and for each query whether it is found there. */
const FOUND_IN: Readonly<Record<GitHubTable, (indexes: readonly number[]) => string[]>> = {
  sample: (indexes) => [
    ...textsOf("sample_contents", ["sample_repo_name AS repository", "sample_path AS path"]),
    "found AS (",
    "SELECT",
    list([
      "repository",
      ...indexes.map((index) => `${inText(index)} AND ${inPath(index)} AS found_${index}`),
    ]),
    "FROM texts",
    ")",
  ],
  // The contents are searched before they meet their places, or each copy would be searched again.
  full: (indexes) => [
    ...textsOf("contents", ["id"]),
    "matched AS (",
    "SELECT",
    list(["id", ...indexes.map((index) => `${inText(index)} AS matched_${index}`)]),
    "FROM texts",
    "),",
    "found AS (",
    "SELECT",
    list([
      "repo_name AS repository",
      ...indexes.map((index) => `matched_${index} AND ${inPath(index)} AS found_${index}`),
    ]),
    `FROM matched JOIN \`${DATA_SET}.files\` USING (id)`,
    `WHERE ${indexes.map((index) => `matched_${index}`).join(" OR ")}`,
    ")",
  ],
};

const MARK = String.raw`'\ufeff'`;

function textsOf(table: string, columns: readonly string[]): string[] {
  const text = `IF(STARTS_WITH(content, ${MARK}), SUBSTR(content, 2), content) AS text`;
  return [
    "WITH texts AS (",
    "SELECT",
    list([...columns, text]),
    `FROM \`${DATA_SET}.${table}\``,
    "WHERE NOT binary",
    "),",
  ];
}

const inText = (index: number): string => `REGEXP_CONTAINS(text, @text_${index})`;
const inPath = (index: number): string => `REGEXP_CONTAINS(path, @path_${index})`;

function countsOf(index: number): string[] {
  return [
    `COUNTIF(found_${index}) AS ${filesColumn(index)}`,
    `COUNT(DISTINCT IF(found_${index}, repository, NULL)) AS ${repositoriesColumn(index)}`,
  ];
}

function list(parts: readonly string[]): string {
  return parts.map((part) => `  ${part}`).join(",\n");
}

function parameter(name: string, value: string): SqlParameter {
  return { name, parameterType: { type: "STRING" }, parameterValue: { value } };
}
