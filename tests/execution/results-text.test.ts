import { describe, expect, it } from "vitest";
import type { ResultRow } from "../../src/collect/result-row.js";
import { resultsText } from "../../src/execution/results-text.js";
import type { CodeFields } from "../../src/mining/code-questions.js";

const row = {
  query: "q",
  extensions: ["py"],
  search: "q path:*.py",
  address: "https://github.com/search",
  source: "github-web",
  service: "https://github.com",
  readFrom: [],
  remarks: [],
  readings: [],
} as const;

const EXACT: ResultRow<CodeFields> = {
  ...row,
  tool: "mlflow",
  purpose: ["global"],
  number: 12,
  low: 12,
  high: 12,
  reading: "exact",
  outcome: "counted",
};
const ROUNDED: ResultRow<CodeFields> = { ...EXACT, tool: "Wandb", number: 1_100, low: 1_050, high: 1_149 };
const FAILED: ResultRow<CodeFields> = {
  ...row,
  tool: "cml",
  purpose: ["logging", "metric"],
  number: null,
  reading: "not measured",
  outcome: "failed",
};

describe("the end table of a collection", () => {
  it("has each query's count, its interval, and what came of it", () => {
    expect(resultsText([EXACT, ROUNDED, FAILED], false).split("\n")).toEqual([
      "What came of each query",
      "no.  tool    purpose                 files  between      outcome",
      "  1  MLflow  global                     12               counted",
      "  2  W&B     global                  1,100  1,050–1,149  counted",
      "  3  CML     logging, metric  not measured               failed",
    ]);
  });

  it("has no column of intervals where every count is exact, and says practice where it is", () => {
    expect(resultsText([EXACT], true).split("\n")).toEqual([
      "PRACTICE, sample files, not GitHub: What came of each query",
      "no.  tool    purpose  files  outcome",
      "  1  MLflow  global      12  counted",
    ]);
  });
});
