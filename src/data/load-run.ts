import { join } from "node:path";
import { z } from "zod";
import { type Count, countShownByGitHub, exactCount } from "../census/count.js";
import { DataFileError, findingText } from "../census/errors.js";
import { PRACTICE } from "../census/practice.js";
import { PURPOSES } from "../census/purpose.js";
import type { MiningQuery } from "../census/query.js";
import { RESULT_FILE } from "../census/run-files.js";
import { shownPath } from "../census/shown-path.js";
import { toolKey } from "../census/tool-key.js";
import { countOfCells } from "./count-cells.js";
import type { RunPlace } from "./find-run.js";
import { countFields, entryPractice, entryText, entryTime, loadEntries } from "./load-entries.js";

/** A query and how many files it found. */
export interface MinedCount extends MiningQuery {
  readonly count: Count;
  /** When it was counted, ISO 8601 in UTC; absent where the file does not say. */
  readonly time?: string;
  /** The service that was asked: an address, or "practice"; absent where the file does not say. */
  readonly service?: string;
}

function listOf<Item extends z.ZodType>(item: Item, error: string) {
  return z.union([item.transform((one) => [one]), z.array(item).min(1)], { error });
}

const areDistinct = (values: readonly string[]) => new Set(values).size === values.length;

const ENTRY = z.object({
  tool: entryText,
  query: entryText,
  extensions: listOf(
    z.string().regex(/^[\w+-]+$/, "an extension without dot or star"),
    "an extension without dot or star, or a list of them",
  ),
  purpose: listOf(z.enum(PURPOSES), `one of ${PURPOSES.join(", ")}, or a list of them`).refine(
    areDistinct,
    "each purpose once",
  ),
  ...countFields("files"),
  time: entryTime.optional(),
  service: entryText.optional(),
  practice: entryPractice,
});

const RUN = z.array(ENTRY, "a list of entries").min(1, "at least one entry");

type Entry = z.output<typeof ENTRY>;

/**
 * The counts of one collection, in the form of the study's own result file: `output.json` in its folder.
 *
 * Each entry: tool, query, extensions and purpose (a text or a list each), number (files); low, high and reading where
 * the collector knows them. Without them a number that GitHub's page can have shown is taken for abbreviated from 1,000
 * up, and any other for exact.
 *
 * Missing: number null or absent is NOT_MEASURED
 * Errors:  DataFileError when the file is absent or not of this form
 */
export function loadRunIn({ folder, isPractice }: RunPlace): readonly MinedCount[] {
  const path = join(folder, RESULT_FILE);
  const shown = shownPath(path);
  const entries = loadEntries(path, RUN);
  requireDistinct(entries, shown);
  return entries.map((entry, place) => ({
    tool: entry.tool,
    query: entry.query,
    extensions: entry.extensions,
    purposes: entry.purpose,
    count: countOfEntry(entry, `${shown}: entry ${place + 1}`),
    ...(entry.time !== undefined && { time: entry.time }),
    ...serviceOf(entry, isPractice),
  }));
}

/** Practice stays practice, wherever its file is put. */
function serviceOf({ service, practice }: Entry, isPractice: boolean): Pick<MinedCount, "service"> {
  if (isPractice || practice) return { service: PRACTICE };
  return service === undefined ? {} : { service };
}

/** Counted twice, a search would be added twice; a tool that goes by two names would be two tools. */
function requireDistinct(entries: readonly Entry[], shown: string): void {
  const searches = new Map<string, number>();
  const names = new Map<string, string>();
  for (const [place, { tool, query, extensions }] of entries.entries()) {
    const search = JSON.stringify([toolKey(tool), query, [...new Set(extensions)].sort()]);
    const first = searches.get(search) ?? place;
    const name = names.get(toolKey(tool)) ?? tool;
    searches.set(search, first);
    names.set(toolKey(tool), name);
    const at = `${shown}: entry ${place + 1}`;
    if (first !== place) {
      const expected = `another tool, query or extensions than entry ${first + 1}`;
      throw new DataFileError(findingText({ place: at, expected, value: "an equal entry" }));
    }
    if (name !== tool) {
      throw new DataFileError(
        findingText({ place: at, expected: `the tool's name as before, "${name}"`, value: `"${tool}"` }),
      );
    }
  }
}

function countOfEntry(entry: Entry, place: string): Count {
  return countOfCells(entry, { place, countAsWritten, countRounded: countShownByGitHub });
}

/** A number that GitHub's page cannot have abbreviated so has all of its digits. */
function countAsWritten(number: number): Count {
  const shown = countShownByGitHub(number);
  return number % (shown.high - shown.low + 1) === 0 ? shown : exactCount(number);
}
