import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { addProblem, addSearched, addSeen } from "./add-to-tally.js";
import { type CorpusFile, problem } from "./corpus-entry.js";
import { type CompiledQueries, compileQueries } from "./engine/compile-queries.js";
import { limitsOn, maybeCutLines } from "./index-limits.js";
import { maybeNotebookCells } from "./notebook-cells.js";
import { ReadBuffer } from "./read-buffer.js";
import type { Search } from "./search-options.js";
import { SearchedExtensions } from "./searched-extensions.js";
import type { FoundFile, Tally } from "./tally.js";
import { unreadableReason } from "./unreadable-reason.js";

/** Looks for all queries in one file after another, with one buffer for all of them. */
export class FileSearcher {
  readonly buffer = new ReadBuffer();
  readonly extensions: SearchedExtensions;
  readonly search: Search;
  readonly #compiled: CompiledQueries;

  /** Errors: PatternError where a query cannot be searched */
  constructor(search: Search) {
    this.search = search;
    this.extensions = new SearchedExtensions(search.queries);
    this.#compiled = compileQueries(search.queries, search);
  }

  /** Counts a file and, where a query searches its kind, looks into it. What cannot be read is told in the tally. */
  async add(file: CorpusFile, tally: Tally): Promise<void> {
    addSeen(tally, file.path);
    const extension = this.extensions.maybeExtension(file.path);
    if (extension === undefined) return;
    addSearched(tally, extension, file.bytes);
    await this.look(file, tally);
  }

  /** The same for a file that is counted already. */
  async look(file: CorpusFile, tally: Tally): Promise<void> {
    const { largestFileBytes } = this.search;
    const wanted = this.extensions.queriesFor(file.path);
    if (file.bytes > largestFileBytes) {
      const reason = `it has ${file.bytes} bytes, and is skipped: at most ${largestFileBytes} are read`;
      return addProblem(tally, problem(file.path, reason, "file"));
    }
    try {
      const read = file.read(this.buffer);
      this.#find(file, asBuffer(read instanceof Promise ? await read : read), wanted, tally);
    } catch (error) {
      addProblem(tally, problem(file.path, unreadableReason(error), "file"));
    }
  }

  #find(file: CorpusFile, bytes: Buffer, wanted: readonly number[], tally: Tally): void {
    const isText = isUtf8(bytes) && !bytes.includes(0);
    if (!isText) tally.notText += 1;
    const queries = isText ? this.#match(bytes, wanted) : [];
    const limited = this.#limited(file.path, bytes, isText, wanted);
    const cells = isText ? this.#maybeCells(file.path, bytes, wanted, tally) : undefined;
    if (queries.length + (cells?.length ?? 0) + (limited?.queries.length ?? 0) === 0) return;
    tally.found.push({
      path: file.path,
      ...(file.repository !== undefined && { repository: file.repository }),
      bytes: bytes.length,
      digest: createHash("sha1").update(bytes).digest("hex"),
      queries,
      ...(cells && { cells }),
      ...(limited && { limited }),
      ...(this.search.countOccurrences && {
        occurrences: queries.map((index) => this.#compiled.countOccurrences(bytes, index)),
      }),
    });
  }

  #match(bytes: Buffer, wanted: readonly number[]): number[] {
    return [...this.#compiled.matcherFor(wanted).match(bytes)];
  }

  #limited(
    path: string,
    bytes: Buffer,
    isText: boolean,
    wanted: readonly number[],
  ): FoundFile["limited"] | undefined {
    const { limits } = this.search;
    if (limits === null) return undefined;
    const text = isText ? bytes : asText(bytes);
    const searched = maybeCutLines(text, limits.searchedLineCharacters) ?? text;
    return { limits: [...limitsOn(path, bytes, isText, limits)], queries: this.#match(searched, wanted) };
  }

  #maybeCells(path: string, bytes: Buffer, wanted: readonly number[], tally: Tally): number[] | undefined {
    if (!this.search.readCells || !path.toLowerCase().endsWith(".ipynb")) return undefined;
    tally.notebooks.files += 1;
    const cells = maybeNotebookCells(bytes.toString("utf8"));
    if (cells !== undefined) return this.#match(Buffer.from(cells), wanted);
    tally.notebooks.unreadable += 1;
    addProblem(
      tally,
      problem(path, "it is no notebook in JSON, and is searched as it stands alone", "nothing"),
    );
    return undefined;
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What would be found if odd bytes were no obstacle: only to tell how many files they hide. */
function asText(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("utf8").replaceAll("\0", " "));
}
