import { asyncBufferFromFile, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { ArchiveNames } from "./archive-names.js";
import { type CorpusEntry, problem } from "./corpus-entry.js";
import { type ParquetColumns, parquetColumns } from "./parquet-columns.js";

/** A group of rows is unpacked whole: what is larger is skipped, and told. */
const LARGEST_GROUP_BYTES = 1_024 * 1_024 * 1_024;

/** Texts stay as they are in the file, so that what is not UTF-8 is seen to be so. */
const parsers = { stringFromBytes: (bytes: Uint8Array) => bytes };

/**
 * The files of a Parquet data set, one a row, in its order; one group of rows is in memory at a time.
 *
 * Errors: Error where it is broken, or has no column of paths or of contents
 */
export async function* parquetEntries(
  path: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<CorpusEntry> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const columns = parquetColumns(metadata);
  const names = new ArchiveNames();
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    if (unpackedBytes(group, columns) > LARGEST_GROUP_BYTES) {
      yield problem("", `its rows from ${rowStart} are too many to be unpacked at once`, "more");
    } else {
      const wanted = Object.values(columns);
      const rows = await parquetReadObjects({
        file,
        metadata,
        columns: wanted,
        rowStart,
        rowEnd,
        compressors,
        parsers,
      });
      for (const [index, row] of rows.entries()) yield* entriesOf(row, columns, names, rowStart + index);
    }
    onBytes(packedBytes(group));
    rowStart = rowEnd;
  }
}

type Group = FileMetaData["row_groups"][number];

function unpackedBytes({ columns }: Group, wanted: ParquetColumns): number {
  const names: readonly (string | undefined)[] = Object.values(wanted);
  return columns
    .filter(({ meta_data }) => names.includes(meta_data?.path_in_schema[0]))
    .reduce((sum, { meta_data }) => sum + Number(meta_data?.total_uncompressed_size ?? 0), 0);
}

function packedBytes({ columns }: Group): number {
  return columns.reduce((sum, { meta_data }) => sum + Number(meta_data?.total_compressed_size ?? 0), 0);
}

function* entriesOf(
  row: Readonly<Record<string, unknown>>,
  columns: ParquetColumns,
  names: ArchiveNames,
  index: number,
): Generator<CorpusEntry> {
  const name = maybeBytes(row[columns.path]);
  const content = maybeBytes(row[columns.content]);
  if (name === undefined || content === undefined) {
    return yield problem(`row ${index}`, "it has no path or no content", "more");
  }
  const { path, told } = names.read(name.toString("utf8"));
  yield* told;
  if (path === undefined) return;
  const repository = columns.repository && maybeBytes(row[columns.repository])?.toString("utf8");
  yield {
    kind: "file",
    path: repository ? `${repository}/${path}` : path,
    ...(repository && { repository }),
    bytes: content.length,
    read: () => content,
  };
}

function maybeBytes(value: unknown): Buffer | undefined {
  if (typeof value === "string") return Buffer.from(value);
  return value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : undefined;
}
