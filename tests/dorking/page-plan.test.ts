import { describe, expect, it } from "vitest";
import type { PageSearch } from "../../src/census/page-search.js";
import { planOf } from "../../src/collect/plan.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { pagePlanLines } from "../../src/dorking/page-plan-lines.js";
import { pagePlanRows } from "../../src/dorking/page-rows.js";
import { dorkingPlan } from "../../src/dorking/plan.js";
import { searchAddress } from "../../src/dorking/search-address.js";

const { dorking } = loadConfiguration();
const pace = { lowMs: 1_000, highMs: 2_000 };

const pageAsker = {
  textOf: ({ text }: PageSearch) => text,
  addressOf: ({ text }: PageSearch) => searchAddress(text),
  maybeRefusal: ({ text }: PageSearch) => (text.length > 60 ? "It is too long." : undefined),
  requestsFor: () => 1,
};
const pages = planOf({ queries: dorking ? dorkingPlan(dorking) : [], asker: pageAsker, pace, repeats: 1 });

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
