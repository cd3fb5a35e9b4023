import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Count, countEstimatedByGoogle } from "../census/count.js";
import { DataFileError, findingText } from "../census/errors.js";
import { PLACES, TOOL_KINDS } from "../census/page-search.js";
import { PRACTICE } from "../census/practice.js";
import { PAGES_FILE } from "../census/run-files.js";
import { shownPath } from "../census/shown-path.js";
import { toolKey } from "../census/tool-key.js";
import { countOfCells } from "./count-cells.js";
import type { CountedPages, PageReading } from "./counted-pages.js";
import type { RunPlace } from "./find-run.js";
import { countFields, entryPractice, entryText, entryTime, loadEntries } from "./load-entries.js";

const COUNT = countFields("pages");

const READING = z.object({
  ...COUNT,
  repeat: z.int("a whole number from 1 up").min(1, "a whole number from 1 up"),
  time: entryTime,
  evidence: z
    .object({
      pages: z
        .array(z.object({ title: z.string("a text"), address: entryText }), "a list of pages")
        .default([]),
      correction: z.object({ text: entryText, isApplied: z.boolean("true or false") }).optional(),
    })
    .default({ pages: [] }),
});

const ENTRY = z.object({
  ...COUNT,
  company: entryText,
  tool: entryText,
  name: entryText,
  place: z.enum(PLACES, { error: `one of ${PLACES.join(", ")}` }),
  kind: z.enum(TOOL_KINDS, { error: `one of ${TOOL_KINDS.join(", ")}` }),
  isShown: z.boolean("true or false").default(false),
  isUsed: z.boolean("true or false").default(false),
  search: entryText,
  source: entryText.optional(),
  service: entryText.optional(),
  time: entryTime.optional(),
  readings: z.array(READING, "a list of readings").default([]),
  practice: entryPractice,
});

type Entry = z.output<typeof ENTRY>;

const FILE = z.array(ENTRY, "a list of entries").min(1, "at least one entry");

/**
 * The searches for pages of one run, `google/output.json` in its folder: one a name of a tool, company and place.
 *
 * Missing: undefined where the run has none; a number that is null or absent is NOT_MEASURED
 * Errors:  DataFileError with the entry and what was expected and found: the file is not of this form, holds a search
 *          twice, or tells of one tool at one company in two ways
 */
export function loadPagesIn({ folder, isPractice }: RunPlace): readonly CountedPages[] | undefined {
  const path = join(folder, PAGES_FILE);
  if (!existsSync(path)) return undefined;
  const shown = shownPath(path);
  const entries = loadEntries(path, FILE);
  requireDistinct(entries, shown);
  return entries.map((entry, number) => {
    const at = `${shown}: entry ${number + 1}`;
    const { company, tool, name, place, kind, isShown, isUsed, search, source, time } = entry;
    return {
      ...{ company, tool, name, place, kind, isShown, isUsed, search, source, time },
      count: countAt(entry, at),
      readings: entry.readings.map((reading, index) => readingOf(reading, `${at}, readings, ${index + 1}`)),
      isPractice: isPractice || entry.practice === true || entry.service === PRACTICE,
    };
  });
}

function readingOf(reading: Entry["readings"][number], place: string): PageReading {
  const { repeat, time, evidence } = reading;
  return { repeat, time, count: countAt(reading, place), ...evidence };
}

function countAt(cells: Pick<Entry, "number" | "low" | "high" | "reading">, place: string): Count {
  return countOfCells(cells, {
    place,
    countAsWritten: countEstimatedByGoogle,
    countRounded: countEstimatedByGoogle,
  });
}

/** Counted twice, a search would weigh twice; a tool of two kinds would be for and against the company's own. */
function requireDistinct(entries: readonly Entry[], shown: string): void {
  const searches = new Map<string, number>();
  const told = new Map<string, Entry>();
  for (const [place, entry] of entries.entries()) {
    const key = JSON.stringify([entry.company, toolKey(entry.tool)]);
    const search = JSON.stringify([key, entry.name, entry.place]);
    const [first, before] = [searches.get(search) ?? place, told.get(key) ?? entry];
    searches.set(search, first);
    told.set(key, before);
    const wrong = (expected: string, value: string) =>
      new DataFileError(findingText({ place: `${shown}: entry ${place + 1}`, expected, value }));
    if (first !== place) {
      throw wrong(`another company, tool, name or place than entry ${first + 1}`, "an equal entry");
    }
    if (before.tool !== entry.tool)
      throw wrong(`the tool's name as before, "${before.tool}"`, `"${entry.tool}"`);
    if (before.kind !== entry.kind)
      throw wrong(`the tool's kind as before, "${before.kind}"`, `"${entry.kind}"`);
  }
}
