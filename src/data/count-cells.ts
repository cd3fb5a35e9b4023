import { type Count, NOT_MEASURED, type Reading } from "../census/count.js";
import { DataFileError, findingText } from "../census/errors.js";

/** What a result file says of a number. */
export interface CountCells {
  readonly number?: number | null | undefined;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly reading?: Reading | undefined;
}

interface CountContext {
  /** The file and the entry in it, for errors. */
  readonly place: string;
  /** The count behind a number of which nothing else is known. */
  readonly countAsWritten: (number: number) => Count;
  /** The count behind a number that is said to be rounded, without ends. */
  readonly countRounded: (number: number) => Count;
}

/**
 * The count in an entry of a result file.
 *
 * Missing: NOT_MEASURED for null or nothing
 * Errors:  DataFileError where number, ends and reading contradict each other
 */
export function countOfCells(cells: CountCells, context: CountContext): Count {
  const { number, reading } = cells;
  const { place, countAsWritten, countRounded } = context;
  const wrong = (expected: string, value: string) =>
    new DataFileError(findingText({ place, expected, value }));
  const ends = given(cells);
  const isMissing = number === null || number === undefined;
  if (isMissing !== (reading === "not measured") && (reading === "not measured" || reading !== undefined)) {
    throw wrong(
      'a number with its reading, or null with "not measured"',
      `number ${number}, reading "${reading}"`,
    );
  }
  if (isMissing) {
    if (Object.keys(ends).length === 0) return NOT_MEASURED;
    throw wrong("no low and high where there is no number", JSON.stringify(ends));
  }
  if (Object.keys(ends).length === 0 && (reading === undefined || reading === "rounded")) {
    return reading === undefined ? countAsWritten(number) : countRounded(number);
  }
  const { low, high } = { ...endsBy(reading, number), ...ends };
  if (Number.isNaN(low) || Number.isNaN(high)) throw wrong("both low and high", JSON.stringify(ends));
  if (!(low <= number && number <= high)) {
    throw wrong("low <= number <= high", `low ${low}, number ${number}, high ${high}`);
  }
  if (reading === "exact" && low !== high)
    throw wrong("equal low and high for an exact number", `${low} and ${high}`);
  return { value: number, low, high, reading: reading ?? (low === high ? "exact" : "rounded") };
}

/** The ends that a reading leaves by itself; NaN where they must be given. JSON has no Infinity, so a file leaves it out. */
function endsBy(reading: Reading | undefined, number: number): { low: number; high: number } {
  if (reading === "exact") return { low: number, high: number };
  if (reading === "at least") return { low: number, high: Number.POSITIVE_INFINITY };
  if (reading === "at most") return { low: 0, high: number };
  return { low: Number.NaN, high: Number.NaN };
}

function given({ low, high }: CountCells): { low?: number; high?: number } {
  return { ...(typeof low === "number" ? { low } : {}), ...(typeof high === "number" ? { high } : {}) };
}
