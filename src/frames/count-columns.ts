import {
  type Count,
  isMeasured,
  NOT_MEASURED,
  READINGS,
  type Reading,
  sumOfCounts,
} from "../census/count.js";
import { DataShapeError } from "../census/errors.js";

/** The columns in which a frame holds a count. */
export const COUNT_COLUMNS = { value: "number", low: "number", high: "number", reading: "text" } as const;

interface CountCells {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly reading: string;
}

/**
 * The count in a row of a frame.
 *
 * Missing: NOT_MEASURED
 * Errors:  DataShapeError when the reading is unknown, says "not measured" of a number, or low <= value <= high does not hold
 */
export function countOf({ value, low, high, reading }: CountCells): Count {
  if (!isReading(reading)) {
    throw new DataShapeError(`Column reading: expected one of ${READINGS.join(", ")}, found "${reading}".`);
  }
  if (!isMeasured({ value })) return NOT_MEASURED;
  if (reading === "not measured") {
    throw new DataShapeError(`Expected a reading of the value ${value}, found "not measured".`);
  }
  if (!(low <= value && value <= high)) {
    throw new DataShapeError(
      `Expected low <= value <= high, found low ${low}, value ${value}, high ${high}.`,
    );
  }
  return { value, low, high, reading };
}

function isReading(text: string): text is Reading {
  return (READINGS as readonly string[]).includes(text);
}

/**
 * The sum of counts that belong together, such as the queries of one tool.
 *
 * Where one of them was not measured, what was measured is only a lower bound: `high` is Infinity and the reading "at
 * least". None, or none measured, gives NOT_MEASURED.
 */
export function completeSum(counts: readonly Count[]): Count {
  const sum = sumOfCounts(counts);
  if (!isMeasured(sum) || counts.every(isMeasured)) return sum;
  return { ...sum, high: Number.POSITIVE_INFINITY, reading: "at least" };
}
