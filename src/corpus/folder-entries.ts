import { type Dirent, lstatSync } from "node:fs";
import { join } from "node:path";
import { type CorpusFile, type Problem, problem, type RepositoryMark } from "./corpus-entry.js";
import { listFolder } from "./list-folder.js";
import { readWhole } from "./read-whole.js";
import { unreadableReason } from "./unreadable-reason.js";

/** A file on the disk, with what tells whether it is still the same. */
export interface FolderFile extends CorpusFile {
  readonly changedMs: number;
}

export type FolderEntry = FolderFile | RepositoryMark | Problem;

/**
 * The files below a folder, hidden ones included, in the order of their paths' parts.
 *
 * Git's own folder is left out. Links are listed and never followed, so that no loop is possible.
 *
 * Input: root, which paths are given from; folder, below it, or empty; isDeep, false for its own files alone
 */
export function* folderEntries(root: string, folder: string, isDeep = true): Generator<FolderEntry> {
  const open = [entriesIn(root, folder)];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { value, done } = top.next();
    if (done) open.pop();
    else if (value.kind !== "folder") yield value;
    else if (isDeep) open.push(entriesIn(root, value.path));
  }
}

function* entriesIn(root: string, folder: string): Generator<FolderEntry | { kind: "folder"; path: string }> {
  try {
    const { items, oddNames } = listFolder(join(root, folder));
    for (const name of oddNames) yield problem(inside(folder, name), "its name is not UTF-8", "more");
    for (const item of items) yield entryOf(root, folder, item);
  } catch (error) {
    yield problem(folder, unreadableReason(error), "more");
  }
}

function entryOf(root: string, folder: string, item: Dirent): FolderEntry | { kind: "folder"; path: string } {
  if (item.name === ".git") return { kind: "repository", path: folder };
  const path = inside(folder, item.name);
  if (item.isDirectory()) return { kind: "folder", path };
  if (item.isSymbolicLink()) return problem(path, "it is a link, which is not followed", "nothing");
  if (!item.isFile()) return problem(path, "it is no ordinary file", "nothing");
  return fileAt(root, path);
}

function fileAt(root: string, path: string): FolderEntry {
  try {
    const { size, mtimeMs } = lstatSync(join(root, path));
    return {
      kind: "file",
      path,
      bytes: size,
      changedMs: mtimeMs,
      read: (buffer) => readWhole(join(root, path), buffer, size),
    };
  } catch (error) {
    return problem(path, unreadableReason(error), "file");
  }
}

function inside(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
