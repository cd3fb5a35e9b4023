import { lstatSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { DataFileError } from "../census/errors.js";
import { shownPath } from "../census/shown-path.js";
import { type FolderList, listFolder } from "./list-folder.js";

/** A part of a corpus that is counted on its own, and need not be counted again. */
export interface Unit {
  /** `folder` with all that is below it; `files`, those directly in a folder. */
  readonly kind: "folder" | "files" | ArchiveKind;
  /** The folder or archive that paths are given from. */
  readonly root: string;
  /** The folder below the root; empty where it is the root itself. */
  readonly folder: string;
  /** What stands before its paths in the name of a file: empty, or with a slash at the end. */
  readonly prefix: string;
}

export type ArchiveKind = "tar" | "tar.gz" | "zip" | "parquet";

const ARCHIVES: readonly (readonly [string, ArchiveKind])[] = [
  [".tar", "tar"],
  [".tar.gz", "tar.gz"],
  [".tgz", "tar.gz"],
  [".zip", "zip"],
  [".parquet", "parquet"],
];

/** How an archive is read, by its name. Missing: undefined where it is none */
export function maybeArchiveKind(path: string): ArchiveKind | undefined {
  const name = path.toLowerCase();
  return ARCHIVES.find(([ending]) => name.endsWith(ending))?.[1];
}

/**
 * The parts of a place, in the order of their names: an archive; or a folder's own files, its folders and the archives
 * directly in it. A folder that git keeps is one part, and holds no archives.
 *
 * Errors: DataFileError where the place cannot be read, or is neither folder nor archive
 */
export function unitsOf(place: string, prefix: string): readonly Unit[] {
  const kind = maybeArchiveKind(place);
  if (isFolder(place)) return folderUnits(place, prefix);
  if (kind !== undefined) return [{ kind, root: place, folder: "", prefix }];
  throw new DataFileError(
    `${shownPath(place)}: expected a folder, or a file that ends in ${ARCHIVES.map(([ending]) => ending).join(", ")}.`,
  );
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch (error) {
    throw unreadablePlace(place, error);
  }
}

function listPlace(place: string): FolderList {
  try {
    return listFolder(place);
  } catch (error) {
    throw unreadablePlace(place, error);
  }
}

function unreadablePlace(place: string, error: unknown): DataFileError {
  const { code } = error as NodeJS.ErrnoException;
  return new DataFileError(
    `${shownPath(place)}: expected a folder or an archive that can be read (${code}).`,
  );
}

function folderUnits(root: string, prefix: string): readonly Unit[] {
  const { items } = listPlace(root);
  if (items.some(({ name }) => name === ".git")) return [{ kind: "folder", root, folder: "", prefix }];
  const units = items.flatMap((item): Unit[] => {
    if (item.isDirectory()) return [{ kind: "folder", root, folder: item.name, prefix }];
    const kind = item.isFile() ? maybeArchiveKind(item.name) : undefined;
    const within = `${prefix}${item.name}/`;
    return kind ? [{ kind, root: join(root, item.name), folder: "", prefix: within }] : [];
  });
  return [{ kind: "files", root, folder: "", prefix }, ...units];
}

export function isArchive({ kind }: Unit): boolean {
  return kind !== "folder" && kind !== "files";
}

/** What a person knows a unit by. */
export function unitName({ root, folder }: Unit): string {
  return join(basename(root), folder);
}

/** How long an archive is and when it changed; "gone" where it cannot be read. */
export function archiveState(path: string): { readonly bytes: number; readonly mark: string } {
  try {
    const { size, mtimeMs } = lstatSync(path);
    return { bytes: size, mark: `${size} ${mtimeMs}` };
  } catch {
    return { bytes: 0, mark: "gone" };
  }
}
