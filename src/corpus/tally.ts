import { z } from "zod";
import { LIMITS } from "./index-limits.js";

const whole = z.int().min(0);
const indexes = z.array(whole);
const amount = z.object({ files: whole, bytes: whole });

const foundFile = z.object({
  path: z.string(),
  repository: z.string().exactOptional(),
  bytes: whole,
  /** SHA-1 of the content. */
  digest: z.string(),
  /** Indexes of the queries that are found in it. */
  queries: indexes,
  /** Those found in the code cells of a notebook. */
  cells: indexes.exactOptional(),
  /** How often each of `queries` occurs, in their order. */
  occurrences: z.array(whole).exactOptional(),
  /** With limits: those that leave the file out, and what is found in its text within the limits of a line. */
  limited: z.object({ limits: z.array(z.enum(LIMITS)), queries: indexes }).exactOptional(),
});

const problem = z.object({
  kind: z.literal("problem"),
  path: z.string(),
  reason: z.string(),
  hides: z.enum(["nothing", "file", "more"]),
});

/** The form of a tally on the disk. */
export const tallySchema = z.object({
  files: whole,
  searched: amount,
  /** Searched files that are not text, which no query is found in. */
  notText: whole,
  /** Notebooks that were searched, and those of them that are no JSON. */
  notebooks: z.object({ files: whole, unreadable: whole }),
  /** By extension that a query searches. */
  extensions: z.record(z.string(), amount),
  found: z.array(foundFile),
  problems: z.array(problem),
  /** Problems beyond those listed, and those of them that hide something. */
  moreProblems: whole,
  moreHiding: whole,
  /** Archives below the first folder of a place, which stay closed as they do to a code search. */
  unopened: whole,
  /** Folders that git keeps. */
  repositories: z.array(z.string()),
  /** Whether a file lies directly in one of the first folders. */
  hasFileInFirstFolder: z.boolean(),
});

/** What was seen of a part of a corpus, as plain JSON. */
export type Tally = z.infer<typeof tallySchema>;
/** A file that one query at least is found in. */
export type FoundFile = z.infer<typeof foundFile>;

/** So many problems are listed of each unit; the rest are counted. */
export const MOST_PROBLEMS = 1_000;

export function emptyTally(): Tally {
  return {
    files: 0,
    searched: { files: 0, bytes: 0 },
    notText: 0,
    notebooks: { files: 0, unreadable: 0 },
    extensions: {},
    found: [],
    problems: [],
    moreProblems: 0,
    moreHiding: 0,
    unopened: 0,
    repositories: [],
    hasFileInFirstFolder: false,
  };
}
