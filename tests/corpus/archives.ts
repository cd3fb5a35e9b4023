import { brotliCompressSync, crc32, deflateRawSync, gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { type Header, pack } from "tar-stream";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A tar archive with these files, and with entries such as links. */
export async function tarOf(
  files: Files,
  others: readonly (Partial<Header> & Pick<Header, "name">)[] = [],
): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, Buffer.from(content));
  for (const header of others) tar.entry(header);
  tar.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of tar) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

export interface ZipEntry {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly mode?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** What its header says of its length. */
  readonly says?: number;
}

export function zipOf(files: Files): Buffer {
  return zipOfEntries(Object.entries(files).map(([name, content]) => ({ name, content })));
}

/** A zip archive with entries as they are, right or wrong. */
export function zipOfEntries(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const packed = deflateRawSync(Buffer.from(entry.content));
    const common = commonHeader(entry, name, packed);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, name, packed]);
    centrals.push(central(common, entry.mode ?? 0o100644, offset), name);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  return Buffer.concat([...locals, directory, zipEnd(entries.length, directory.length, offset)]);
}

function commonHeader({ content, flags = 0x800, crc, says }: ZipEntry, name: Buffer, packed: Buffer): Buffer {
  const plain = Buffer.from(content);
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(flags, 2);
  header.writeUInt16LE(8, 4);
  header.writeUInt32LE(crc ?? crc32(plain), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(says ?? plain.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

function central(common: Buffer, mode: number, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((mode << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from("PK\x01\x02\x14\x03"), common, rest]);
}

function zipEnd(count: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** A Parquet data set, with columns of these names; texts are columns of bytes. */
export function parquetOf(
  columns: Readonly<Record<string, readonly (string | Uint8Array)[]>>,
  codec: "SNAPPY" | "GZIP" | "BROTLI" | "UNCOMPRESSED" = "SNAPPY",
): Buffer {
  const compressors = { GZIP: packed(gzipSync), BROTLI: packed(brotliCompressSync) };
  const columnData = Object.entries(columns).map(([name, values]) => ({
    name,
    data: values.map((value) => Buffer.from(value)),
    type: "BYTE_ARRAY" as const,
  }));
  return Buffer.from(parquetWriteBuffer({ columnData, codec, compressors, rowGroupSize: 20 }));
}

/** Typed arrays of their own, as the writer wants them. */
function packed(pack: (bytes: Uint8Array) => Uint8Array): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => new Uint8Array(pack(bytes));
}
