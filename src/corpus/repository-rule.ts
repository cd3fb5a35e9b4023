import type { UnitTally } from "./scan-units.js";
import { unitName } from "./unit.js";

/** How repositories were told apart in one folder or archive. */
export interface RepositoryRule {
  /** What stands before the paths there in the names of files. */
  readonly prefix: string;
  readonly root: string;
  /** What lies in no folder that git keeps: the first two folders are its repository, or the first one. */
  readonly otherwise: "OWNER/REPOSITORY" | "first folder";
  /** Folders that git keeps, each a repository. */
  readonly gitRepositories: number;
}

export interface RepositoryNamer extends RepositoryRule {
  nameOf(path: string): string;
}

/**
 * Tells the repository of each file of one folder or archive.
 *
 * It is the nearest folder above it that git keeps; failing that, the first two folders where every first folder only
 * holds folders, else the first. A file in no folder belongs to the folder or archive itself.
 *
 * Input: the units of one root
 */
export function repositoryNamer(units: readonly UnitTally[]): RepositoryNamer {
  const git = new Set(units.flatMap(({ tally }) => tally.repositories));
  const otherwise = units.some(({ tally }) => tally.hasFileInFirstFolder)
    ? "first folder"
    : "OWNER/REPOSITORY";
  const first = units[0]?.unit;
  const prefix = first?.prefix ?? "";
  const whole = first ? unitName({ ...first, folder: "" }) : "";
  return {
    prefix,
    root: first?.root ?? "",
    otherwise,
    gitRepositories: git.size,
    nameOf: (path) => {
      const folders = path.split("/").slice(0, -1);
      const kept = maybeGitFolder(folders, git);
      if (kept !== undefined) return kept === "" ? whole : `${prefix}${kept}`;
      if (folders.length === 0) return whole;
      return otherwise === "OWNER/REPOSITORY" ? folders.slice(0, 2).join("/") : `${prefix}${folders[0]}`;
    },
  };
}

function maybeGitFolder(folders: readonly string[], git: ReadonlySet<string>): string | undefined {
  if (git.size === 0) return undefined;
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const folder = folders.slice(0, depth).join("/");
    if (git.has(folder)) return folder;
  }
  return undefined;
}
