import { RunError } from "./errors.js";
import { shownPath } from "./shown-path.js";

const FULL = "there is no room left. Make room on the disk";
const NOT_ALLOWED = "it may not be written to. Get the right to write there (chmod u+w), or move the project";

/** What is wrong and what to do, by the system's code. */
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: "your share of the disk is used up. Make room in it",
  EFBIG: "the file would be larger than the disk allows. Make room on another disk",
  EROFS: "the disk is read-only. Make it writable, or move the project",
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  ENOENT: "it is gone. Leave the run's folder in place while it is collected",
  ENOTDIR: "a file is where a folder is needed. Move it away",
  EEXIST: "something else has its name. Move it away",
  EISDIR: "a folder is where a file is needed. Move it away",
  EIO: "the disk fails. Check it",
  ENAMETOOLONG: "its name is too long for the disk. Name the run shorter",
  ELOOP: "its links lead in a circle. Remove one of them",
  EMFILE: "too many files are open. End other programs",
  ENFILE: "too many files are open. End other programs",
  EBUSY: "another program holds it. End that",
};

/** The system's own, and those by which Node says them where it looks first: ERR_FS_EISDIR. */
const SYSTEM_CODE = /^(ERR_FS_)?E(?!RR_)[A-Z0-9]+$/;

/**
 * What is wrong with the disk and what to do: "there is no room left. Make room on the disk (ENOSPC)".
 *
 * Missing: undefined where the error is none of the system's own
 */
export function maybeDiskFault(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (!(error instanceof Error) || code === undefined || !SYSTEM_CODE.test(code)) return undefined;
  const name = code.replace(/^ERR_FS_/, "");
  return `${WORDS[name] ?? "the system refuses to write it. Mend that"} (${name})`;
}

/** The error of a run whose file cannot be written. Anything but the system's own errors is handed back as it is. */
export function diskError(error: unknown, path: string): unknown {
  const fault = maybeDiskFault(error);
  if (fault === undefined) return error;
  return new RunError(
    `${shownPath(path)}: expected to read and write this, and ${fault}. ` +
      "Then start again: what was counted is kept, and only the rest is asked.",
  );
}

/** Does something to the disk. Errors: RunError with what to do where the disk refuses. */
export function onDisk<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw diskError(error, path);
  }
}
