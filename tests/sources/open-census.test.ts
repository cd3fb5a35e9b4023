import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openRun } from "../../src/collect/open-run.js";
import { censusText } from "../../src/sources/census-text.js";
import { openCensus } from "../../src/sources/open-census.js";
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
    const { run, pace, plan } = openCensus({ root: project(), env: {}, clock });
    expect(run).toMatchObject({
      name: "2026-02-03",
      place: join("data", "practice", "2026-02-03"),
      toAsk: 2,
    });
    expect(pace).toEqual({ lowMs: 0, highMs: 0 });
    expect(plan.mining.pace).toEqual({ lowMs: 10_000, highMs: 30_000 });
  });

  it("goes into the run that the person names, at the pace of the configuration", () => {
    const root = project({ env: "GH_SESSION=abc\nCENSUS_RUN=spring" });
    const { run, pace } = openCensus({ root, env: {}, clock });
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
    expect(census.run).toMatchObject({ counted: 1, toAsk: 1 });
    expect(censusText(census)).toContain(
      "1 of 2 are counted already. Left: 1 search (2 requests), without waiting.",
    );
    expect(census.run.requests).toBe(2);
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
    const { run } = openCensus({ root: project({ env: "GH_SESSION=abc" }), env, clock });
    expect(run).toMatchObject({
      folder: join("/draft", "reproduction"),
      place: join("data", "practice", "reproduction"),
    });
  });
});
