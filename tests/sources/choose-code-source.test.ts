import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { SYSTEM_CLOCK } from "../../src/census/clock.js";
import type { SourceName } from "../../src/census/source-name.js";
import { loadSettings } from "../../src/config/load-settings.js";
import type { SavedSession } from "../../src/mining/web/saved-session.js";
import { fileSessions } from "../../src/mining/web/session-store.js";
import { chooseCodeSource } from "../../src/sources/choose-code-source.js";

type Env = Readonly<Record<string, string>>;

function chosen(env: Env, { name = "github-web", keptFor }: { name?: SourceName; keptFor?: string } = {}) {
  const root = mkdtempSync(join(tmpdir(), "census-choice-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  if (keptFor !== undefined) fileSessions({ root, url: keptFor }).save(KEPT);
  const settings = loadSettings({ env, envFile: join(root, ".env") });
  return chooseCodeSource({ name, settings, clock: SYSTEM_CLOCK, root, queries: [sampled] });
}

const KEPT: SavedSession = { version: 1, origin: { kind: "hand" }, cookies: [] };
const USER = { GH_USERNAME: "someone", GH_PASSWORD: "a long one" };
const sampled = {
  tool: "cml",
  query: "cml comment create",
  extensions: ["sh"],
  purposes: ["metric"],
} as const;
const query = { tool: "cml", purposes: ["metric"] as const, query: "cml check create", extensions: ["sh"] };

describe("the source of a census", () => {
  it.each([
    ["nothing is set", {}],
    ["only a token is set, which the site does not take", { GITHUB_TOKEN: "token" }],
    ["every setting is turned off", { ...USER, CENSUS_ENV_FILE: "none" }],
  ])("is practice where %s", (_case, env) => {
    const { isPractice, service, asker } = chosen(env);
    expect({ isPractice, service }).toEqual({ isPractice: true, service: "practice" });
    expect(asker.addressOf(query)).toMatch(/^https:\/\/github\.com\/search\?/);
  });

  it.each([
    ["a user", USER, "https://github.com"],
    ["a session's cookie", { GH_SESSION: "abc" }, "https://github.com"],
    ["another address", { GITHUB_URL: "http://127.0.0.1:9" }, "http://127.0.0.1:9"],
  ])("is the service where the settings name %s", (_case, env, service) => {
    expect(chosen(env)).toMatchObject({ isPractice: false, service });
  });

  it("is the service where a sign-in by hand is kept, and practice all the same where all settings are off", () => {
    expect(chosen({}, { keptFor: "https://github.com" })).toMatchObject({ isPractice: false });
    expect(chosen({}, { keptFor: "https://example.org" })).toMatchObject({ isPractice: true });
    const off = { CENSUS_ENV_FILE: "none" };
    expect(chosen(off, { keptFor: "https://github.com" })).toMatchObject({ isPractice: true });
  });

  it("says what to do where a file has the name of the folder for sessions", async () => {
    const root = mkdtempSync(join(tmpdir(), "census-choice-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    writeFileSync(join(root, ".session"), "");
    const settings = loadSettings({ env: USER, envFile: join(root, ".env") });
    const choice = chooseCodeSource({
      name: "github-web",
      settings,
      clock: SYSTEM_CLOCK,
      root,
      queries: [],
    });
    await expect(choice.open(root)).rejects.toMatchObject({
      name: "RunError",
      message: expect.stringMatching(/\.session: .*something else has its name\. Move it away \(EEXIST\)/),
    });
  });

  it("is the interface for programs where the configuration says so and a token is set", () => {
    const choice = chosen({ GITHUB_TOKEN: "token" }, { name: "github-api" });
    expect(choice).toMatchObject({ isPractice: false, service: "https://api.github.com" });
    expect(choice.asker.maybeRefusal({ ...query, query: "/a.*b/" })).toMatch(/\S/);
    expect(choice.asker.caveat).toMatch(/not comparable/);
  });

  it("is told to need a token where the interface for programs is at another address", () => {
    const env = { GITHUB_API_URL: "http://127.0.0.1:9" };
    expect(() => chosen(env, { name: "github-api" })).toThrow(/GITHUB_TOKEN: expected a token/);
  });

  it("is practice without a token for the interface for programs, and says that it is the token that lacks", () => {
    expect(chosen(USER, { name: "github-api" }).about).toBe(
      'This is practice, since GITHUB_TOKEN is not set, which "source": "github-api" needs: sample files are searched, not GitHub.',
    );
    expect(chosen({ GITHUB_TOKEN: "token" }).about).toContain("since no account is set");
  });

  it("is a folder's files, or BigQuery, where the configuration says so and the settings name them", () => {
    const corpus = chosen({ CENSUS_CORPUS: tmpdir() }, { name: "corpus" });
    expect(corpus).toMatchObject({ isPractice: false, isAtOnce: true });
    expect(corpus.about).toMatch(/^The files of .* are counted on this machine\.$/);
    const bigquery = chosen({ BIGQUERY_PROJECT: "some-project" }, { name: "bigquery" });
    expect(bigquery).toMatchObject({ isPractice: false, service: "https://bigquery.googleapis.com" });
    expect(bigquery.asker.caveat).toMatch(/not comparable/);
  });

  it("counts a folder's files, and what it calls the folder tells no path of this machine", async () => {
    const folder = mkdtempSync(join(tmpdir(), "census-files-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "run.sh"), "cml comment create report.md\n");
    const { source, close } = await chosen({ CENSUS_CORPUS: folder }, { name: "corpus" }).open(folder);
    const outcome = await source.count(sampled, new AbortController().signal);
    await close();
    expect(outcome).toMatchObject({ kind: "counted", count: { value: 1, reading: "exact" }, requests: 0 });
    expect(source.service).not.toContain(tmpdir());
  });

  it.each(["github-web", "github-api", "corpus", "bigquery"] as const)(
    "counts sample files in practice, by %s",
    async (name) => {
      const { source, close } = await chosen({ CENSUS_ENV_FILE: "none" }, { name }).open(tmpdir());
      const outcome = await source.count(sampled, new AbortController().signal);
      await close();
      expect(outcome).toMatchObject({ kind: "counted", count: { value: 1, reading: "exact" } });
      expect(source.service).toBe("practice");
    },
    30_000,
  );
});
