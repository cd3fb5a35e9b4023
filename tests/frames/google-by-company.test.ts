import { expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { frameOf, rowsOf } from "../../src/frames/data-frame.js";
import { googleByCompany } from "../../src/frames/google-by-company.js";
import { GOOGLE_COLUMNS } from "../../src/frames/study-data.js";
import { MISSING } from "./tables.js";

const ROW = {
  company: "C",
  tool: "T",
  kind: "own",
  text: 1_520,
  textLow: 1_515,
  textHigh: 1_524,
  textReading: "estimate",
  title: 0,
  titleLow: 0,
  titleHigh: 0,
  titleReading: "estimate",
};

test("gives text and title a row each", () => {
  const same = { company: "C", tool: "T", kind: "own" };
  expect(rowsOf(googleByCompany(frameOf(GOOGLE_COLUMNS, [ROW])))).toEqual([
    { ...same, place: "text", value: 1_520, low: 1_515, high: 1_524, reading: "estimate" },
    { ...same, place: "title", value: 0, low: 0, high: 0, reading: "estimate" },
  ]);
});

test("what was not measured says so, and stays apart from 0", () => {
  const none = { text: Number.NaN, textLow: Number.NaN, textHigh: Number.NaN, textReading: "not measured" };
  const rows = rowsOf(googleByCompany(frameOf(GOOGLE_COLUMNS, [{ ...ROW, ...none }])));
  expect(rows[0]).toEqual({ company: "C", tool: "T", kind: "own", place: "text", ...MISSING });
  expect(rows[1]).toMatchObject({ place: "title", value: 0, reading: "estimate" });
});

test("no pairs give no rows", () => {
  expect(rowsOf(googleByCompany(frameOf(GOOGLE_COLUMNS, [])))).toEqual([]);
});

test("the study's pages hold", () => {
  const rows = rowsOf<{ company: string; tool: string; kind: string; place: string; value: number }>(
    googleByCompany(openStudy().google),
  );
  expect(rows).toHaveLength(40);
  const own = rows
    .filter((row) => row.kind === "own")
    .map((row) => [row.company, row.tool, row.place, row.value]);
  expect(own).toEqual([
    ["Netflix", "Metaflow", "text", 14_200],
    ["Netflix", "Metaflow", "title", 601],
    ["Uber", "Michelangelo", "text", 218_000],
    ["Uber", "Michelangelo", "title", 255],
    ["IBM", "IBM Watson Studio", "text", 1_520_000],
    ["IBM", "IBM Watson Studio", "title", 2_690],
  ]);
});
