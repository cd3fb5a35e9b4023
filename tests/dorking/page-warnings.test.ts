import { describe, expect, it } from "vitest";
import type { DorkingConfiguration, SearchedTool } from "../../src/config/configuration.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { pageWarnings } from "../../src/dorking/page-warnings.js";

const study = loadConfiguration().dorking as DorkingConfiguration;
const tool = (name: string, more: Partial<SearchedTool> = {}): SearchedTool => ({
  name,
  search: [name],
  with: [],
  without: [],
  ...more,
});
const namesFor = (dorking: DorkingConfiguration, message: string) =>
  pageWarnings(dorking).find((warning) => warning.message.includes(message))?.names;

describe("the weak points of searches for pages", () => {
  it("are, in the study's, bare names, a short one and one that holds a company's", () => {
    expect(namesFor(study, "searched bare")).toEqual([
      "Alibaba cloud",
      "Clear ML",
      "Azure Machine Learning",
      "FBLearner Flow",
      "Amazon SageMaker",
      "IBM Watson Studio",
    ]);
    expect(namesFor(study, "So short a name")).toEqual(["CML"]);
    expect(namesFor(study, 'holds "IBM"')).toEqual(["IBM Watson Studio"]);
    expect(pageWarnings(study)).toHaveLength(3);
  });

  it("are gone where names are quoted, and have words beside them", () => {
    const tools = [tool("Clear ML"), tool("CML", { with: ["machine learning"] })];
    expect(pageWarnings({ ...study, asStudied: false, companies: [{ name: "Uber" }], tools })).toEqual([]);
  });

  it("are that totals can rise where words are left out", () => {
    const tools = [tool("Aim", { without: ["aim assist"] })];
    const dorking = { ...study, companies: [{ name: "Uber" }], tools };
    expect(namesFor(dorking, "can rise")).toEqual(["Aim"]);
  });

  it("find a company's name as words, not within one", () => {
    const companies = [{ name: "Aim", ownTool: "Aimless" }, { name: "Scale AI" }];
    const dorking = { ...study, asStudied: false, companies, tools: [tool("Scale-AI Nucleus")] };
    expect(pageWarnings(dorking).map(({ names }) => names)).toEqual([["Scale-AI Nucleus"]]);
  });
});
