import { describe, expect, it } from "vitest";
import { searchText } from "../../src/census/search-text.js";

describe("the text of a code search", () => {
  it("quotes a phrase and names one extension bare", () => {
    expect(searchText({ query: "cml check create", extensions: ["sh"] })).toBe(
      '"cml check create" path:*.sh',
    );
  });

  it("leaves a regular expression as it is and joins several extensions in parentheses", () => {
    expect(searchText({ query: "/import wandb|from wandb/", extensions: ["py", "ipynb"] })).toBe(
      "/import wandb|from wandb/ (path:*.py OR path:*.ipynb)",
    );
  });

  it("puts a backslash before each double quote and backslash of a phrase", () => {
    expect(searchText({ query: String.raw`say "hi" \n`, extensions: ["py"] })).toBe(
      String.raw`"say \"hi\" \\n" path:*.py`,
    );
  });

  it("takes a phrase with slashes inside for a phrase", () => {
    expect(searchText({ query: "iterative/setup-cml@v1", extensions: ["yml"] })).toBe(
      '"iterative/setup-cml@v1" path:*.yml',
    );
  });
});
