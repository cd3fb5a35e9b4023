import { expect, it, vi } from "vitest";

vi.mock("../../src/figures/shared-renderer.js", () => ({ sharedRenderer: { drawAhead: () => {} } }));

it("The published study is called itself, and names its source for growth", async () => {
  vi.stubEnv("CENSUS_RUN", "");
  const { openStudy } = await import("../../src/notebook/open-notebook-study.js");
  const study = openStudy();
  expect(study.isComparable).toBe(false);
  expect(study.isPractice).toBe(false);
  expect(study.comparison).toBe("This is the published study itself: set CENSUS_RUN to set a run beside it.");
  expect(study.sources.growth).toBe(study.sources.github);
  vi.unstubAllEnvs();
});
