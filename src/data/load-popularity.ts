import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Count, isMeasured, NOT_MEASURED } from "../census/count.js";
import { POPULARITY_FILE } from "../census/run-files.js";
import { toolKey } from "../census/tool-key.js";
import { countFields, entryPractice, entryText, entryTime, loadEntries } from "./load-entries.js";

/** A tool's repository and its stars, as a run found them. */
export interface ToolPopularity {
  readonly tool: string;
  /** As it was asked for. */
  readonly repository: string;
  readonly count: Count;
  /** Its name as GitHub gave it; this and the next three are absent where GitHub told nothing of it. */
  readonly fullName?: string;
  readonly forks?: number;
  /** ISO 8601, UTC. */
  readonly created?: string;
  readonly archived?: boolean;
  /** When GitHub was asked, ISO 8601 in UTC; absent where it was not. */
  readonly time?: string;
  readonly practice: boolean;
}

const WHOLE_TEXT = "a whole number from 0 up";
const whole = z.int(WHOLE_TEXT).min(0, WHOLE_TEXT);
const name = z.string("a name as OWNER/NAME").regex(/^[^/\s]+\/[^/\s]+$/, "a name as OWNER/NAME");

const FACTS = z.object(
  { fullName: name, forks: whole, created: entryTime, archived: z.boolean("true or false") },
  "what GitHub says of a repository",
);

const SHAPE = z.object({
  tool: entryText,
  repository: name,
  ...countFields("stars"),
  readings: z
    .array(
      z.object({ evidence: z.object({ repository: FACTS.optional() }).optional() }),
      "a list of readings",
    )
    .default([]),
  time: entryTime.optional(),
  practice: entryPractice,
});

type Entry = z.output<typeof SHAPE>;

const ENTRY = SHAPE.refine(
  holdsItsCount,
  "low <= number <= high with a reading, or null for what was not measured",
);

const ENTRIES = z
  .array(ENTRY, "a list of entries")
  .min(1, "at least one entry")
  .refine(areDistinct, "each tool once");

/**
 * The stars that a run counted: `popularity/output.json` in its folder. Undefined where there is none.
 *
 * Missing: number null or absent is NOT_MEASURED, never 0
 * Errors:  DataFileError with file and place when the file is not of this form
 */
export function loadPopularityIn(folder: string): readonly ToolPopularity[] | undefined {
  const path = join(folder, POPULARITY_FILE);
  if (!existsSync(path)) return undefined;
  return loadEntries(path, ENTRIES).map(popularityOf);
}

function popularityOf(entry: Entry): ToolPopularity {
  const { tool, repository, time: asked } = entry;
  const facts = entry.readings.findLast(({ evidence }) => evidence?.repository)?.evidence?.repository;
  return {
    tool,
    repository,
    count: countOf(entry),
    ...facts,
    ...(asked !== undefined && { time: asked }),
    practice: entry.practice ?? false,
  };
}

/** GitHub gives every digit: what says nothing else is exact. JSON has no Infinity, so that of a lower bound is left out. */
function countOf({ number, low, high, reading = "exact" }: Entry): Count {
  if (number === null || number === undefined) return NOT_MEASURED;
  const open = reading === "at least" ? Number.POSITIVE_INFINITY : number;
  return { value: number, low: low ?? number, high: high ?? open, reading };
}

function holdsItsCount(entry: Entry): boolean {
  const count = countOf(entry);
  if (!isMeasured(count)) return (entry.reading ?? "not measured") === "not measured";
  const isExact = count.reading !== "exact" || count.low === count.high;
  return count.reading !== "not measured" && count.low <= count.value && count.value <= count.high && isExact;
}

/** Two rows of one tool would be drawn as one, or as two tools. */
function areDistinct(entries: readonly Entry[]): boolean {
  return new Set(entries.map(({ tool }) => toolKey(tool))).size === entries.length;
}
