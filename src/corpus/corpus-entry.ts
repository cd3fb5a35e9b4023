import type { ReadBuffer } from "./read-buffer.js";

/** A file of a corpus, on the disk or in an archive. */
export interface CorpusFile {
  readonly kind: "file";
  /** From the folder or the archive that was named, with slashes on every system. Only ever used as a name. */
  readonly path: string;
  /** `OWNER/NAME`, where the corpus itself says so; else the path tells. */
  readonly repository?: string;
  readonly bytes: number;
  /**
   * Its content, which lasts until the buffer is used again. To be called at once, before the next file is asked for.
   *
   * Errors: Error where it cannot be read, or is not as long as `bytes` says
   */
  read(buffer: ReadBuffer): Uint8Array | Promise<Uint8Array>;
}

/** A folder that git keeps: one repository with all that is below. */
export interface RepositoryMark {
  readonly kind: "repository";
  /** Empty for the folder or the archive itself. */
  readonly path: string;
}

/** Something that could not be counted, or only not as it stands. */
export interface Problem {
  readonly kind: "problem";
  readonly path: string;
  /** What is wrong, without its full stop. */
  readonly reason: string;
  /** What is missing in the counts for it: one file, or nobody knows how many. */
  readonly hides: "nothing" | "file" | "more";
}

export type CorpusEntry = CorpusFile | RepositoryMark | Problem;

export function problem(path: string, reason: string, hides: Problem["hides"]): Problem {
  return { kind: "problem", path, reason, hides };
}
