import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openRun } from "../../src/collect/open-run.js";
import { censusText } from "../../src/sources/census-text.js";
import { homeOf, openCensus, partsOf } from "../../src/sources/open-census.js";
import { readingRecord, runRecord } from "../collect/records.js";

const clock = { now: () => new Date("2026-02-03T23:59:59Z"), sleep: async () => {} };
const QUERIES = [
  { tool: "cml", query: "cml check create", extensions: "sh", purpose: "metric" },
  { tool: "Wandb", query: "/import wandb/", extensions: "py", purpose: "global" },
];

function project({ conf = QUERIES as unknown, env = "" } = {}): string {
  const root = mkdtempSync(join(tmpdir(), "census-open-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, "conf.json"), JSON.stringify(conf));
  writeFileSync(join(root, ".env"), env);
  chmodSync(join(root, ".env"), 0o600);
  return root;
}

describe("a census before it asks anything", () => {
  it("goes into a run of the day, of practice where no account is set, without waits", () => {
    const { run, pace, plan } = openCensus({ root: project(), env: {}, clock }).code;
    expect(run).toMatchObject({
      name: "2026-02-03",
      place: join("data", "practice", "2026-02-03"),
      toAsk: 2,
    });
    expect(pace).toEqual({ lowMs: 0, highMs: 0 });
    expect(plan.pace).toEqual({ lowMs: 10_000, highMs: 30_000 });
  });

  it("goes into the run that the person names, at the pace of the configuration", () => {
    const root = project({ env: "GH_SESSION=abc\nCENSUS_RUN=spring" });
    const { run, pace } = openCensus({ root, env: {}, clock }).code;
    expect(run).toMatchObject({
      place: join("data", "runs", "spring"),
      folder: join(root, "data", "runs", "spring"),
    });
    expect(pace).toEqual({ lowMs: 10_000, highMs: 30_000 });
  });

  it("knows what the run holds already", async () => {
    const root = project({ env: "GH_SESSION=abc\nCENSUS_RUN=spring" });
    const folder = join(root, "data", "runs", "spring");
    const identity = { source: "github-web", service: "https://github.com" };
    const held = await openRun({ folder, identity, clock });
    held.append({ ...runRecord, ...identity }, readingRecord({ text: '"cml check create" path:*.sh' }));
    held.close();
    const census = openCensus({ root, env: {}, clock });
    expect(census.code.run).toMatchObject({ counted: 1, toAsk: 1 });
    expect(censusText(census)).toContain(
      "1 of 2 are counted already. Left: 1 search (2 requests), without waiting.",
    );
    expect(census.code.run).toMatchObject({ requests: 2, repeats: 1 });
  });

  it("refuses a run that was begun with another source, before anything is started", async () => {
    const root = project({ env: "GH_SESSION=abc\nCENSUS_RUN=spring" });
    const folder = join(root, "data", "runs", "spring");
    const identity = { source: "github-api", service: "https://api.github.com" };
    const held = await openRun({ folder, identity, clock });
    held.append({ ...runRecord, ...identity });
    held.close();
    expect(() => openCensus({ root, env: {}, clock })).toThrow(
      /The run "spring" was begun with github-api at https:\/\/api\.github\.com/,
    );
  });

  it("tells everything that is wrong with both conf.json and .env", () => {
    const root = project({ conf: [{ ...QUERIES[0], purpose: "fun" }], env: "GH_USERNAME=someone" });
    expect(() => openCensus({ root, env: {}, clock })).toThrow(
      /conf\.json: \[0\]\.purpose[\s\S]*\.env: GH_PASSWORD/,
    );
  });

  it("makes the practice run of a reproduction where it is told to, whatever is named", () => {
    const env = { CENSUS_ENV_FILE: "none", CENSUS_PRACTICE_FOLDER: "/draft", CENSUS_RUN: "mine" };
    const { run } = openCensus({ root: project({ env: "GH_SESSION=abc" }), env, clock }).code;
    expect(run).toMatchObject({
      folder: join("/draft", "reproduction"),
      place: join("data", "practice", "reproduction"),
    });
  });
});

const WHOLE = {
  mining: { queries: QUERIES },
  dorking: { companies: [{ name: "Uber" }], tools: [{ name: "MLFlow" }], repeats: 3 },
  popularity: { repositories: [{ tool: "CML", repository: "iterative/cml" }] },
};

describe("a census of code, pages and repositories", () => {
  it("practises all three where nothing is set, each in a folder of its own within the run", () => {
    const root = project({ conf: WHOLE, env: "CENSUS_RUN=spring" });
    const census = openCensus({ root, env: {}, clock });
    expect(partsOf(census).map(({ choice, run }) => [choice.isPractice, run.place, run.toAsk])).toEqual([
      [true, join("data", "practice", "spring"), 2],
      [true, join("data", "practice", "spring", "google"), 6],
      [true, join("data", "practice", "spring", "popularity"), 1],
    ]);
    expect(homeOf(census).folder).toBe(join(root, "data", "practice", "spring"));
  });

  it("asks Google where its key is set, though GitHub is practised, and leaves GitHub's stars alone", () => {
    const root = project({
      conf: WHOLE,
      env: "CENSUS_RUN=spring\nGOOGLE_API_KEY=AIza\nGOOGLE_CSE_ID=engine",
    });
    const census = openCensus({ root, env: {}, clock });
    expect(partsOf(census).map(({ choice }) => choice.isPractice)).toEqual([true, false, true]);
    expect(census.pages?.choice.service).toBe("https://customsearch.googleapis.com");
    expect(homeOf(census).place).toBe(join("data", "runs", "spring"));
    expect(censusText(census)).not.toMatch(/AIza|engine\b.*=/);
  });

  it("asks for stars with a token, or where GitHub is asked for code", () => {
    for (const env of ["GITHUB_TOKEN=abc", "GH_SESSION=abc"]) {
      const { repositories } = openCensus({ root: project({ conf: WHOLE, env }), env: {}, clock });
      expect(repositories?.choice).toMatchObject({ isPractice: false, service: "https://api.github.com" });
    }
  });

  it("asks no GitHub for stars where code is counted on another server and nothing else is set", () => {
    const { repositories } = openCensus({
      root: project({ conf: WHOLE, env: "GITHUB_URL=http://127.0.0.1:9" }),
      env: {},
      clock,
    });
    expect(repositories?.choice.isPractice).toBe(true);
  });

  it("counts a folder without a wait, and then asks nobody for stars", () => {
    const conf = { ...WHOLE, mining: { ...WHOLE.mining, source: "corpus" } };
    const census = openCensus({ root: project({ conf, env: "CENSUS_CORPUS=." }), env: {}, clock });
    expect(census.code.choice.isPractice).toBe(false);
    expect(census.code.plan).toMatchObject({ requests: 0, pace: { lowMs: 0, highMs: 0 } });
    expect(census.code.pace).toEqual({ lowMs: 0, highMs: 0 });
    expect(census.repositories?.choice.isPractice).toBe(true);
  });

  it("asks the source that conf.json names, with its key, and practises without", () => {
    const conf = { ...WHOLE, dorking: { ...WHOLE.dorking, source: "serpapi" } };
    const without = openCensus({ root: project({ conf }), env: {}, clock });
    expect(without.pages?.choice.about).toContain('SERPAPI_KEY is not set, which "source": "serpapi" needs');
    const set = openCensus({ root: project({ conf, env: "SERPAPI_KEY=abc" }), env: {}, clock });
    expect(set.pages?.choice).toMatchObject({ isPractice: false, service: "https://serpapi.com" });
    const dataforseo = { ...WHOLE, dorking: { ...WHOLE.dorking, source: "dataforseo" } };
    const env = "DATAFORSEO_LOGIN=a\nDATAFORSEO_PASSWORD=b";
    const third = openCensus({ root: project({ conf: dataforseo, env }), env: {}, clock });
    expect(third.pages?.choice).toMatchObject({ isPractice: false, service: "https://api.dataforseo.com" });
  });

  it("practises everything on the server that CENSUS_PRACTICE_URL names, whatever is set", () => {
    const env =
      "CENSUS_PRACTICE_URL=http://127.0.0.1:9\nGOOGLE_API_KEY=AIza\nGOOGLE_CSE_ID=e\nGITHUB_TOKEN=abc";
    const census = openCensus({ root: project({ conf: WHOLE, env }), env: {}, clock });
    expect(partsOf(census).every(({ choice }) => choice.isPractice)).toBe(true);
  });

  it("says from December 2026 on how long Google still answers, and afterwards what to use instead", () => {
    const env = "GOOGLE_API_KEY=AIza\nGOOGLE_CSE_ID=engine";
    const textAt = (time: string) => {
      const at = { ...clock, now: () => new Date(time) };
      return censusText(openCensus({ root: project({ conf: WHOLE, env }), env: {}, clock: at }));
    };
    expect(textAt("2026-11-30T12:00:00Z")).not.toMatch(/2027/);
    expect(textAt("2026-12-02T12:00:00Z").match(/1 January 2027/g)).toHaveLength(1);
    expect(textAt("2027-01-02T12:00:00Z")).toMatch(/serpapi.*dataforseo/);
  });
});
