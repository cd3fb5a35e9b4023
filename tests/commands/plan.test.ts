import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { lineOf } from "../../src/collect/journal-line.js";
import { runPlan } from "../../src/commands/plan.js";
import { runRecord } from "../collect/records.js";
import { temporaryFolder } from "../config/conf-file.js";

interface Files {
  readonly conf?: string;
  readonly env?: string;
}

/** A folder with the study's conf.json, or these files in their place. */
function project({ conf, env }: Files = {}): string {
  const root = temporaryFolder();
  if (conf === undefined) copyFileSync(join(PROJECT_ROOT, "conf.json"), join(root, "conf.json"));
  else writeFileSync(join(root, "conf.json"), conf);
  if (env !== undefined) {
    writeFileSync(join(root, ".env"), env);
    chmodSync(join(root, ".env"), 0o600);
  }
  return root;
}

function run(root: string, args: readonly string[] = []) {
  const written = { stdout: "", stderr: "" };
  const status = runPlan({
    root,
    args,
    env: {},
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { status, ...written };
}

describe("the plan command", () => {
  it("tells without a stack that the run's journal is broken, and that the run is of another source", () => {
    const root = project({ env: "CENSUS_RUN=spring\n" });
    const folder = join(root, "data", "practice", "spring");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "journal.jsonl"), "broken\n{}\n");
    expect(run(root)).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("line 1") });
    const other = { ...runRecord, source: "github-api", service: "practice" };
    writeFileSync(join(folder, "journal.jsonl"), lineOf(other));
    expect(run(root)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^The run "spring" was begun/),
    });
  });

  it("prints the plan of conf.json and succeeds", () => {
    const { status, stdout, stderr } = run(project());
    expect(status).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toContain("21 searches (42 requests and the sign-in). Practice does not wait;");
    expect(stdout).toContain("176 requests");
  });

  it("fails with every finding of conf.json and .env, and prints no plan", () => {
    const conf = JSON.stringify([
      { tool: "a", query: "", extensions: [".py"], purpose: "metrics" },
      { tool: "b", query: "/x", extensions: "py", purpose: [] },
    ]);
    const { status, stdout, stderr } = run(
      project({ conf, env: "GH_USERNAME=alice\nCENSUS_PACE_SECONDS=fast" }),
    );
    expect(status).toBe(1);
    expect(stdout).toBe("");
    for (const place of ["[0].query", "[0].extensions[0]", "[0].purpose", "[1].query", "[1].purpose"]) {
      expect(stderr).toContain(`conf.json: ${place}`);
    }
    expect(stderr).toContain("CENSUS_PACE_SECONDS (line 2");
    expect(stderr).toContain("GH_PASSWORD: expected a value");
  });

  it("fails on wrong settings beside a right conf.json, and the reverse", () => {
    expect(run(project({ env: "CENSUS_RUN=a/b" }))).toMatchObject({ status: 1, stdout: "" });
    expect(run(project({ conf: "{" }))).toMatchObject({ status: 1, stdout: "" });
  });

  it("fails on an argument, and says so", () => {
    for (const argument of ["--fast", "now"]) {
      const { status, stdout, stderr } = run(project(), [argument]);
      expect(status).toBe(1);
      expect(stdout).toBe("");
      expect(stderr).toMatch(/^This command takes no arguments: /);
      expect(stderr).toContain(argument);
    }
  });

  it("runs from the command line as from a program", () => {
    const entry = join(PROJECT_ROOT, "dist", "commands", "plan.js");
    const env = { ...process.env, CENSUS_ENV_FILE: "none" };
    const text = execFileSync(process.execPath, [entry], { encoding: "utf8", env, cwd: temporaryFolder() });
    expect(text).toContain("21 searches (42 requests and the sign-in). Practice does not wait;");
  });
});
