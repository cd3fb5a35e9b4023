import { describe, expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { CORRECTIONS } from "../../src/frames/corrections.js";
import { frameOf, rowsOf } from "../../src/frames/data-frame.js";
import { slipsOf } from "../../src/frames/slips-of.js";
import { LANDSCAPE_COLUMNS, SLIP_COLUMNS } from "../../src/frames/study-data.js";
import { githubTable } from "./tables.js";

const study = openStudy();

interface Slip {
  readonly id: string;
  readonly asPublished: string;
  readonly corrected: string;
}

describe("the slips of the published material", () => {
  const slips = rowsOf<Slip>(slipsOf(study));
  const slipOf = (id: string) => slips.find((slip) => slip.id === id);

  test.each([
    ["michelangelo-uber", "0.0083", "0.477"],
    ["titles-over-one", "3.99", "1.00"],
    ["others-clearml", "2,999 files, 68.2 %", "between 69.0 and 75.0 %"],
    ["others-kubeflow", "13,562 files, 94.8 %", "at least 98.3 %"],
    ["zero-counts", "0 for every query", "0 of the 21 counts in the result file are 0"],
    ["one-major-version", "720 files", "at least 720 files"],
    ["year-watson", "2011, 2010, 2011", "2010 to 2011"],
  ])("%s: %s becomes %s", (id, asPublished, corrected) => {
    expect(slipOf(id)).toMatchObject({ asPublished, corrected });
  });

  test("have a correction each, and none is left over", () => {
    expect(slips.map((slip) => slip.id).toSorted()).toEqual(Object.keys(CORRECTIONS).toSorted());
  });

  test("are corrected from the published counts, whichever run is looked at", () => {
    const github = githubTable([{ tool: "ClearML", purposes: "global", shown: 1 }]);
    expect(rowsOf(slipsOf({ ...study, github }))).toEqual(slips);
  });

  test("without their data, or unknown, are refused", () => {
    expect(() => slipsOf({ ...study, landscape: frameOf(LANDSCAPE_COLUMNS, []) })).toThrow(
      'Expected a row with {"tool":"Michelangelo"} in the landscape of Uber, found none.',
    );
    const unknown = { id: "new", what: "w", place: "p", asPublished: "1", explanation: "e" };
    expect(() => slipsOf({ ...study, slips: frameOf(SLIP_COLUMNS, [unknown]) })).toThrow('found "new"');
    expect(rowsOf(slipsOf({ ...study, slips: frameOf(SLIP_COLUMNS, []) }))).toEqual([]);
  });
});
