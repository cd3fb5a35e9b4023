import { expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { rowsOf } from "../../src/frames/data-frame.js";
import { googleByCompany } from "../../src/frames/google-by-company.js";
import { ownAgainstPublic } from "../../src/frames/own-against-public.js";
import { googleTable } from "./page-tables.js";

const NONE = Number.NaN;
const against = (...rows: Parameters<typeof googleTable>[0]) =>
  rowsOf<Record<string, unknown>>(ownAgainstPublic(googleByCompany(googleTable(rows))));

test("sets the own tool beside the sum of the public ones, with the share's interval", () => {
  const [title, text] = against(
    { tool: "Own", kind: "own", text: 1_000, title: 3 },
    { tool: "A", text: 2_000, title: 1 },
    { tool: "B", text: 100, title: 0 },
    { tool: "Theirs", kind: "other's", text: 5_000, title: 9 },
  );
  const same = { company: "C", ownTool: "Own", note: "" };
  const estimate = { reading: "estimate", publicReading: "estimate" };
  expect(title).toEqual({
    ...same,
    ...estimate,
    place: "title",
    ...{ value: 3, low: 3, high: 3, publicValue: 1, publicLow: 1, publicHigh: 1 },
    ...{ share: 0.75, shareLow: 0.75, shareHigh: 0.75 },
  });
  expect(text).toEqual({
    ...same,
    ...estimate,
    place: "text",
    ...{ value: 1_000, low: 995, high: 1_004, publicValue: 2_100, publicLow: 2_095, publicHigh: 2_104 },
    ...{ share: 1_000 / 3_100, shareLow: 995 / 3_099, shareHigh: 1_004 / 3_099 },
  });
});

test("a public tool that was not measured leaves the share without a lower end", () => {
  const [title] = against({ tool: "Own", kind: "own", title: 3 }, { tool: "A", title: 1 }, { tool: "B" });
  expect(title).toMatchObject({ publicValue: 1, publicHigh: Number.POSITIVE_INFINITY, share: 0.75 });
  expect(title).toMatchObject({ publicReading: "at least", shareLow: 0, shareHigh: 0.75 });
});

test("says why there is no share", () => {
  const share = { share: NONE, shareLow: NONE, shareHigh: NONE };
  expect(against({ tool: "A", text: 1, title: 1 })[0]).toMatchObject({ ...share, note: "no own tool" });
  expect(against({ tool: "Own", kind: "own" }, { tool: "A", title: 1 })[0]).toMatchObject({
    ...share,
    note: "own tool not measured",
  });
  expect(against({ tool: "Own", kind: "own", title: 1 })[0]).toMatchObject({
    ...share,
    note: "no public tool measured",
  });
  expect(against({ tool: "Own", kind: "own", title: 0 }, { tool: "A", title: 0 })[0]).toMatchObject({
    ...share,
    note: "no pages",
  });
  expect(against()).toEqual([]);
});

test("the study's own tools lead in the titles where there are any", () => {
  const rows = rowsOf<{ company: string; place: string; share: number; note: string }>(
    ownAgainstPublic(googleByCompany(openStudy().google)),
  ).filter((row) => row.place === "title");
  expect(rows.map((row) => [row.company, row.note])).toEqual([
    ["Netflix", ""],
    ["Uber", ""],
    ["IBM", ""],
    ["OpenAI", "no own tool"],
  ]);
  expect(rows[0]?.share).toBeCloseTo(601 / 602, 10);
});
