import { describe, expect, it } from "vitest";
import { maybePattern } from "../../src/mining/pattern.js";

describe("a query between slashes", () => {
  it.each([
    ["/import wandb/", "import wandb"],
    [String.raw`/kubeflow\.org/v1beta1/`, String.raw`kubeflow\.org/v1beta1`],
    [String.raw`/a\\/`, String.raw`a\\`],
    ["//", ""],
  ])("%s holds the pattern %s", (query, pattern) => {
    expect(maybePattern(query)).toBe(pattern);
  });

  it.each([
    "cml check create",
    "iterative/setup-cml@v1",
    "/",
    "/open",
    "closed/",
    String.raw`/a\/`,
    String.raw`/a\\\/`,
    " /a/",
    "/a/i",
  ])("%s is no pattern", (query) => {
    expect(maybePattern(query)).toBeUndefined();
  });
});
