import { expect, it } from "vitest";
import { OUTCOME_TABLES, PLAN_TABLES } from "../../src/notebook/collection-tables.js";
import { countTables } from "../../src/notebook/practice-tables.js";

const counts = { totals: { caption: "Files", percent: ["share"] } };

it("Tables of practice say so in their captions, and are written as before", () => {
  expect(countTables(counts, true)).toEqual({
    totals: { caption: "PRACTICE, sample files, not GitHub: Files", percent: ["share"] },
  });
  expect(countTables(counts, false)).toEqual(counts);
});

it("A collection's tables of counts say so, those of its plan, which is GitHub's, do not", () => {
  expect(OUTCOME_TABLES.code(true).outcomes.caption).toMatch(/^PRACTICE, sample files/);
  expect(OUTCOME_TABLES.pages(true).outcomes.caption).toMatch(/^PRACTICE, sample pages/);
  expect(OUTCOME_TABLES.repositories(true).outcomes.caption).toMatch(/^PRACTICE, made-up/);
  expect(PLAN_TABLES.searches.caption).not.toMatch(/practice/i);
});
