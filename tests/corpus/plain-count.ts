import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RE2JS } from "re2js";
import type { MiningQuery } from "../../src/census/query.js";

/** The files below a folder that a query is in, by plain loops over files and RE2: no part of the engine. */
export function plainCount(folder: string, { query, extensions }: MiningQuery): readonly string[] {
  const text = query.startsWith("/") ? query.slice(1, -1) : RE2JS.quote(query);
  const pattern = RE2JS.compile(text, RE2JS.MULTILINE | RE2JS.CASE_INSENSITIVE);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => extensions.some((extension) => path.endsWith(`.${extension}`)))
    .filter((path) => pattern.test(readFileSync(path, "utf8").replace(/^\ufeff/, "")))
    .map((path) => path.slice(folder.length + 1))
    .sort();
}
