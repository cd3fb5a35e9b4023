import { describe, expect, it } from "vitest";
import { credentialRows, dorkingPlanRows, miningPlanRows, warningRows } from "../../src/collect/plan-rows.js";
import { planText } from "../../src/collect/plan-text.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { loadSettings } from "../../src/config/load-settings.js";
import { Secret } from "../../src/config/secret.js";
import type { Settings } from "../../src/config/settings.js";
import { planOf } from "./plan-of.js";

const none = loadSettings({ env: { CENSUS_ENV_FILE: "none" } });
const study = loadConfiguration();
const plan = planOf(study, none);

const query = { tool: "cml", query: "cml check create", extensions: ["sh"], purposes: ["metric"] } as const;
const mining = { pace: { lowMs: 1_000, highMs: 2_000 }, repeats: 1, source: "github-web" } as const;
const small = { mining: { ...mining, queries: [query] } };

describe("the study's plan", () => {
  it("searches GitHub 21 times in 42 requests, at 10 to 30 s between", () => {
    expect(plan.mining).toMatchObject({ searches: 21, requests: 42 });
    expect(plan.mining.duration).toEqual({ lowMs: 200_000, highMs: 600_000 });
    expect(new Set(plan.mining.entries.map(({ address }) => address)).size).toBe(21);
  });

  it("asks Google 176 times, on two days without payment", () => {
    expect(plan.dorking).toMatchObject({ requests: 176, freePerDay: 100, days: 2 });
    expect(new Set(plan.dorking?.entries.map(({ text }) => text)).size).toBe(176);
    expect(plan.dorking?.entries[0]?.text).toBe("allintitle: Netflix MLFlow");
  });

  it("says of each credential that it is not set, and what to set", () => {
    expect(plan.credentials[0]?.words).toMatch(/^not set: put GH_USERNAME and GH_PASSWORD into \.env/);
  });
});

describe("a plan", () => {
  it("gives each request its position, text and address", () => {
    expect(planOf(small, none).mining.entries).toEqual([
      {
        ...query,
        position: 1,
        text: '"cml check create" path:*.sh',
        address: "https://github.com/search?q=%22cml%20check%20create%22%20path%3A*.sh&type=code",
        warnings: [],
      },
    ]);
  });

  it("asks each query as often as it is repeated, and none that the source refuses", () => {
    const queries = [query, { ...query, query: "refused" }];
    const { mining: planned } = planOf({ mining: { ...mining, queries, repeats: 3 } }, none);
    expect(planned).toMatchObject({ searches: 3, requests: 6, duration: { lowMs: 2_000, highMs: 4_000 } });
    expect(planned.entries.map(({ refusal }) => refusal)).toEqual([undefined, "It cannot be asked."]);
  });

  it("counts two entries with one text once, as they are asked", () => {
    const queries = [query, { ...query, tool: "other" }];
    expect(planOf({ mining: { ...mining, queries } }, none).mining).toMatchObject({
      searches: 1,
      requests: 2,
    });
  });

  it("says once why queries are not asked, with their numbers, and neither searches nor warns of them", () => {
    const refused = { ...query, query: "refused" };
    const queries = [refused, query, { ...refused, tool: "MLflow" }];
    const plan = planOf({ mining: { ...mining, queries } }, none);
    expect(planText(plan)).toContain(
      "\n\nNOT ASKED: It cannot be asked.\n    1  cml     metric\n    3  MLflow  metric\n",
    );
    expect(planText(plan)).not.toContain('"refused"');
    expect(miningPlanRows(plan).map(({ number }) => number)).toEqual([2]);
    expect(warningRows(plan)).toEqual([
      { queries: "1, 3", tool: "cml, MLflow", "what to know": "Not asked: It cannot be asked." },
    ]);
  });

  it("says once what to know of several queries, with their numbers", () => {
    const weak = { ...query, query: "/import clearml/" };
    const plan = planOf(
      { mining: { ...mining, queries: [weak, query, { ...weak, extensions: ["ipynb"] }] } },
      none,
    );
    expect(warningRows(plan)).toEqual([
      { queries: "1, 3", tool: "cml", "what to know": expect.stringContaining("names that go on") },
    ]);
  });

  it("goes to the server and keeps the pace that the settings name", () => {
    const settings = loadSettings({
      env: { GITHUB_URL: "http://127.0.0.1:8080", CENSUS_PACE_SECONDS: "5" },
      envFile: "/nowhere/.env",
    });
    const { mining } = planOf(small, settings);
    expect(mining.pace).toEqual({ lowMs: 5_000, highMs: 5_000 });
    expect(mining.entries[0]?.address).toMatch(/^http:\/\/127\.0\.0\.1:8080\/search/);
  });

  it("has no Google part where none is configured", () => {
    const plan = planOf(small, none);
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
    const plan = planOf(small, settings);
    expect(plan.credentials.map(({ words }) => words)).toEqual([
      "set: a user, a password and one-time codes",
      'not set: put GITHUB_TOKEN into .env; only "source": "github-api" in conf.json needs it',
      "set",
    ]);
    expect(planText(plan) + JSON.stringify(plan)).not.toMatch(/alice|hunter2|JBSW|AIza|engine7/);
  });
});

describe("a plan for a terminal", () => {
  it("holds every search text and address, the counts and the times", () => {
    const text = planText(plan);
    expect(text).toContain(
      "GitHub code search: 21 searches (42 requests), 10 to 30 s apart: 3.3 to 10 min of waiting",
    );
    expect(text).toContain("Google search: 176 requests, 1 to 2 s apart: 2.9 to 5.8 min of waiting");
    expect(text).toContain("100 a day are free: 2 days without payment");
    expect(text).toContain("! ");
    for (const entry of [...plan.mining.entries, ...(plan.dorking?.entries ?? [])]) {
      expect(text).toContain(`${entry.text}\n`);
      expect(text).toContain(`${entry.address}\n`);
    }
  });

  it("says that one request waits for nothing", () => {
    expect(planText(planOf(small, none))).toContain(
      "GitHub code search: 1 search (2 requests), without waiting",
    );
  });
});

describe("a plan as rows of a table", () => {
  it("has one row a search of code", () => {
    expect(miningPlanRows(planOf(small, none))).toEqual([
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
