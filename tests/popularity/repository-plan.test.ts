import { describe, expect, it } from "vitest";
import type { RepositoryQuery } from "../../src/census/repository-query.js";
import { planOf } from "../../src/collect/plan.js";
import { repositoryPlanLines } from "../../src/popularity/repository-plan-lines.js";
import { repositoryPlanRows } from "../../src/popularity/repository-rows.js";

const pace = { lowMs: 1_000, highMs: 2_000 };

describe("a plan of repositories", () => {
  const asker = {
    textOf: ({ repository }: { repository: string }) => `GET ${repository}`,
    addressOf: ({ repository }: { repository: string }) => `https://github.com/${repository}`,
    maybeRefusal: () => undefined,
    requestsFor: () => 1,
  };
  const queries = [{ tool: "CML", repository: "iterative/cml" }];
  const plan = planOf<RepositoryQuery>({ queries, asker, pace, repeats: 1 });

  it("names each with its address", () => {
    expect(repositoryPlanLines(plan)).toEqual(["    1  CML  https://github.com/iterative/cml"]);
    expect(repositoryPlanRows(plan)).toEqual([
      { number: 1, tool: "CML", repository: "iterative/cml", address: "https://github.com/iterative/cml" },
    ]);
  });
});
