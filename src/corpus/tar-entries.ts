import { createReadStream, type ReadStream } from "node:fs";
import { createGunzip, type Gunzip } from "node:zlib";
import { type Extract, extract } from "tar-stream";
import { ArchiveNames } from "./archive-names.js";
import { type CorpusEntry, problem } from "./corpus-entry.js";
import type { Search } from "./search-options.js";
import { UnpackedSize } from "./unpacked-size.js";

/**
 * The files of a tar archive, in its order, read as they come by.
 *
 * Errors: Error where it is broken, ends too early or is a bomb; what stands before that has been given
 */
export async function* tarEntries(
  path: string,
  isPacked: boolean,
  search: Search,
  onBytes: (bytes: number) => void,
): AsyncGenerator<CorpusEntry> {
  const source = createReadStream(path);
  const names = new ArchiveNames();
  const tar = unpack(source, isPacked ? createGunzip() : undefined, search);
  let told = 0;
  try {
    for await (const entry of tar) {
      yield* entriesOf(entry, names);
      entry.resume();
      onBytes(source.bytesRead - told);
      told = source.bytesRead;
    }
  } finally {
    source.destroy();
  }
}

type Entry = Awaited<ReturnType<ReturnType<Extract[typeof Symbol.asyncIterator]>["next"]>>["value"];

/** An error anywhere ends the archive. */
function unpack(source: ReadStream, gunzip: Gunzip | undefined, search: Search): Extract {
  const tar = extract();
  const fail = (error: Error): void => void tar.destroy(error);
  source.on("error", fail);
  if (gunzip === undefined) return source.pipe(tar);
  const size = new UnpackedSize(search);
  gunzip.on("error", fail);
  gunzip.on("data", (piece: Buffer) => {
    try {
      size.add(piece.length, source.bytesRead);
    } catch (error) {
      source.destroy();
      gunzip.destroy(error as Error);
    }
  });
  source.pipe(gunzip).pipe(tar);
  return tar;
}

function* entriesOf(entry: Entry, names: ArchiveNames): Generator<CorpusEntry> {
  const { type, name, size = 0 } = entry.header;
  const { path, told } = names.read(name);
  if (type === "directory") return yield* told.filter(({ kind }) => kind === "repository");
  yield* told;
  if (path === undefined) return;
  if (type === "symlink" || type === "link") {
    yield problem(path, "it is a link, which is not followed", "nothing");
  } else if (type !== "file" && type !== "contiguous-file") {
    yield problem(path, "it is no ordinary file", "nothing");
  } else {
    yield { kind: "file", path, bytes: size, read: (buffer) => buffer.fill(entry, size) };
  }
}
