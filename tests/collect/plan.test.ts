import { describe, expect, it } from "vitest";
import type { PageSearch } from "../../src/census/page-search.js";
import type { RepositoryQuery } from "../../src/census/repository-query.js";
import { planOf } from "../../src/collect/plan.js";
import { codePlanRows, pagePlanRows, repositoryPlanRows, warningRows } from "../../src/collect/plan-rows.js";
import { codePlanLines, pagePlanLines, repositoryPlanLines } from "../../src/collect/plan-text.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { dorkingPlan } from "../../src/dorking/plan.js";
import { searchAddress } from "../../src/dorking/search-address.js";
import { codePlanOf } from "./plan-of.js";

const { mining, dorking } = loadConfiguration();
const study = codePlanOf(mining.queries, mining);
const query = { tool: "cml", query: "cml check create", extensions: ["sh"], purposes: ["metric"] } as const;
const pace = { lowMs: 1_000, highMs: 2_000 };

const pageAsker = {
  textOf: ({ text }: PageSearch) => text,
  addressOf: ({ text }: PageSearch) => searchAddress(text),
  maybeRefusal: ({ text }: PageSearch) => (text.length > 60 ? "It is too long." : undefined),
  requestsFor: () => 1,
};
const pages = planOf({ queries: dorking ? dorkingPlan(dorking) : [], asker: pageAsker, pace, repeats: 1 });

describe("a plan", () => {
  it("of the study searches GitHub 21 times in 42 requests, at 10 to 30 s between", () => {
    expect(study).toMatchObject({ searches: 21, requests: 42 });
    expect(study.duration).toEqual({ lowMs: 200_000, highMs: 600_000 });
    expect(new Set(study.entries.map(({ address }) => address)).size).toBe(21);
  });

  it("gives each request its position, text and address", () => {
    expect(codePlanOf([query]).entries).toEqual([
      {
        query,
        position: 1,
        text: '"cml check create" path:*.sh',
        address: "https://github.com/search?q=%22cml%20check%20create%22%20path%3A*.sh&type=code",
        warnings: [],
      },
    ]);
  });

  it("asks each query as often as it is repeated, and none that the source refuses", () => {
    const planned = codePlanOf([query, { ...query, query: "refused" }], { repeats: 3 });
    expect(planned).toMatchObject({ searches: 3, requests: 6, duration: { lowMs: 2_000, highMs: 4_000 } });
    expect(planned.entries.map(({ refusal }) => refusal)).toEqual([undefined, "It cannot be asked."]);
  });

  it("counts two entries with one text once, as they are asked", () => {
    expect(codePlanOf([query, { ...query, tool: "other" }])).toMatchObject({ searches: 1, requests: 2 });
  });
});

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

describe("a plan of searches for pages", () => {
  it("has the study's 176, one row a company and tool", () => {
    expect(pages).toMatchObject({ searches: 176, requests: 176 });
    const rows = pagePlanRows(pages);
    expect(rows).toHaveLength(88);
    expect(rows[0]).toEqual({
      numbers: "1–2",
      company: "Netflix",
      name: "MLFlow",
      kind: "public",
      searches: "allintitle: Netflix MLFlow; allintext: Netflix MLFlow",
    });
  });

  it("is told briefly for a terminal: a line for the searches of a company that follow each other", () => {
    const lines = pagePlanLines(pages);
    expect(lines[0]).toBe("    1 to  10  Netflix with MLFlow, Clear ML, CML, KubeFlow, Metaflow");
    expect(lines.at(-1)).toContain("the first of them is: allintitle: Netflix MLFlow");
    expect(lines.length).toBeLessThan(20);
  });

  it("says what is not asked, and why", () => {
    const whose = { kind: "public", isShown: false, isUsed: false } as const;
    const long = { company: "A", tool: "B", name: "B", place: "title", ...whose } as const;
    const plan = planOf({ queries: [{ ...long, text: "x".repeat(61) }], asker: pageAsker, pace, repeats: 1 });
    expect(pagePlanLines(plan)).toEqual(["", "NOT ASKED: It is too long.", `    1  ${"x".repeat(61)}`]);
    expect(pagePlanRows(plan)).toEqual([]);
  });
});

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
