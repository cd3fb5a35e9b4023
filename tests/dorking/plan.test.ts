import { describe, expect, it } from "vitest";
import { dorkingPlan } from "../../src/dorking/plan.js";

const pace = { lowMs: 0, highMs: 0 };
const mlflow = { name: "MLFlow", search: ["MLFlow"] };

describe("the plan of Google searches", () => {
  it("asks every company with every tool, in the title, then in the text", () => {
    const companies = [{ name: "Netflix" }, { name: "Uber" }];
    const plan = dorkingPlan({ companies, tools: [mlflow], asStudied: true, pace });
    expect(plan.map(({ text }) => text)).toEqual([
      "allintitle: Netflix MLFlow",
      "allintext: Netflix MLFlow",
      "allintitle: Uber MLFlow",
      "allintext: Uber MLFlow",
    ]);
  });

  it("adds an own tool that is not among the tools for its company alone", () => {
    const companies = [{ name: "Alibaba", ownTool: "AIACC" }, { name: "Uber" }];
    const plan = dorkingPlan({ companies, tools: [mlflow], asStudied: true, pace });
    const pairs = plan
      .filter(({ place }) => place === "text")
      .map(({ company, tool }) => `${company} ${tool}`);
    expect(pairs).toEqual(["Alibaba MLFlow", "Alibaba AIACC", "Uber MLFlow"]);
  });

  it("asks an own tool that is among the tools once, and marks it for its company alone", () => {
    const companies = [{ name: "Netflix", ownTool: "Metaflow" }, { name: "Uber" }];
    const tools = [mlflow, { name: "Metaflow", search: ["Metaflow"] }];
    const plan = dorkingPlan({ companies, tools, asStudied: true, pace });
    expect(plan).toHaveLength(8);
    const own = plan.filter(({ isOwnTool }) => isOwnTool);
    expect(new Set(own.map(({ company, tool }) => `${company} ${tool}`))).toEqual(
      new Set(["Netflix Metaflow"]),
    );
  });

  it("asks a tool with two names once a name", () => {
    const tools = [{ name: "W&B", search: ["wandb", "Weights & Biases"] }];
    const plan = dorkingPlan({ companies: [{ name: "OpenAI" }], tools, asStudied: false, pace });
    expect(plan.map(({ text }) => text)).toEqual([
      "allintitle: OpenAI wandb",
      "allintext: OpenAI wandb",
      'allintitle: OpenAI "Weights & Biases"',
      'allintext: OpenAI "Weights & Biases"',
    ]);
  });
});
