import { describe, expect, it } from "vitest";
import { warningRows } from "../../src/collect/plan-rows.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { codePlanLines } from "../../src/mining/code-plan-lines.js";
import { codePlanRows } from "../../src/mining/code-rows.js";
import { codePlanOf } from "../collect/plan-of.js";

const { mining } = loadConfiguration();
const study = codePlanOf(mining.queries, mining);
const query = { tool: "cml", query: "cml check create", extensions: ["sh"], purposes: ["metric"] } as const;

describe("a plan of searches of code", () => {
  it("says once why queries are not asked, with their numbers, and neither searches nor warns of them", () => {
    const refused = { ...query, query: "refused" };
    const plan = codePlanOf([refused, query, { ...refused, tool: "MLflow" }]);
    expect(codePlanLines(plan).slice(-4)).toEqual([
      "",
      "NOT ASKED: It cannot be asked.",
      "    1  cml     metric",
      "    3  MLflow  metric",
    ]);
    expect(codePlanLines(plan).join()).not.toContain('"refused"');
    expect(codePlanRows(plan).map(({ number }) => number)).toEqual([2]);
    expect(warningRows(plan)).toEqual([
      { queries: "1, 3", tool: "cml, MLflow", "what to know": "Not asked: It cannot be asked." },
    ]);
  });

  it("says once what to know of several queries, with their numbers", () => {
    const weak = { ...query, query: "/import clearml/" };
    expect(warningRows(codePlanOf([weak, query, { ...weak, extensions: ["ipynb"] }]))).toEqual([
      { queries: "1, 3", tool: "cml", "what to know": expect.stringContaining("names that go on") },
    ]);
  });

  it("holds every search text, address and weak point for a terminal", () => {
    const text = codePlanLines(study).join("\n");
    expect(text).toContain("! ");
    for (const entry of study.entries) {
      expect(text).toContain(`${entry.text}\n`);
      expect(text).toContain(entry.address);
    }
  });

  it("has one row a search", () => {
    expect(codePlanRows(codePlanOf([query]))).toEqual([
      {
        number: 1,
        tool: "cml",
        purpose: "metric",
        "search text": '"cml check create" path:*.sh',
        address: "https://github.com/search?q=%22cml%20check%20create%22%20path%3A*.sh&type=code",
      },
    ]);
  });
});
