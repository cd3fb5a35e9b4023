import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DorkingConfiguration, SearchedTool } from "../../src/config/configuration.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { dorkingPlan } from "../../src/dorking/plan.js";

const toolNamed = (name: string, more: Partial<SearchedTool> = {}): SearchedTool => ({
  name,
  search: [name],
  with: [],
  without: [],
  ...more,
});
const mlflow = toolNamed("MLFlow");

function dorking(more: Partial<DorkingConfiguration>): DorkingConfiguration {
  const { companies = [{ name: "Netflix" }, { name: "Uber" }], tools = [mlflow] } = more;
  return {
    companies,
    tools,
    asStudied: true,
    figures: { companies: companies.map(({ name }) => name), tools: tools.map(({ name }) => name) },
    pace: { lowMs: 0, highMs: 0 },
    repeats: 1,
    source: "google-cse",
    ...more,
  };
}

/** Company and tool of each search in the text. */
function pairs(configuration: DorkingConfiguration): string[] {
  const searches = dorkingPlan(configuration).filter(({ place }) => place === "text");
  return searches.map(({ company, tool }) => `${company} ${tool}`);
}

describe("the plan of Google searches", () => {
  it("asks every company with every tool, in the title, then in the text", () => {
    expect(dorkingPlan(dorking({})).map(({ text }) => text)).toEqual([
      "allintitle: Netflix MLFlow",
      "allintext: Netflix MLFlow",
      "allintitle: Uber MLFlow",
      "allintext: Uber MLFlow",
    ]);
  });

  it("of the study is 176 searches, each once, those of its figures first, in its own words", () => {
    const { dorking: study } = loadConfiguration();
    const plan = dorkingPlan(study as DorkingConfiguration);
    expect(new Set(plan.map(({ text }) => text)).size).toBe(176);
    const first = new Set(plan.slice(0, 40).map(({ company, tool }) => `${company} ${tool}`));
    expect(first.size).toBe(20);
    for (const company of [
      "Netflix Metaflow",
      "Uber Michelangelo",
      "IBM IBM Watson Studio",
      "OpenAI WanDB",
    ]) {
      expect(first).toContain(company);
    }
    for (const company of ["Netflix", "Uber", "IBM", "OpenAI"]) {
      for (const tool of ["MLFlow", "Clear ML", "CML", "KubeFlow"])
        expect(first).toContain(`${company} ${tool}`);
    }
    expect(plan.map(({ text }) => text)).toContain("allintitle: Alibaba cloud Azure Machine Learning");
  });

  it("adds an own tool that is not among the tools for its company alone", () => {
    const companies = [{ name: "Alibaba", ownTool: "AIACC" }, { name: "Uber" }];
    expect(pairs(dorking({ companies }))).toEqual(["Alibaba MLFlow", "Alibaba AIACC", "Uber MLFlow"]);
  });

  it("says of each tool what it is to the company: its own, a public one, or another company's", () => {
    const companies = [{ name: "Netflix", ownTool: "Metaflow" }, { name: "Uber" }];
    const plan = dorkingPlan(dorking({ companies, tools: [mlflow, toolNamed("Metaflow")] }));
    const kinds = new Set(plan.map(({ company, tool, kind }) => `${company} ${tool} ${kind}`));
    expect([...kinds]).toEqual([
      "Netflix MLFlow public",
      "Netflix Metaflow own",
      "Uber MLFlow public",
      "Uber Metaflow other's",
    ]);
  });

  it("asks first what figures show, then their companies' other tools, then the other companies", () => {
    const tools = ["MLFlow", "Aim", "WanDB"].map((name) => toolNamed(name));
    const companies = [{ name: "AWS" }, { name: "OpenAI", usedTool: "WanDB" }];
    const figures = { companies: ["OpenAI"], tools: ["Aim"] };
    expect(pairs(dorking({ companies, tools, figures }))).toEqual([
      "OpenAI Aim",
      "OpenAI WanDB",
      "OpenAI MLFlow",
      "AWS Aim",
      "AWS MLFlow",
      "AWS WanDB",
    ]);
  });

  it("keeps the order of the figures for what they show", () => {
    const tools = ["MLFlow", "Aim", "WanDB"].map((name) => toolNamed(name));
    const companies = ["AWS", "OpenAI", "Uber"].map((name) => ({ name }));
    const figures = { companies: ["Uber", "AWS"], tools: ["WanDB", "MLFlow"] };
    expect(pairs(dorking({ companies, tools, figures })).slice(0, 5)).toEqual([
      "Uber WanDB",
      "Uber MLFlow",
      "AWS WanDB",
      "AWS MLFlow",
      "Uber Aim",
    ]);
  });

  it("asks a tool with two names once a name", () => {
    const tools = [toolNamed("W&B", { search: ["wandb", "Weights & Biases"] })];
    const plan = dorkingPlan(dorking({ companies: [{ name: "OpenAI" }], tools, asStudied: false }));
    expect(plan.map(({ text }) => text)).toEqual([
      "allintitle: OpenAI wandb",
      "allintext: OpenAI wandb",
      'allintitle: OpenAI "Weights & Biases"',
      'allintext: OpenAI "Weights & Biases"',
    ]);
  });

  it("gives a name that means other things its words", () => {
    const tools = [
      toolNamed("CML", { with: ["machine learning"], without: ["leukemia", "chronic myeloid"] }),
    ];
    const [first] = dorkingPlan(dorking({ tools }));
    expect(first?.text).toBe('allintitle: Netflix CML "machine learning" -leukemia -"chronic myeloid"');
  });

  it("asks the same, whatever comes first", () => {
    const tools = ["MLFlow", "Aim", "WanDB"].map((name) => toolNamed(name));
    const companies = ["AWS", "Uber", "IBM"].map((name) => ({ name }));
    const some = (names: readonly string[]) => fc.subarray([...names]);
    const shown = fc.record({
      companies: some(companies.map(({ name }) => name)),
      tools: some(tools.map(({ name }) => name)),
    });
    const all = pairs(dorking({ companies, tools })).toSorted();
    fc.assert(
      fc.property(shown, (figures) => {
        expect(pairs(dorking({ companies, tools, figures })).toSorted()).toEqual(all);
      }),
    );
  });
});
