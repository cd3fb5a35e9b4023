import { z } from "zod";
import { READINGS } from "../census/count.js";
import { DataFileError, findingText } from "../census/errors.js";
import { shownPath } from "../census/shown-path.js";
import { parseJson } from "./load-data-package.js";
import { readText } from "./read-text.js";

const TEXT = "a text that is not blank";

/** Fields that entries of every result file have. */
export const entryText = z.string(TEXT).regex(/\S/, TEXT);
export const entryTime = z.iso.datetime("a time such as 2026-01-31T12:00:00.000Z");
export const entryPractice = z.literal(true, "true, or nothing").optional();

/** The fields of a count. Input: what is counted, in the plural */
export function countFields(what: string) {
  const expected = `a whole number of ${what} from 0 up, or null where not measured`;
  const number = z.int(expected).min(0, expected).nullish();
  const reading = z.enum(READINGS, { error: `one of ${READINGS.join(", ")}` }).optional();
  return { number, low: number, high: number, reading };
}

/** Longer values would hide the message that they stand in. */
const LONGEST_VALUE = 200;

/**
 * The entries of a result file.
 *
 * Errors: DataFileError with each place, what was expected and found: the file is absent, no JSON, or not of its form
 */
export function loadEntries<Entry>(path: string, form: z.ZodType<readonly Entry[]>): readonly Entry[] {
  const shown = shownPath(path);
  const parsed = form.safeParse(parseJson(readText(path), shown), { reportInput: true });
  if (parsed.success) return parsed.data;
  const findings = parsed.error.issues.map((issue) =>
    findingText({
      place: `${shown}: ${placeText(issue.path)}`,
      expected: issue.message,
      value: shortened(JSON.stringify(issue.input) ?? "nothing"),
    }),
  );
  throw new DataFileError(findings.join("\n"));
}

/** Whoever reads a list counts from 1. */
function placeText([entry, ...rest]: readonly PropertyKey[]): string {
  if (entry === undefined) return "the whole file";
  const places = rest.map((part) => (typeof part === "number" ? part + 1 : String(part)));
  return [`entry ${Number(entry) + 1}`, ...places].join(", ");
}

function shortened(value: string): string {
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}
