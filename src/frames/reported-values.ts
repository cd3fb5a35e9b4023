import { computedValues } from "./computed-values.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { REPORTED_COLUMNS, type StudyData } from "./study-data.js";

export const CHECK_COLUMNS = {
  id: "text",
  description: "text",
  reported: "number",
  computed: "number",
  unit: "text",
  holds: "flag",
} as const;

/** At least one value that the study reports does not come out of its data again. */
export class ReportedValueError extends Error {
  override readonly name = "ReportedValueError";
}

/**
 * The study's own values beside the same values computed from the published data, whichever run is looked at.
 *
 * Returns: one row a value: id, description, reported, computed, unit, holds (they differ by rounding at most)
 * Missing: NaN reported (the study had no query) holds only where the computed one is NaN too
 * Errors:  ReportedValueError when the data set reports a value that nothing here computes
 */
export function checkReportedValues(study: StudyData): Frame {
  const computed = computedValues(study);
  const rows = checkedRows(study.reported, REPORTED_COLUMNS).map((row) => {
    const value = computed.get(row.id);
    if (value === undefined) {
      const known = [...computed.keys()].join(", ");
      throw new ReportedValueError(
        `Expected a reported value that can be computed (${known}), found "${row.id}".`,
      );
    }
    return {
      id: row.id,
      description: row.description,
      reported: row.value,
      computed: value,
      unit: row.unit,
      holds: isSame({ reported: row.value, computed: value, tolerance: row.tolerance }),
    };
  });
  return frameOf(CHECK_COLUMNS, rows);
}

/**
 * The number of values checked, where every one holds.
 *
 * Errors: ReportedValueError that lists each value which does not hold; also where there is none to check
 */
export function requireReportedValues(study: StudyData): number {
  const rows = checkedRows(checkReportedValues(study), CHECK_COLUMNS);
  const failures = rows.filter((row) => !row.holds);
  if (rows.length === 0) {
    throw new ReportedValueError("Expected values of the study to check, found none.");
  }
  if (failures.length === 0) return rows.length;
  const lines = failures.map(
    ({ id, description, reported, computed, unit }) =>
      `  - ${id} (${description}): the study has ${valueText(reported, unit)}, computed ${valueText(computed, unit)}`,
  );
  throw new ReportedValueError(
    [`${failures.length} of ${rows.length} values of the study do not hold:`, ...lines].join("\n"),
  );
}

interface Comparison {
  readonly reported: number;
  readonly computed: number;
  readonly tolerance: number;
}

function isSame({ reported, computed, tolerance }: Comparison): boolean {
  if (Number.isNaN(reported) || Number.isNaN(computed))
    return Number.isNaN(reported) && Number.isNaN(computed);
  return Math.abs(reported - computed) <= tolerance;
}

function valueText(value: number, unit: string): string {
  return Number.isNaN(value) ? "not measured" : `${value} ${unit}`;
}
