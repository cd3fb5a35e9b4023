import { describe, expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { frameOf, rowsOf } from "../../src/frames/data-frame.js";
import { checkReportedValues, requireReportedValues } from "../../src/frames/reported-values.js";
import { REPORTED_COLUMNS, type StudyData } from "../../src/frames/study-data.js";
import { githubTable } from "./tables.js";

const study = openStudy();

interface Row {
  readonly id: string;
  readonly holds: boolean;
}

const reporting = (id: string, value: number): StudyData => ({
  ...study,
  reported: frameOf(REPORTED_COLUMNS, [
    { id, description: "a value", value, unit: "files", tolerance: 0, source: "a table" },
  ]),
});

describe("the values that the study reports", () => {
  test("hold, every one", () => {
    const rows = rowsOf<Row>(checkReportedValues(study));
    expect(rows.filter((row) => !row.holds)).toEqual([]);
    expect(requireReportedValues(study)).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(40);
  });

  test("do not hold beside another count: each that fails is named with both values", () => {
    const rows = rowsOf<{ tool: string; purposes: string; value: number }>(study.publishedGithub);
    const changed = rows.map((row) => ({ ...row, shown: row.value === 720 ? 721 : row.value }));
    const error = expect.objectContaining({
      name: "ReportedValueError",
      message: expect.stringMatching(
        /^3 of 56 values.*global\.cml \(files that use CML\): the study has 720 files, computed 721 files.*- total .*- others\.cml/s,
      ),
    });
    expect(() => requireReportedValues({ ...study, publishedGithub: githubTable(changed) })).toThrow(error);
  });

  test("are checked on the published counts, whichever run is looked at", () => {
    const github = githubTable([{ tool: "cml", purposes: "global", shown: 1 }]);
    expect(requireReportedValues({ ...study, github })).toBe(56);
  });

  test("that were not measured hold only where nothing is computed either", () => {
    expect(requireReportedValues(reporting("tuning.cml", Number.NaN))).toBe(1);
    expect(() => requireReportedValues(reporting("tuning.cml", 0))).toThrow(
      "the study has 0 files, computed not measured",
    );
    expect(() => requireReportedValues(reporting("metric.cml", Number.NaN))).toThrow(
      "the study has not measured, computed 303 files",
    );
  });

  test("that nothing computes are an error, and so is a check of nothing", () => {
    expect(() => checkReportedValues(reporting("gloabl.cml", 720))).toThrow('found "gloabl.cml"');
    expect(() => requireReportedValues({ ...study, reported: frameOf(REPORTED_COLUMNS, []) })).toThrow(
      "found none",
    );
  });
});
