import nodeFiles, { existsSync } from "node:fs";
import { join } from "node:path";
import { PRACTICE_FOLDER } from "../census/run-files.js";
import { REPRODUCTION_RUN } from "../sources/run-place.js";

/** How often it is tried again where another reproduction put its run there at the same moment. */
const TRIES = 10;

type Files = Pick<typeof nodeFiles, "mkdirSync" | "renameSync">;

/**
 * The practice run that a notebook made takes the place of the last reproduction's, which goes into the draft's folder,
 * to be removed with that.
 */
export function publishPractice(root: string, draft: string, files: Files = nodeFiles): void {
  const made = join(draft, REPRODUCTION_RUN);
  if (!existsSync(made)) return;
  const place = join(root, PRACTICE_FOLDER, REPRODUCTION_RUN);
  files.mkdirSync(join(root, PRACTICE_FOLDER), { recursive: true });
  for (let tries = 1; ; tries++) {
    moveAside(files, place, join(draft, `replaced-${tries}`));
    try {
      files.renameSync(made, place);
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "";
      if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(code) || tries === TRIES) throw error;
    }
  }
}

function moveAside(files: Files, place: string, aside: string): void {
  try {
    files.renameSync(place, aside);
  } catch (error) {
    // There was none, or another reproduction was quicker.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
