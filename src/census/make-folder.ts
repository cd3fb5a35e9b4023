import nodeFiles from "node:fs";
import { dirname } from "node:path";
import { diskError } from "./disk-error.js";
import { RunError } from "./errors.js";
import { shownPath } from "./shown-path.js";

interface MakeFolderOptions {
  readonly files?: Pick<typeof nodeFiles, "mkdirSync">;
  /** Rights of the folders that are made. */
  readonly mode?: number;
}

/**
 * Makes a folder and those above it, where they are missing. Returns the first that was made, or undefined.
 *
 * Errors: RunError with what is true: Node itself says of a read-only disk that the folder is not there
 */
export function makeFolders(
  folder: string,
  { files = nodeFiles, mode = 0o777 }: MakeFolderOptions = {},
): string | undefined {
  try {
    return files.mkdirSync(folder, { recursive: true, mode });
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw diskError(error, folder);
    return makeEach(folder, { files, mode });
  }
}

/** One by one, so that the system says of each what is wrong with it. */
function makeEach(folder: string, options: Required<MakeFolderOptions>): string {
  try {
    options.files.mkdirSync(folder, { mode: options.mode });
    return folder;
  } catch (error) {
    // Nothing can be made in it, and yet its name is taken.
    if (hasCode(error, "EEXIST")) throw danglingLink(folder);
    const above = dirname(folder);
    if (!hasCode(error, "ENOENT") || above === folder) throw diskError(error, folder);
    const first = makeEach(above, options);
    makeEach(folder, options);
    return first;
  }
}

function danglingLink(path: string): RunError {
  return new RunError(
    `${shownPath(path)}: expected a folder, found a link to one that is not there. ` +
      "Make that folder, or remove the link. Then start again.",
  );
}

function hasCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === code;
}
