import { expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { frameOf, rowsOf } from "../../src/frames/data-frame.js";
import { YEAR_COLUMNS } from "../../src/frames/study-data.js";
import { yearsOfTools } from "../../src/frames/years-of-tools.js";

const UNKNOWN = { repositoryYear: Number.NaN };

const row = (reportYear: number, timelineYear: number, sheetYear: number, repositoryYear = Number.NaN) => ({
  tool: "A",
  by: "company",
  reportYear,
  timelineYear,
  sheetYear,
  repositoryYear,
});

test("takes the report's year, and the range over the three records, of which the repository is none", () => {
  const years = frameOf(YEAR_COLUMNS, [
    row(2011, 2010, 2011, 2020),
    row(2018, 2018, 2018),
    row(2015, Number.NaN, 2016),
  ]);
  expect(rowsOf(yearsOfTools(years))).toEqual([
    { tool: "A", by: "company", year: 2011, low: 2010, high: 2011, differs: true, repositoryYear: 2020 },
    { tool: "A", by: "company", year: 2018, low: 2018, high: 2018, differs: false, ...UNKNOWN },
    { tool: "A", by: "company", year: 2015, low: 2015, high: 2016, differs: true, ...UNKNOWN },
  ]);
});

test("a tool without any record has no year, and no tools have no rows", () => {
  const none = frameOf(YEAR_COLUMNS, [row(Number.NaN, Number.NaN, Number.NaN)]);
  expect(rowsOf(yearsOfTools(none))).toEqual([
    {
      tool: "A",
      by: "company",
      year: Number.NaN,
      low: Number.NaN,
      high: Number.NaN,
      differs: false,
      ...UNKNOWN,
    },
  ]);
  expect(rowsOf(yearsOfTools(frameOf(YEAR_COLUMNS, [])))).toEqual([]);
});

test("the study's records differ for two tools", () => {
  const years = rowsOf<{ tool: string; differs: boolean }>(yearsOfTools(openStudy().years));
  expect(years).toHaveLength(11);
  expect(years.filter((year) => year.differs).map((year) => year.tool)).toEqual([
    "IBM Watson Studio",
    "Metaflow",
  ]);
});
