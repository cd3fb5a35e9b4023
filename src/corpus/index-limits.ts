import { LARGEST_FILE_BYTES } from "../practice/corpus.js";

/** What a code search's index leaves out. */
export interface IndexLimits {
  readonly largestFileBytes: number;
  /** A file with more than one line over so many bytes is left out. */
  readonly longLineBytes: number;
  /** Of each line, only so many characters are searched. */
  readonly searchedLineCharacters: number;
  /** A file below a folder of this name is somebody else's code; in lower case. */
  readonly vendoredFolders: readonly string[];
}

/** Why an index does not find a file that a query is in. */
export const LIMITS = ["too large", "long lines", "cut lines", "not text", "vendored"] as const;
export type Limit = (typeof LIMITS)[number];

/**
 * GitHub's own limits.
 *
 * Source: GitHub's page on the limits of its code search; its folders of other people's code are those of
 * github-linguist that lie anywhere in a repository, and Python's own
 */
export const GITHUB_LIMITS: IndexLimits = {
  largestFileBytes: LARGEST_FILE_BYTES,
  longLineBytes: 4_096,
  searchedLineCharacters: 1_024,
  vendoredFolders: [
    "node_modules",
    "bower_components",
    "vendor",
    "vendors",
    "third_party",
    "third-party",
    "thirdparty",
    "3rdparty",
    "3rd_party",
    "extern",
    "external",
    "site-packages",
    "dist-packages",
  ],
};

/** The limits that leave a whole file out; cut lines never do. */
export function limitsOn(
  path: string,
  bytes: Buffer,
  isText: boolean,
  limits: IndexLimits,
): readonly Limit[] {
  const folders = path.toLowerCase().split("/").slice(0, -1);
  const holds: Readonly<Record<Limit, boolean>> = {
    "too large": bytes.length > limits.largestFileBytes,
    "long lines": longLines(bytes, limits.longLineBytes) > 1,
    "cut lines": false,
    "not text": !isText,
    vendored: folders.some((folder) => limits.vendoredFolders.includes(folder)),
  };
  return LIMITS.filter((limit) => holds[limit]);
}

/** The text without what stands behind the last searched character of a line; undefined where no line is longer. */
export function maybeCutLines(bytes: Buffer, characters: number): Buffer | undefined {
  if (longLines(bytes, characters) === 0) return undefined;
  const lines = bytes.toString("utf8").split("\n");
  return Buffer.from(lines.map((line) => cut(line, characters)).join("\n"));
}

function longLines(bytes: Buffer, longest: number): number {
  let count = 0;
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    if (end - start > longest) count += 1;
    start = end + 1;
  }
  return count;
}

/** A character beyond U+FFFF is one, though JavaScript counts two. */
function cut(line: string, characters: number): string {
  return line.length <= characters ? line : [...line.slice(0, 2 * characters)].slice(0, characters).join("");
}
