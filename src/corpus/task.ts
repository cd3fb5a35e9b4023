import type { ArchiveKind } from "./unit.js";

/** A piece of work for one thread: some files of a folder, or an archive. Plain data. */
export type Task = FilesTask | ArchiveTask;

export interface FilesTask {
  readonly kind: "files";
  readonly root: string;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

export interface ArchiveTask {
  readonly kind: ArchiveKind;
  readonly root: string;
}
