import { join } from "node:path";
import { diskError, onDisk } from "../census/disk-error.js";
import type { FailurePage } from "../census/outcome.js";
import type { FileSystem } from "./file-system.js";
import { keepName, makeFolder, writeNew } from "./write-bytes.js";

/** The folder of kept pages, in that of a run. */
const PAGES_FOLDER = "pages";

/**
 * Keeps a page on which something went wrong: `07-1.html` is the first of the seventh query, with `07-1.png` beside it
 * where there is a picture. No file is ever written over.
 *
 * Returns: the names from the run's folder, as in `pages/07-1.html`
 * Errors:  RunError where the disk refuses
 */
export function saveFailurePage(
  files: FileSystem,
  folder: string,
  { position, page }: { position: number; page: FailurePage },
): string[] {
  const pages = join(folder, PAGES_FOLDER);
  onDisk(pages, () => makeFolder(files, pages));
  const name = saveUnderFreeName(files, pages, { position, html: page.html });
  const saved = [`${PAGES_FOLDER}/${name}.html`];
  if (page.screenshot !== undefined) {
    const path = join(pages, `${name}.png`);
    const picture = page.screenshot;
    onDisk(path, () => writeNew(files, path, picture, "w"));
    saved.push(`${PAGES_FOLDER}/${name}.png`);
  }
  keepName(files, join(pages, name));
  return saved;
}

function saveUnderFreeName(
  files: FileSystem,
  pages: string,
  { position, html }: { position: number; html: string },
): string {
  for (let failure = 1; ; failure++) {
    const name = `${String(position).padStart(2, "0")}-${failure}`;
    const path = join(pages, `${name}.html`);
    try {
      writeNew(files, path, html, "wx");
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw diskError(error, path);
    }
  }
}
