import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { PROJECT_ROOT } from "../census/project-root.js";

/** A file of the sample corpus, as a repository would hold it. */
export interface CorpusFile {
  /** `OWNER/NAME`. */
  readonly repo: string;
  /** Inside the repository, with slashes on every system. */
  readonly path: string;
  readonly content: string;
}

/** The sample files, as folders OWNER/REPOSITORY. */
export const SAMPLE_CORPUS = join(PROJECT_ROOT, "samples", "corpus");

/** What is larger is not searched. Source: GitHub's page on the limits of its code search. */
export const LARGEST_FILE_BYTES = 350 * 1_024;

/**
 * The files under `FOLDER/OWNER/REPOSITORY/`, sorted by repository and path.
 *
 * Leaves out what GitHub's code search leaves out: files that are empty, over 350 KiB, binary or not UTF-8.
 * Files with the same content stay apart. A byte order mark and Windows line ends stay in the content.
 */
export function loadCorpus(folder: string = SAMPLE_CORPUS): readonly CorpusFile[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return found
    .flatMap((file) => maybeCorpusFile(file.slice(folder.length + 1).split(sep), file) ?? [])
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const keyOf = ({ repo, path }: CorpusFile): string => `${repo}/${path}`;

/** A file that lies in no repository belongs to the folder, not to the corpus. */
function maybeCorpusFile(parts: readonly string[], file: string): CorpusFile | undefined {
  const [owner, name, ...path] = parts;
  const content = path.length === 0 ? undefined : maybeText(readFileSync(file));
  return content === undefined ? undefined : { repo: `${owner}/${name}`, path: path.join("/"), content };
}

function maybeText(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0 || bytes.length > LARGEST_FILE_BYTES || bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
