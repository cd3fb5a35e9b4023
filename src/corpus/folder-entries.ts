import { type Dirent, lstatSync } from "node:fs";
import { type CorpusFile, type Problem, problem, type RepositoryMark } from "./corpus-entry.js";
import { listFolder } from "./list-folder.js";
import type { ReadBuffer } from "./read-buffer.js";
import { readWhole } from "./read-whole.js";
import { unreadableReason } from "./unreadable-reason.js";

/** A file on the disk, with what tells whether it is still the same. */
export interface FolderFile extends CorpusFile {
  readonly changedMs: number;
}

/** A file that nobody wants to read. */
export interface OtherFile {
  readonly kind: "other";
  readonly path: string;
}

export type FolderEntry = FolderFile | OtherFile | RepositoryMark | Problem;

export interface FolderPlace {
  /** What paths are given from. */
  readonly root: string;
  /** Below the root; empty where it is the root itself. */
  readonly folder: string;
  /** Whether folders below it are read too. */
  readonly isDeep: boolean;
}

/**
 * The files below a folder, hidden ones included, in the order of their paths' parts.
 *
 * Git's own folder is left out. Links are listed and never followed, so that no loop is possible.
 *
 * Input: isWanted, whether a file is to be read, by its path; of others, the name is enough
 */
export function* folderEntries(
  { root, folder, isDeep }: FolderPlace,
  isWanted: (path: string) => boolean = () => true,
): Generator<FolderEntry> {
  const open = [entriesIn(root, folder)];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { value, done } = top.next();
    if (done) open.pop();
    else if (value.kind === "file")
      yield isWanted(value.path) ? fileAt(root, value.path) : { ...value, kind: "other" };
    else if (value.kind !== "folder") yield value;
    else if (isDeep) open.push(entriesIn(root, value.path));
  }
}

/** A name in a folder, not looked at yet. */
type Named =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "folder"; readonly path: string };

function* entriesIn(root: string, folder: string): Generator<Named | RepositoryMark | Problem> {
  try {
    const { items, oddNames } = listFolder(`${root}/${folder}`);
    for (const name of oddNames) yield problem(inside(folder, name), "its name is not UTF-8", "more");
    for (const item of items) yield entryOf(folder, item);
  } catch (error) {
    yield problem(folder, unreadableReason(error), "more");
  }
}

function entryOf(folder: string, item: Dirent): Named | RepositoryMark | Problem {
  if (item.name === ".git") return { kind: "repository", path: folder };
  const path = inside(folder, item.name);
  if (item.isDirectory()) return { kind: "folder", path };
  if (item.isSymbolicLink()) return problem(path, "it is a link, which is not followed", "nothing");
  return item.isFile() ? { kind: "file", path } : problem(path, "it is no ordinary file", "nothing");
}

function fileAt(root: string, path: string): FolderEntry {
  const place = `${root}/${path}`;
  try {
    const { size, mtimeMs } = lstatSync(place);
    const read = (buffer: ReadBuffer) => readWhole(place, buffer, size);
    return { kind: "file", path, bytes: size, changedMs: mtimeMs, read };
  } catch (error) {
    return problem(path, unreadableReason(error), "file");
  }
}

function inside(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
