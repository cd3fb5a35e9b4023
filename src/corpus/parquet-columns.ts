import { type FileMetaData, parquetSchema } from "hyparquet";

/** The columns of a data set of code; names as data sets on hubs have them, the most telling first. */
export interface ParquetColumns {
  readonly path: string;
  readonly content: string;
  readonly repository?: string;
}

const PATHS = ["path", "file_path", "filepath", "max_stars_repo_path", "filename", "file_name"];
const CONTENTS = ["content", "contents", "text", "code", "source"];
const REPOSITORIES = [
  "repo_name",
  "repository_name",
  "max_stars_repo_name",
  "repo",
  "repository",
  "full_name",
];

/** Errors: Error where the file has no path or no content */
export function parquetColumns(metadata: FileMetaData): ParquetColumns {
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const find = (wanted: readonly string[]) => wanted.find((name) => names.includes(name));
  const [path, content, repository] = [find(PATHS), find(CONTENTS), find(REPOSITORIES)];
  if (path === undefined) throw new Error(`none of its columns (${names.join(", ")}) is ${PATHS.join(", ")}`);
  if (content === undefined) {
    throw new Error(`none of its columns (${names.join(", ")}) is ${CONTENTS.join(", ")}`);
  }
  return { path, content, ...(repository !== undefined && { repository }) };
}
