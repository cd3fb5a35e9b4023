import type { CorpusEntry } from "./corpus-entry.js";
import type { Search } from "./search-options.js";
import type { ArchiveKind } from "./unit.js";

/**
 * What is in an archive, in its own order. Its reader is loaded only then.
 *
 * Errors: Error where it cannot be read any further; what stands before that has been given
 */
export async function* archiveEntries(
  kind: ArchiveKind,
  path: string,
  search: Search,
  onBytes: (bytes: number) => void,
): AsyncGenerator<CorpusEntry> {
  if (kind === "zip") yield* (await import("./zip-entries.js")).zipEntries(path, search, onBytes);
  else if (kind === "parquet") yield* (await import("./parquet-entries.js")).parquetEntries(path, onBytes);
  else yield* (await import("./tar-entries.js")).tarEntries(path, kind === "tar.gz", search, onBytes);
}
