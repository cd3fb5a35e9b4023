import { describe, expect, it } from "vitest";
import { maybePattern } from "../../src/census/pattern.js";

describe("a query between slashes", () => {
  it.each([
    ["/import wandb/", "import wandb"],
    [String.raw`/kubeflow\.org/v1beta1/`, String.raw`kubeflow\.org/v1beta1`],
    [String.raw`/a\\/`, String.raw`a\\`],
    ["//", ""],
  ])("%s holds the pattern %s", (query, pattern) => {
    expect(maybePattern(query)).toBe(pattern);
  });

  it("is read in time, whatever backslashes it holds", () => {
    const start = performance.now();
    expect(maybePattern(`/${"\\".repeat(200_000)}a/`)).toHaveLength(200_001);
    expect(performance.now() - start).toBeLessThan(1_000);
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
