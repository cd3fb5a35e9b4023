import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { searchText } from "../../src/census/search-text.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { executeNotebook } from "../../src/execution/execute-notebook.js";
import type { Account } from "../../src/practice/accounts.js";
import { loadCorpus } from "../../src/practice/corpus.js";
import { searchCorpus } from "../../src/practice/search-corpus.js";
import { type Practice, startPractice } from "../../src/practice/start-practice.js";
import { maybeFindJupyter } from "../../src/setup/find-jupyter.js";
import { thisMachine } from "../../src/setup/machine.js";
import { copyProject, ROOT } from "../project-copy.js";

/** Words that occur nowhere else, so that they can be looked for. */
const ACCOUNT: Account = {
  username: "octavia-of-a-test",
  password: "p\"a&s's<w>ö \\/ rd",
  totpSecret: "OCTAVIASOCTAVIAS",
  step: "two-factor",
};

const run = promisify(execFile);
const MINUTE_MS = 60_000;

describe("npm run collect, with an account at another address", () => {
  const copy = copyProject("collect");
  const folder = join(copy.folder, "data", "runs", "first");
  let practice: Practice;
  let isFailing = true;
  /** Everything that the command said. */
  const said: string[] = [];
  const sessionFile = () => {
    const [file] = filesIn(join(copy.folder, ".session")).filter((path) => path.endsWith("session.json"));
    return file ?? "";
  };

  beforeAll(async () => {
    practice = await startPractice({
      accounts: [ACCOUNT],
      isMarked: false,
      intercept: ({ url }) => {
        const isRefused = isFailing && url.searchParams.get("q")?.includes("register_model");
        if (!isRefused || !url.pathname.startsWith("/search")) return undefined;
        return { status: 422, headers: { "content-type": "text/html" }, body: "<h1>Unprocessable</h1>" };
      },
    });
  });

  afterAll(async () => {
    await practice?.close();
    copy.remove();
  });

  /** What the command said, and its exit status. */
  async function collect(): Promise<{ status: number; stdout: string; stderr: string }> {
    const { url, account } = practice;
    const env = {
      ...process.env,
      GITHUB_URL: url,
      GH_USERNAME: account.username,
      GH_PASSWORD: account.password,
      GH_TOTP_SECRET: account.totpSecret,
      CENSUS_RUN: "first",
      CENSUS_PACE_SECONDS: "0",
    };
    const ended = await run(process.execPath, ["scripts/collect.mjs"], { cwd: copy.folder, env }).then(
      (ended) => ({ status: 0, ...ended }),
      ({ code, stdout, stderr }) => ({ status: code, stdout, stderr }),
    );
    said.push(ended.stdout, ended.stderr);
    return ended;
  }

  it(
    "counts what can be counted, says what cannot, and ends with status 1",
    async () => {
      const { status, stdout } = await collect();
      expect(stdout).toContain("20 of 21 queries counted: data/runs/first/output.json");
      expect(stdout).toMatch(/ {2}\d+ of 21 searches done/);
      expect(stdout).toMatch(/ {2}3 of 21 searches done \(last count: \d+\); cml: asking/);
      expect(stdout).toMatch(/^ 11 {2}MLflow +logging +not measured {2}failed$/m);
      expect(stdout).toMatch(/^ {2}GitHub .*422/m);
      expect(status).toBe(1);
      const rows = rowsIn(folder);
      const missing = rows.filter(({ number }) => number === null);
      expect(missing).toMatchObject([
        { outcome: "failed", pages: [expect.stringMatching(/^pages\/11-1/), expect.anything()] },
      ]);
    },
    3 * MINUTE_MS,
  );

  it(
    "asks only what is missing when it is started again, signs in no more, and ends with status 0",
    async () => {
      isFailing = false;
      const before = practice.requests.length;
      const { status, stdout } = await collect();
      expect(stdout).toContain("20 of 21 are counted already. Left: 1 search (2 requests), without waiting.");
      expect(status).toBe(0);
      const asked = practice.requests
        .slice(before)
        .map(({ method, path }) => `${method} ${path.split("?")[0]}`);
      expect(asked.filter((request) => request !== "GET /favicon.ico").sort()).toEqual([
        "GET /search",
        "GET /search/blackbird_count",
      ]);
      const corpus = loadCorpus();
      const expected = loadConfiguration().mining.queries.map(
        (query) => searchCorpus(corpus, searchText(query)).count,
      );
      expect(rowsIn(folder).map(({ number }) => number)).toEqual(expected);
    },
    3 * MINUTE_MS,
  );

  it("keeps the notebook that it executed, and the sign-in for its owner only", () => {
    const notebook = readFileSync(join(folder, "collection.ipynb"), "utf8");
    expect(notebook).toContain("21 of 21 queries counted");
    const session = sessionFile();
    for (const path of [session, dirname(session), dirname(dirname(session))]) {
      expect(statSync(path).mode & 0o077, path).toBe(0);
    }
  });

  it("writes no secret and no name into any file or line, but the session where it is kept", () => {
    const { username, password, totpSecret } = practice.account;
    const session = JSON.parse(readFileSync(sessionFile(), "utf8"));
    const cookie = session.cookies.find(({ name }: { name: string }) => name === "user_session").value;
    expect(cookie.length).toBeGreaterThan(10);
    const kept = [folder, join(copy.folder, ".setup")].flatMap(filesIn);
    const written = [...kept.map((file) => readFileSync(file).toString("latin1")), ...said];
    for (const text of written) {
      for (const secret of [username, password, totpSecret, cookie]) expect(text).not.toContain(secret);
    }
    const { cookies: _, ...rest } = session;
    expect(JSON.stringify(session)).not.toContain(password);
    expect(JSON.stringify(rest)).not.toContain(username);
  });

  it(
    "gives a run that the visualization notebook draws beside the published study",
    async () => {
      const jupyter = await maybeFindJupyter(thisMachine({ root: ROOT, say: () => {} }), { server: false });
      const saveTo = join(folder, "visualization.ipynb");
      await executeNotebook({
        notebook: join(copy.folder, "notebooks", "visualization.ipynb"),
        saveTo,
        root: copy.folder,
        jupyter: jupyter?.command ?? "",
        env: { ...process.env, CENSUS_RUN: "first", TZ: "UTC" },
      });
      const drawn = readFileSync(saveTo, "utf8");
      expect(drawn).toContain("The published study, then, and run first, now.");
      expect(readdirSync(join(folder, "figures"))).toContain("growth.png");
      expect(readFileSync(join(folder, "figures", "total-usage.svg"), "utf8")).toContain(
        `code search of ${practice.url}`,
      );
    },
    3 * MINUTE_MS,
  );
});

interface Row {
  readonly number: number | null;
}

function rowsIn(folder: string): Row[] {
  return JSON.parse(readFileSync(join(folder, "output.json"), "utf8"));
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
