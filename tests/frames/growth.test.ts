import { expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { rowsOf } from "../../src/frames/data-frame.js";
import { growth } from "../../src/frames/growth.js";
import { githubTable } from "./tables.js";

const query = { tool: "A", query: "import a", purposes: "global" };

test("divides the later count by the earlier, with the widest ends", () => {
  const before = githubTable([{ ...query, extensions: "py ipynb", shown: 1_000 }]);
  const after = githubTable([{ ...query, extensions: "ipynb py", shown: 2_000 }]);
  expect(rowsOf(growth(before, after))).toEqual([
    {
      row: 1,
      tool: "A",
      query: "import a",
      purposes: "global",
      before: 1_000,
      beforeLow: 950,
      beforeHigh: 1_049,
      after: 2_000,
      afterLow: 1_950,
      afterHigh: 2_049,
      ratio: 2,
      ratioLow: 1_950 / 1_049,
      ratioHigh: 2_049 / 950,
    },
  ]);
});

test("leaves out queries that only one of them asked", () => {
  const before = githubTable([{ ...query, shown: 5 }]);
  expect(rowsOf(growth(before, githubTable([{ ...query, extensions: "sh", shown: 5 }])))).toEqual([]);
  expect(rowsOf(growth(before, githubTable([{ ...query, query: "other", shown: 5 }])))).toEqual([]);
  expect(rowsOf(growth(githubTable([]), before))).toEqual([]);
});

test.each([
  ["the later count was not measured", 5, Number.NaN],
  ["the earlier count was not measured", Number.NaN, 5],
  ["the earlier count is 0", 0, 5],
])("has no ratio where %s", (_case, earlier, later) => {
  const change = growth(
    githubTable([{ ...query, shown: earlier }]),
    githubTable([{ ...query, shown: later }]),
  );
  expect(rowsOf(change)[0]).toMatchObject({
    before: earlier,
    after: later,
    ratio: Number.NaN,
    ratioLow: Number.NaN,
    ratioHigh: Number.NaN,
  });
});

test("of the study beside itself is 1 for each of its queries", () => {
  const { github } = openStudy();
  const rows = rowsOf<{ ratio: number }>(growth(github, github));
  expect(rows.map((row) => row.ratio)).toEqual(Array.from({ length: 21 }, () => 1));
});
