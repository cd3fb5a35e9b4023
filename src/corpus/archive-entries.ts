import { type CorpusEntry, problem } from "./corpus-entry.js";
import type { Search } from "./search-options.js";
import type { ArchiveKind } from "./unit.js";

/** What is in an archive, in its own order. */
export async function* archiveEntries(
  kind: ArchiveKind,
  _path: string,
  _search: Search,
  _onBytes: (bytes: number) => void,
): AsyncGenerator<CorpusEntry> {
  yield problem("", `no reader for ${kind}`, "more");
}
