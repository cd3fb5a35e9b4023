import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/collect/plan.js";
import { credentialRows, dorkingPlanRows, miningPlanRows } from "../../src/collect/plan-rows.js";
import { planText } from "../../src/collect/plan-text.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { loadSettings } from "../../src/config/load-settings.js";
import { Secret } from "../../src/config/secret.js";
import type { Settings } from "../../src/config/settings.js";

const none = loadSettings({ env: { CENSUS_ENV_FILE: "none" } });
const study = loadConfiguration();
const plan = makePlan(study, none);

const query = { tool: "cml", query: "cml check create", extensions: ["sh"], purposes: ["metric"] } as const;
const small = { mining: { queries: [query], pace: { lowMs: 1_000, highMs: 2_000 } } };

describe("the study's plan", () => {
  it("asks GitHub 21 times, at 10 to 30 s between", () => {
    expect(plan.mining.requests).toBe(21);
    expect(plan.mining.duration).toEqual({ lowMs: 200_000, highMs: 600_000 });
    expect(new Set(plan.mining.entries.map(({ address }) => address)).size).toBe(21);
  });

  it("asks Google 176 times, on two days without payment", () => {
    expect(plan.dorking).toMatchObject({ requests: 176, freePerDay: 100, days: 2 });
    expect(new Set(plan.dorking?.entries.map(({ text }) => text)).size).toBe(176);
    expect(plan.dorking?.entries[0]?.text).toBe("allintitle: Netflix MLFlow");
  });

  it("says of each credential that it is not set, and what to set", () => {
    expect(plan.credentials.map(({ isSet }) => isSet)).toEqual([false, false, false]);
    expect(plan.credentials[0]?.words).toMatch(/^not set: put GH_USERNAME and GH_PASSWORD into \.env/);
  });
});

describe("a plan", () => {
  it("gives each request its position, text and address", () => {
    expect(makePlan(small, none).mining.entries).toEqual([
      {
        ...query,
        position: 1,
        text: '"cml check create" path:*.sh',
        address: "https://github.com/search?q=%22cml%20check%20create%22%20path%3A*.sh&type=code",
      },
    ]);
  });

  it("goes to the server and keeps the pace that the settings name", () => {
    const settings = loadSettings({
      env: { GITHUB_URL: "http://127.0.0.1:8080", CENSUS_PACE_SECONDS: "5" },
      envFile: "/nowhere/.env",
    });
    const { mining } = makePlan(small, settings);
    expect(mining.pace).toEqual({ lowMs: 5_000, highMs: 5_000 });
    expect(mining.entries[0]?.address).toMatch(/^http:\/\/127\.0\.0\.1:8080\/search/);
  });

  it("has no Google part where none is configured", () => {
    const plan = makePlan(small, none);
    expect(plan).not.toHaveProperty("dorking");
    expect(dorkingPlanRows(plan)).toEqual([]);
    expect(planText(plan)).toContain("Google: nothing is configured");
  });

  it("tells in words what is set, never a value", () => {
    const settings: Settings = {
      github: {
        ...none.github,
        username: "alice",
        password: new Secret("hunter2"),
        totpSecret: new Secret("JBSW"),
      },
      google: { apiKey: new Secret("AIza"), engineId: "engine7" },
    };
    const plan = makePlan(small, settings);
    expect(plan.credentials.map(({ words }) => words)).toEqual([
      "set: a user, a password and one-time codes",
      "not set: put GITHUB_TOKEN into .env; the plan above needs none",
      "set",
    ]);
    expect(planText(plan) + JSON.stringify(plan)).not.toMatch(/alice|hunter2|JBSW|AIza|engine7/);
  });
});

describe("a plan for a terminal", () => {
  it("holds every search text and address, the counts and the times", () => {
    const text = planText(plan);
    expect(text).toContain("GitHub code search: 21 requests, 10 to 30 s apart: 3.3 to 10 min of waiting");
    expect(text).toContain("Google search: 176 requests, 1 to 2 s apart: 2.9 to 5.8 min of waiting");
    expect(text).toContain("100 a day are free: 2 days without payment");
    for (const entry of [...plan.mining.entries, ...(plan.dorking?.entries ?? [])]) {
      expect(text).toContain(`${entry.text}\n`);
      expect(text).toContain(`${entry.address}\n`);
    }
  });

  it("says that one request waits for nothing", () => {
    expect(planText(makePlan(small, none))).toContain("GitHub code search: 1 request, without waiting");
  });
});

describe("a plan as rows of a table", () => {
  it("has one row a search of code", () => {
    expect(miningPlanRows(makePlan(small, none))).toEqual([
      {
        number: 1,
        tool: "cml",
        purpose: "metric",
        "search text": '"cml check create" path:*.sh',
        address: "https://github.com/search?q=%22cml%20check%20create%22%20path%3A*.sh&type=code",
      },
    ]);
  });

  it("has one row a search on Google", () => {
    const rows = dorkingPlanRows(plan);
    expect(rows).toHaveLength(176);
    expect(rows[1]).toEqual({
      number: 2,
      company: "Netflix",
      tool: "MLFlow",
      where: "text",
      "search text": "allintext: Netflix MLFlow",
      address: "https://customsearch.googleapis.com/customsearch/v1?q=allintext%3A%20Netflix%20MLFlow",
    });
  });

  it("has one row a service", () => {
    expect(credentialRows(plan).map(({ service }) => service)).toEqual([
      "GitHub sign-in (mining)",
      "GitHub token (interface for programs)",
      "Google search (dorking)",
    ]);
  });
});
