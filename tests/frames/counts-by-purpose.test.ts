import { describe, expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { countsByPurpose } from "../../src/frames/counts-by-purpose.js";
import { rowsOf } from "../../src/frames/data-frame.js";
import { githubTable, MISSING } from "./tables.js";

interface Row {
  readonly tool: string;
  readonly purpose: string;
  readonly value: number;
}

describe("counts by purpose", () => {
  test("add each count to every purpose of its query, and give every tool all four purposes", () => {
    const github = githubTable([
      { tool: "A", purposes: "global", shown: 40 },
      { tool: "A", purposes: "logging metric", shown: 3 },
      { tool: "A", purposes: "metric", shown: 1_100 },
    ]);
    expect(rowsOf(countsByPurpose(github))).toEqual([
      { tool: "A", purpose: "global", value: 40, low: 40, high: 40, reading: "exact" },
      { tool: "A", purpose: "logging", value: 3, low: 3, high: 3, reading: "exact" },
      { tool: "A", purpose: "metric", value: 1_103, low: 1_053, high: 1_152, reading: "rounded" },
      { tool: "A", purpose: "tuning", ...MISSING },
    ]);
  });

  test("of queries that were not measured are not measured", () => {
    const rows = rowsOf<Row>(
      countsByPurpose(githubTable([{ tool: "A", purposes: "global logging metric tuning" }])),
    );
    expect(rows).toEqual(
      ["global", "logging", "metric", "tuning"].map((purpose) => ({ tool: "A", purpose, ...MISSING })),
    );
  });

  test("of no queries are none", () => {
    expect(rowsOf(countsByPurpose(githubTable([])))).toEqual([]);
  });

  test("of the study hold, and what it had no query for is not measured", () => {
    const rows = rowsOf<Row>(countsByPurpose(openStudy().github));
    const valuesOf = (purpose: string) =>
      rows.filter((row) => row.purpose === purpose).map((row) => row.value);
    expect(valuesOf("metric")).toEqual([303, 1_136, 19_300, 246, 93_000]);
    expect(valuesOf("logging")).toEqual([Number.NaN, 265, 14_000, 246, 12_000]);
    expect(valuesOf("tuning")).toEqual([Number.NaN, Number.NaN, Number.NaN, 246, 14_400]);
  });
});
