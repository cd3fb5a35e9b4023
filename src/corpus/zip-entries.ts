import { isUtf8 } from "node:buffer";
import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { ArchiveNames } from "./archive-names.js";
import { type CorpusEntry, problem } from "./corpus-entry.js";
import { shownName } from "./list-folder.js";
import type { ReadBuffer } from "./read-buffer.js";
import type { Search } from "./search-options.js";
import { UnpackedSize } from "./unpacked-size.js";

/**
 * The files of a zip archive, in the order of its directory.
 *
 * Errors: Error where its directory is broken; what stands before that has been given
 */
export async function* zipEntries(
  path: string,
  search: Search,
  onBytes: (bytes: number) => void,
): AsyncGenerator<CorpusEntry> {
  // Names are not decoded there: one that leads out of the archive would end it.
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
  const names = new ArchiveNames();
  const size = new UnpackedSize(search);
  try {
    for await (const entry of zip.eachEntry()) {
      yield* entriesOf(zip, entry, names, size);
      onBytes(entry.compressedSize);
    }
  } finally {
    zip.close();
  }
}

/** The upper half of the attributes is the file's mode on Unix. */
const LINK = 0xa000;
const MODE = 0xf000;

function* entriesOf(
  zip: ZipFile,
  entry: Entry,
  names: ArchiveNames,
  size: UnpackedSize,
): Generator<CorpusEntry> {
  if (!isUtf8(entry.fileNameRaw)) {
    return yield problem(shownName(entry.fileNameRaw), "its name is not UTF-8", "file");
  }
  // Old programs on Windows wrote its slashes.
  const name = entry.fileNameRaw.toString("utf8").replaceAll("\\", "/");
  const { path, told } = names.read(name);
  if (name.endsWith("/")) return yield* told.filter(({ kind }) => kind === "repository");
  yield* told;
  if (path === undefined) return;
  if (((entry.externalFileAttributes >>> 16) & MODE) === LINK) {
    return yield problem(path, "it is a link, which is not followed", "nothing");
  }
  yield {
    kind: "file",
    path,
    bytes: entry.uncompressedSize,
    read: (buffer) => readEntry(zip, entry, buffer, size),
  };
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  buffer: ReadBuffer,
  size: UnpackedSize,
): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new Error("it is encrypted");
  // Archives with files over each other are larger unpacked than their own length explains.
  size.add(entry.uncompressedSize, zip.fileSize);
  new UnpackedSize(size.search).add(entry.uncompressedSize, entry.compressedSize);
  const bytes = await buffer.fill(await zip.openReadStreamPromise(entry), entry.uncompressedSize);
  if (crc32(bytes) !== entry.crc32) throw new Error("its content is not what its check sum says");
  return bytes;
}
