import { describe, expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { countsByPurpose } from "../../src/frames/counts-by-purpose.js";
import { rowsOf } from "../../src/frames/data-frame.js";
import { partsOfUse } from "../../src/frames/parts-of-use.js";
import { githubTable, type ShortRow } from "./tables.js";

const NONE = { value: Number.NaN, low: Number.NaN, high: Number.NaN };
const NO_SHARE = { share: Number.NaN, shareLow: Number.NaN, shareHigh: Number.NaN };

const partsOf = (rows: readonly ShortRow[]) => rowsOf(partsOfUse(countsByPurpose(githubTable(rows))));

describe("parts of use", () => {
  test("are shares of the tool's files, and others what the purposes leave", () => {
    const parts = partsOf([
      { tool: "A", purposes: "global", shown: 1_000 },
      { tool: "A", purposes: "metric", shown: 250 },
    ]);
    expect(parts).toEqual([
      { tool: "A", part: "logging", ...NONE, ...NO_SHARE },
      {
        tool: "A",
        part: "metric",
        value: 250,
        low: 250,
        high: 250,
        share: 0.25,
        shareLow: 250 / 1_049,
        shareHigh: 250 / 950,
      },
      { tool: "A", part: "tuning", ...NONE, ...NO_SHARE },
      {
        tool: "A",
        part: "others",
        value: 750,
        low: 700,
        high: 799,
        share: 0.75,
        shareLow: 1 - 250 / 950,
        shareHigh: 1 - 250 / 1_049,
      },
    ]);
  });

  test("leave others negative where the purposes overlap so far", () => {
    const parts = partsOf([
      { tool: "A", purposes: "global", shown: 10 },
      { tool: "A", purposes: "logging metric tuning", shown: 8 },
    ]);
    expect(parts.at(-1)).toMatchObject({ part: "others", value: -14, share: 1 - 24 / 10 });
  });

  test("have no share where the global count was not measured, or is 0", () => {
    const notMeasured = partsOf([{ tool: "A", purposes: "metric", shown: 8 }]);
    expect(notMeasured[1]).toMatchObject({ part: "metric", value: 8, ...NO_SHARE });
    expect(notMeasured[3]).toEqual({ tool: "A", part: "others", ...NONE, ...NO_SHARE });
    const zero = partsOf([
      { tool: "A", purposes: "global", shown: 0 },
      { tool: "A", purposes: "metric", shown: 0 },
    ]);
    expect(zero[1]).toMatchObject({ value: 0, ...NO_SHARE });
  });

  test("do not call everything others where no purpose was measured", () => {
    const parts = partsOf([{ tool: "A", purposes: "global", shown: 10 }]);
    expect(parts.at(-1)).toEqual({ tool: "A", part: "others", ...NONE, ...NO_SHARE });
  });

  test("of no tools are none", () => {
    expect(partsOf([])).toEqual([]);
  });

  test("of the study hold", () => {
    const rows = rowsOf<{ part: string; value: number }>(partsOfUse(countsByPurpose(openStudy().github)));
    const others = rows.filter((row) => row.part === "others").map((row) => row.value);
    expect(others).toEqual([417, 2_999, 27_100, 13_562, 77_600]);
  });
});
