import { expect, it } from "vitest";
import { tableText } from "../../src/notebook/table.js";
import * as tables from "../../src/notebook/tables.js";

it.each(Object.entries(tables))(
  "The table %s has a heading of its own for each column",
  (_, { columns = {} }) => {
    const headings = Object.values(columns).map((heading) => heading.trim());
    expect(new Set(headings).size).toBe(headings.length);
  },
);

it("Factors have three digits, and a dash where there is none", () => {
  const rows = [{ ratio: 1.8 }, { ratio: 12 }, { ratio: Number.NaN }, { ratio: Number.POSITIVE_INFINITY }];
  const { cells } = tableText(rows, { caption: "c", factors: ["ratio"], dashes: ["ratio"] });
  expect(cells).toEqual([["1.80"], ["12.0"], ["–"], ["not bounded"]]);
});

it("An optional column is left out where no row has anything in it, and kept with its gaps where one has", () => {
  const options = { caption: "c", columns: { tool: "tool", forks: "forks" }, optional: ["forks"] };
  const without = [
    { tool: "A", forks: Number.NaN },
    { tool: "B", forks: "" },
  ];
  expect(tableText(without, options)).toMatchObject({ headings: ["tool"], cells: [["A"], ["B"]] });
  const some = [
    { tool: "A", forks: Number.NaN },
    { tool: "B", forks: 0 },
  ];
  expect(tableText(some, options).cells).toEqual([
    ["A", "not measured"],
    ["B", "0"],
  ]);
});
