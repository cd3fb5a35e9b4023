import { RE2JS } from "re2js";
import type { CorpusFile } from "./corpus.js";

/** A statement, or its parameters, are none that practice can run. */
export class StatementError extends Error {
  override readonly name = "StatementError";
}

/** A row of numbers, and what was read for it. */
export interface StatementResult {
  readonly names: readonly string[];
  readonly numbers: readonly number[];
  readonly bytes: number;
}

const COLUMN = /^ {2}(.+) AS (\w+),?$/gm;
const FILES = /^COUNTIF\((\w+)\)$/;
const REPOSITORIES = /^COUNT\(DISTINCT IF\((\w+), repository, NULL\)\)$/;
const CONTAINS = /^REGEXP_CONTAINS\((text|path), @(\w+)\)$/;
const TABLE = /^FROM `bigquery-public-data\.github_repos\.(sample_contents|contents)`$/m;
const WITHOUT_MARK = String.raw`IF(STARTS_WITH(content, '\ufeff'), SUBSTR(content, 2), content)`;

/**
 * Runs a statement over sample files: counts of files and repositories, by conditions that are regular expressions on a
 * file's text and path, joined by AND. Practice knows no other SQL.
 *
 * Errors: StatementError
 */
export function runPracticeStatement(
  sql: string,
  parameters: ReadonlyMap<string, string>,
  corpus: readonly CorpusFile[],
): StatementResult {
  const columns = new Map([...sql.matchAll(COLUMN)].map(([, what = "", name = ""]) => [name, what]));
  if (columns.get("text") !== WITHOUT_MARK) throw new StatementError("Unrecognized name: text");
  const files = rowsOf(sql, corpus);
  const conditions = new Conditions(columns, parameters);
  const counts = [...columns].flatMap(([name, what]) => {
    const [, ofFiles] = FILES.exec(what) ?? [];
    const [, ofRepositories] = REPOSITORIES.exec(what) ?? [];
    const condition = ofFiles ?? ofRepositories;
    if (condition === undefined) return [];
    const found = files.filter((file) => conditions.holds(condition, file));
    const number = ofFiles === undefined ? new Set(found.map(({ repo }) => repo)).size : found.length;
    return [[name, number] as const];
  });
  if (counts.length === 0) throw new StatementError("Syntax error: SELECT list must not be empty");
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return { names: counts.map(([name]) => name), numbers: counts.map(([, number]) => number), bytes };
}

/** The sample holds each content once, the full table each of its places. */
function rowsOf(sql: string, corpus: readonly CorpusFile[]): readonly CorpusFile[] {
  const table = TABLE.exec(sql)?.[1];
  if (table === undefined) throw new StatementError("Table not found in practice");
  if (table === "contents") return corpus;
  return corpus.filter(
    ({ content }, index) => index === corpus.findIndex((other) => other.content === content),
  );
}

class Conditions {
  readonly #columns: ReadonlyMap<string, string>;
  readonly #parameters: ReadonlyMap<string, string>;
  readonly #expressions = new Map<string, RE2JS>();

  constructor(columns: ReadonlyMap<string, string>, parameters: ReadonlyMap<string, string>) {
    this.#columns = columns;
    this.#parameters = parameters;
  }

  holds(name: string, file: CorpusFile): boolean {
    const parts = this.#columns.get(name)?.split(" AND ");
    if (parts === undefined) throw new StatementError(`Unrecognized name: ${name}`);
    return parts.every((part) => {
      const [, where, parameter] = CONTAINS.exec(part) ?? [];
      if (parameter === undefined) return this.holds(part, file);
      const text = where === "path" ? file.path : file.content.replace(/^\ufeff/, "");
      return this.#expression(parameter).test(text);
    });
  }

  #expression(name: string): RE2JS {
    const pattern = this.#parameters.get(name);
    if (pattern === undefined) throw new StatementError(`Query parameter '${name}' not found`);
    const expression = this.#expressions.get(name) ?? compiled(pattern);
    this.#expressions.set(name, expression);
    return expression;
  }
}

function compiled(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (!(error instanceof Error) || !error.name.startsWith("RE2JS")) throw error;
    throw new StatementError(`Cannot parse regular expression: ${error.message}`);
  }
}
