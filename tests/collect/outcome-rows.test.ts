import { describe, expect, it, test } from "vitest";
import { problemRows, readFromText, remarkRows, stopText } from "../../src/collect/outcome-rows.js";
import type { ResultRow } from "../../src/collect/result-row.js";
import type { CodeFields } from "../../src/mining/code-questions.js";
import { codeOutcomeRows } from "../../src/mining/code-rows.js";

const counted: ResultRow<CodeFields> = {
  tool: "Wandb",
  query: "/import wandb/",
  extensions: ["py"],
  purpose: ["global"],
  number: 100_000,
  low: 100_000,
  reading: "at least",
  outcome: "counted",
  search: "/import wandb/ path:*.py",
  address: "https://github.com/search",
  source: "github-web",
  service: "https://github.com",
  readFrom: ["page data", "page text"],
  remarks: ["Results were left out."],
  readings: [],
};
const { low: _, ...withoutLow } = counted;
const failed: ResultRow<CodeFields> = {
  ...withoutLow,
  number: null,
  reading: "not measured",
  outcome: "failed",
  reason: "The page did not come in 30 s.",
  readFrom: [],
  remarks: [],
  pages: ["pages/02-1.html"],
};

test("a stop is told with what to do, where that is known", () => {
  expect(stopText({ reason: "the day's searches are used up.", advice: "Start again tomorrow." })).toBe(
    "The run stopped: the day's searches are used up. Start again tomorrow.",
  );
  expect(stopText({ reason: "signed out" })).toBe("The run stopped: signed out");
});

describe("the tables of what came of a collection", () => {
  it("give a count with its interval, and NaN, never 0, where there is none", () => {
    expect(codeOutcomeRows({ rows: [counted, failed] })).toMatchObject([
      {
        number: 1,
        files: 100_000,
        low: 100_000,
        high: Number.POSITIVE_INFINITY,
        "read from": "page data, page text",
      },
      { number: 2, files: Number.NaN, low: Number.NaN, high: Number.NaN, outcome: "failed" },
    ]);
  });

  it("say once where counts were read, where all were read alike, and by row where not", () => {
    const alike = { rows: [counted, counted, failed] };
    expect(readFromText(alike)).toBe("Each count was read from: page data, page text.");
    expect(codeOutcomeRows(alike).some((row) => "read from" in row)).toBe(false);
    const other: ResultRow<CodeFields> = { ...counted, readFrom: ["page text"] };
    const unlike = { rows: [counted, other] };
    expect(readFromText(unlike)).toBe("");
    expect(codeOutcomeRows(unlike).map((row) => row["read from"])).toEqual([
      "page data, page text",
      "page text",
    ]);
  });

  it("say of each query without a count what happened and what to do", () => {
    const [problem, ...more] = problemRows({ rows: [counted, failed] });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ number: 2, "what happened": failed.reason });
    expect(problem?.["what to do"]).toMatch(/Start again.*pages\/02-1\.html/);
  });

  it("say that a query was not reached, and count one with too few readings as a problem", () => {
    const { reason: _, pages: __, ...notAsked } = { ...failed, outcome: "not asked" as const };
    const stop = { reason: "The service refuses." };
    expect(problemRows({ rows: [notAsked], stop })[0]?.["what happened"]).toBe(
      "not asked, since the run stopped before",
    );
    expect(problemRows({ rows: [{ ...counted, reason: "time-out" }] })).toHaveLength(1);
  });

  it("list every remark with its query", () => {
    expect(remarkRows({ rows: [failed, counted] })).toMatchObject([
      { number: 2, tool: "Wandb", "what to know": "Results were left out." },
    ]);
  });
});
