import { describe, expect, it } from "vitest";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { codePlanOf } from "./plan-of.js";

const { mining } = loadConfiguration();
const study = codePlanOf(mining.queries, mining);
const query = { tool: "cml", query: "cml check create", extensions: ["sh"], purposes: ["metric"] } as const;
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
