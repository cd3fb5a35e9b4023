import { describe, expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { correctedSearches } from "../../src/frames/corrected-searches.js";
import { rowsOf } from "../../src/frames/data-frame.js";
import { normalisedPages } from "../../src/frames/normalised-pages.js";
import { overThreshold } from "../../src/frames/over-threshold.js";
import { precision } from "../../src/frames/precision.js";
import { rankAgreement } from "../../src/frames/rank-agreement.js";
import { repeatedSearches } from "../../src/frames/repeated-searches.js";
import { toolsFound } from "../../src/frames/tools-found.js";
import { googleTable, readingTable, reviewTable } from "./page-tables.js";

const NONE = Number.NaN;
const study = openStudy();

describe("normalised pages", () => {
  const normalised = (...rows: Parameters<typeof googleTable>[0]) =>
    rowsOf<Record<string, unknown>>(normalisedPages(googleTable(rows))).map(
      ({ tool, textShare, textShareLow, textShareHigh, titleShare, kept, certain }) => ({
        ...{ tool, textShare, textShareLow, textShareHigh, titleShare, kept, certain },
      }),
    );

  test("divide by the company's largest, with the interval that both counts leave", () => {
    const rows = normalised(
      { tool: "A", text: 2_000, title: 3 },
      { tool: "B", text: 100, title: 4 },
      { tool: "D", text: 900, title: 0 },
      { company: "other", tool: "A", text: 9, title: 9 },
    );
    const whole = { textShare: 1, textShareLow: 1, textShareHigh: 1 };
    expect(rows).toEqual([
      { tool: "A", ...whole, titleShare: 0.75, kept: 1, certain: true },
      {
        tool: "B",
        textShare: 0.05,
        textShareLow: 100 / 2_004,
        textShareHigh: 100 / 1_995,
        titleShare: 1,
        kept: 0,
        certain: false,
      },
      {
        tool: "D",
        textShare: 0.45,
        textShareLow: 900 / 2_004,
        textShareHigh: 900 / 1_995,
        titleShare: 0,
        kept: 1,
        certain: true,
      },
      { tool: "A", ...whole, titleShare: 1, kept: 1, certain: true },
    ]);
  });

  test("say nothing of what was not measured, nor where all is 0", () => {
    const nothing = { textShare: NONE, textShareLow: NONE, textShareHigh: NONE, kept: NONE, certain: false };
    expect(normalised({ tool: "A" }, { tool: "B", title: 5 })).toEqual([
      { tool: "A", ...nothing, titleShare: NONE },
      { tool: "B", ...nothing, titleShare: 1 },
    ]);
    expect(normalised({ tool: "A", text: 0, title: 0 })).toEqual([
      { tool: "A", ...nothing, titleShare: NONE },
    ]);
    expect(normalised()).toEqual([]);
  });
});

describe("the tools found", () => {
  const found = (...rows: Parameters<typeof googleTable>[0]) =>
    rowsOf(toolsFound(normalisedPages(googleTable(rows))));

  test("are those over the threshold, in order, with how many it could be", () => {
    const rows = found(
      { tool: "A", text: 100 },
      { tool: "B", text: 2_000 },
      { tool: "D", text: 300 },
      { tool: "E", text: 3 },
      { tool: "F" },
      { company: "other", tool: "A", title: 4 },
    );
    expect(rows).toEqual([
      { company: "C", tools: "B, D", found: 2, low: 2, high: 3, measured: 4 },
      { company: "other", tools: "", found: NONE, low: NONE, high: NONE, measured: 0 },
    ]);
    expect(found()).toEqual([]);
  });
});

test("What is over the threshold is listed in order, with what the interval may put over it", () => {
  const normalised = normalisedPages(
    googleTable([
      { tool: "A", text: 100 },
      { tool: "B", text: 2_000 },
      { company: "other", tool: "A", text: 7 },
      { tool: "D", text: 300 },
      { tool: "E", text: 3 },
      { tool: "F" },
    ]),
  );
  const rows = rowsOf<Record<string, unknown>>(overThreshold(normalised));
  expect(rows.map(({ company, tool, certain }) => [company, tool, certain])).toEqual([
    ["C", "B", true],
    ["C", "D", true],
    ["C", "A", false],
    ["other", "A", true],
  ]);
});

describe("the agreement of ranks", () => {
  const agreement = (...rows: Parameters<typeof googleTable>[0]) => rowsOf(rankAgreement(googleTable(rows)));

  test("counts the tools measured in both, and is 1 for the same order, -1 for the reverse", () => {
    const rows = agreement(
      { tool: "A", text: 1, title: 10 },
      { tool: "B", text: 2, title: 20 },
      { tool: "D", text: 3, title: 30 },
      { tool: "E", text: 4 },
      { company: "other", tool: "A", text: 1, title: 3 },
      { company: "other", tool: "B", text: 2, title: 2 },
      { company: "other", tool: "D", text: 3, title: 1 },
    );
    expect(rows).toEqual([
      { company: "C", tools: 3, rho: 1 },
      { company: "other", tools: 3, rho: -1 },
      { company: "all companies", tools: 6, rho: expect.closeTo(0, 10) },
    ]);
  });

  test("is not known for fewer than three tools, nor for a constant column", () => {
    expect(agreement({ tool: "A", text: 1, title: 1 }, { tool: "B", text: 2, title: 2 })).toEqual([
      { company: "C", tools: 2, rho: NONE },
      { company: "all companies", tools: 2, rho: NONE },
    ]);
    const zeros = ["A", "B", "D"].map((tool, place) => ({ tool, text: place, title: 0 }));
    expect(agreement(...zeros)[0]).toEqual({ company: "C", tools: 3, rho: NONE });
    expect(agreement({ tool: "A" }, { tool: "B" })[0]).toEqual({ company: "C", tools: 0, rho: NONE });
    expect(agreement()).toEqual([]);
  });

  test("does not depend on the order of tools with equal counts", () => {
    const rows = [
      { tool: "A", text: 5, title: 0 },
      { tool: "B", text: 1, title: 0 },
      { tool: "D", text: 9, title: 4 },
      { tool: "E", text: 3, title: 0 },
    ];
    expect(agreement(...rows)).toEqual(agreement(...rows.toReversed()));
  });
});

describe("repeated searches", () => {
  test("give the days, the middle and the ends of their readings", () => {
    const frame = readingTable([
      { name: "a", time: "2026-01-01T10:00:00Z", number: 1_200 },
      { name: "a", repeat: 2, time: "2026-01-02T10:00:00Z", number: 1_500 },
      { name: "a", repeat: 3, time: "2026-01-02T11:00:00Z" },
      { name: "b", time: "2026-01-01T10:00:00Z", number: 7 },
      { name: "d", time: "2026-01-01T10:00:00Z" },
      { name: "d", repeat: 2, time: "2026-01-02T10:00:00Z" },
    ]);
    const same = { company: "C", tool: "T", place: "text" };
    const nothing = { median: NONE, least: NONE, greatest: NONE, low: NONE, high: NONE };
    expect(rowsOf(repeatedSearches(frame))).toEqual([
      {
        ...same,
        name: "a",
        search: "allintext: C a",
        ...{ days: 2, readings: 3, measured: 2 },
        ...{ median: 1_350, least: 1_200, greatest: 1_500, low: 1_195, high: 1_504 },
      },
      { ...same, name: "d", search: "allintext: C d", days: 2, readings: 2, measured: 0, ...nothing },
    ]);
    expect(rowsOf(repeatedSearches(readingTable([])))).toEqual([]);
  });
});

describe("corrected searches", () => {
  test("are listed once a correction, whether it was applied or suggested", () => {
    const time = "2026-01-01T10:00:00Z";
    const frame = readingTable([
      { name: "a", time, number: 1, correction: "other a" },
      { name: "a", repeat: 2, time, number: 1, correction: "other a" },
      { name: "a", repeat: 3, time, number: 1, correction: "other a", isApplied: true },
      { name: "b", time, number: 1 },
    ]);
    const row = { company: "C", tool: "T", name: "a", place: "text", search: "allintext: C a" };
    expect(rowsOf(correctedSearches(frame))).toEqual([
      { ...row, correction: "other a", isApplied: false, readings: 2 },
      { ...row, correction: "other a", isApplied: true, readings: 1 },
    ]);
    expect(rowsOf(correctedSearches(readingTable([])))).toEqual([]);
  });
});

describe("precision", () => {
  test("counts all, each company, each pair, and never mixes reviewers", () => {
    const frame = reviewTable([
      { tool: "A", relevant: 1 },
      { tool: "A", relevant: 0 },
      { tool: "A" },
      { tool: "B", reviewer: "other" },
    ]);
    const half = { reviewed: 2, relevant: 1, share: 0.5, waiting: 1 };
    const ends = { low: expect.closeTo(0.0945, 4), high: expect.closeTo(0.9055, 4) };
    const none = { reviewed: 0, relevant: 0, share: NONE, low: 0, high: 1, waiting: 1 };
    expect(rowsOf(precision(frame))).toEqual([
      { reviewer: "R", company: "", tool: "", ...half, ...ends },
      { reviewer: "R", company: "C", tool: "", ...half, ...ends },
      { reviewer: "R", company: "C", tool: "A", ...half, ...ends },
      { reviewer: "other", company: "", tool: "", ...none },
      { reviewer: "other", company: "C", tool: "", ...none },
      { reviewer: "other", company: "C", tool: "B", ...none },
    ]);
    expect(rowsOf(precision(reviewTable([])))).toEqual([]);
  });

  test("of the study's pairs is 4 of 9 at Netflix and 4 of 7 at Uber", () => {
    const rows = rowsOf<{ company: string; tool: string; reviewed: number; relevant: number }>(
      precision(study.reviews),
    ).filter((row) => row.tool === "");
    expect(rows.map((row) => [row.company, row.relevant, row.reviewed])).toEqual([
      ["", 8, 16],
      ["Netflix", 4, 9],
      ["Uber", 4, 7],
    ]);
  });
});
