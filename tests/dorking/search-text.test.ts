import { describe, expect, it } from "vitest";
import { searchText } from "../../src/dorking/search-text.js";

describe("the text of a Google search", () => {
  it.each([
    ["title", "allintitle: Netflix MLFlow"],
    ["text", "allintext: Netflix MLFlow"],
  ] as const)("in the %s is the study's", (place, text) => {
    expect(searchText({ company: "Netflix", name: "MLFlow", place }, true)).toBe(text);
  });

  it("leaves names of several words bare as studied", () => {
    const search = { company: "Alibaba cloud", name: "Azure Machine Learning", place: "title" } as const;
    expect(searchText(search, true)).toBe("allintitle: Alibaba cloud Azure Machine Learning");
  });

  it("quotes names of several words else, and those alone", () => {
    const search = { company: "Alibaba cloud", name: "MLFlow", place: "text" } as const;
    expect(searchText(search, false)).toBe('allintext: "Alibaba cloud" MLFlow');
  });
});
