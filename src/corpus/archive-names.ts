import { type Problem, problem, type RepositoryMark } from "./corpus-entry.js";

export interface ArchiveName {
  /** Absent where the file is not counted. */
  readonly path?: string;
  /** What the name tells beside it. */
  readonly told: readonly (RepositoryMark | Problem)[];
}

/** Reads the names in one archive. Nothing is ever written or opened under them. */
export class ArchiveNames {
  readonly #kept = new Set<string>();

  read(name: string): ArchiveName {
    const parts = name.split("/").filter((part) => part !== "" && part !== ".");
    const path = parts.join("/");
    const git = parts.indexOf(".git");
    if (git >= 0) return { told: this.#mark(parts.slice(0, git).join("/")) };
    if (path === "") return { told: [] };
    if (path.includes("\ufffd")) return { told: [problem(path, "its name is not UTF-8", "file")] };
    const leadsOut = parts.includes("..") || /^([/\\]|[a-z]:)/i.test(name);
    return {
      path,
      told: leadsOut
        ? [problem(path, "its name leads out of the archive; it is counted under that name", "nothing")]
        : [],
    };
  }

  #mark(path: string): readonly RepositoryMark[] {
    if (this.#kept.has(path)) return [];
    this.#kept.add(path);
    return [{ kind: "repository", path }];
  }
}
