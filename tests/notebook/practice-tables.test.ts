import { expect, it } from "vitest";
import { collectionTables } from "../../src/notebook/collection-tables.js";
import { countTables } from "../../src/notebook/practice-tables.js";

const counts = { totals: { caption: "Files", percent: ["share"] } };

it("Tables of practice say so in their captions, and are written as before", () => {
  expect(countTables(counts, true)).toEqual({
    totals: { caption: "PRACTICE, sample files, not GitHub: Files", percent: ["share"] },
  });
  expect(countTables(counts, false)).toEqual(counts);
});

it("A collection's tables of counts say so, those of its plan, which is GitHub's, do not", () => {
  const { outcomes, searches } = collectionTables(true);
  expect(outcomes.caption).toMatch(/^PRACTICE/);
  expect(searches.caption).not.toMatch(/practice/i);
});
