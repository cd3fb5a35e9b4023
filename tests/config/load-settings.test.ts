import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../../src/census/errors.js";
import { loadSettings } from "../../src/config/load-settings.js";
import { findingsOf, temporaryFolder, writtenFile } from "./conf-file.js";

const BASE32 = "JBSW Y3DP ehpk 3pxp";

function fromFile(text: string, env: Record<string, string> = {}) {
  return loadSettings({ env, envFile: writtenFile(".env", text) });
}

function fromProcess(env: Record<string, string>) {
  return loadSettings({ env, envFile: join(temporaryFolder(), ".env") });
}

function wrongIn(text: string | Uint8Array, env: Record<string, string> = {}, mode?: number): string[] {
  const envFile = writtenFile(".env", text, mode);
  return findingsOf(() => loadSettings({ env, envFile }), envFile);
}

describe("settings", () => {
  it("are the defaults where nothing is set", () => {
    expect(fromProcess({})).toEqual({
      github: { url: "https://github.com", apiUrl: "https://api.github.com" },
      google: { url: "https://customsearch.googleapis.com" },
      serpapi: { url: "https://serpapi.com" },
      dataforseo: { url: "https://api.dataforseo.com" },
      bigQuery: { url: "https://bigquery.googleapis.com", budgetUsd: 0, table: "sample" },
    });
  });

  it("hold who pays BigQuery, how much, and where the key lies, from the folder of the file", () => {
    const text =
      "BIGQUERY_PROJECT=my-project-7\nBIGQUERY_CREDENTIALS=keys/key.json\nBIGQUERY_BUDGET_USD=16.90";
    const envFile = writtenFile(".env", text);
    expect(loadSettings({ env: { BIGQUERY_URL: "http://127.0.0.1:8083/" }, envFile }).bigQuery).toEqual({
      url: "http://127.0.0.1:8083",
      projectId: "my-project-7",
      table: "sample",
      credentialsPath: join(envFile, "..", "keys", "key.json"),
      budgetUsd: 16.9,
    });
  });

  it("come from the file, comments, quotes and all", () => {
    const settings = fromFile(
      [
        "# an account",
        "GH_USERNAME=alice # hers",
        'GH_PASSWORD="a#b c"',
        `GH_TOTP_SECRET=${BASE32}`,
        "",
        "export GITHUB_URL=http://127.0.0.1:8080/",
        "CENSUS_PACE_SECONDS=0",
        "CENSUS_RUN='2026-01_first'",
        "GOOGLE_API_KEY=",
        "EDITOR=vi",
      ].join("\r\n"),
    );
    expect(settings.github).toMatchObject({ username: "alice", url: "http://127.0.0.1:8080" });
    expect(settings.github.password?.reveal()).toBe("a#b c");
    expect(settings.github.totpSecret?.reveal()).toBe("JBSWY3DPEHPK3PXP");
    expect(settings.google).not.toHaveProperty("apiKey");
    expect(settings).toMatchObject({ miningPace: { lowMs: 0, highMs: 0 }, run: "2026-01_first" });
  });

  it("hold the keys of those who pass on Google's totals as secrets, and other servers' addresses", () => {
    const settings = fromProcess({
      GOOGLE_API_KEY: "AIza",
      GOOGLE_CSE_ID: "engine",
      GOOGLE_API_URL: "http://127.0.0.1:8080/google/",
      SERPAPI_KEY: "hunter2",
      SERPAPI_URL: "http://127.0.0.1:8081",
      DATAFORSEO_LOGIN: "alice",
      DATAFORSEO_PASSWORD: "hunter2",
      DATAFORSEO_URL: "http://127.0.0.1:8082",
    });
    expect(settings.google).toMatchObject({ url: "http://127.0.0.1:8080/google", engineId: "engine" });
    expect(settings.google.apiKey?.reveal()).toBe("AIza");
    expect(settings.serpapi.url).toBe("http://127.0.0.1:8081");
    expect(settings.dataforseo).toMatchObject({ url: "http://127.0.0.1:8082", login: "alice" });
    expect(JSON.stringify(settings)).not.toMatch(/AIza|hunter2/);
  });

  it("come from the process before the file", () => {
    expect(fromFile("CENSUS_RUN=file", { CENSUS_RUN: "process" }).run).toBe("process");
  });

  it("are turned off one by one by an empty variable of the process", () => {
    expect(fromFile("CENSUS_RUN=file", { CENSUS_RUN: "" })).not.toHaveProperty("run");
  });

  it("come from the file that CENSUS_ENV_FILE names, found from the usual file's folder", () => {
    const other = writtenFile("other.env", "CENSUS_RUN=other");
    const env = { CENSUS_ENV_FILE: "other.env" };
    expect(loadSettings({ env, envFile: join(other, "..", ".env") }).run).toBe("other");
    expect(loadSettings({ env: { CENSUS_ENV_FILE: other } }).run).toBe("other");
  });

  it("are none at all where CENSUS_ENV_FILE is none, in file and process", () => {
    const env = {
      CENSUS_ENV_FILE: "none",
      CENSUS_RUN: "mine",
      GH_TOTP_SECRET: "bad",
      GITHUB_URL: "http://example.org",
    };
    expect(fromFile("this is no setting\nCENSUS_RUN=file", env)).toEqual({
      ...fromProcess({}),
      areOff: true,
    });
  });

  it("never show a secret when they are printed", () => {
    const settings = fromFile("GH_USERNAME=alice\nGH_PASSWORD=hunter2\nGITHUB_TOKEN=ghp_1234");
    expect(JSON.stringify(settings)).not.toMatch(/hunter2|ghp_1234/);
  });
});

describe("settings that are wrong", () => {
  it.each([
    [
      "a user without password",
      "GH_USERNAME=alice",
      [".env: GH_PASSWORD: expected a value, since GH_USERNAME is set and needs it, found nothing"],
    ],
    [
      "a key file without project",
      "BIGQUERY_CREDENTIALS=key.json",
      [
        ".env: BIGQUERY_PROJECT: expected a value, since BIGQUERY_CREDENTIALS is set and needs it, found nothing",
      ],
    ],
    [
      "a key in place of its path, and a name in place of a project's id",
      `BIGQUERY_CREDENTIALS='{"private_key": "planted"}'\nBIGQUERY_PROJECT="My Project"`,
      [
        ".env: BIGQUERY_PROJECT (line 2, column 1): expected a Google Cloud project's id: 6 to 30 small letters, digits and -, that begins with a letter, found another value (not shown)",
        ".env: BIGQUERY_CREDENTIALS (line 1, column 1): expected the path of a service account's key file, not what the file holds, found another value (not shown)",
      ],
    ],
    [
      "a budget that is no amount",
      "BIGQUERY_BUDGET_USD=17 USD",
      [
        '.env: BIGQUERY_BUDGET_USD (line 1, column 1): expected an amount of US dollars under 100000, such as 17 or 16.90, found "17 USD"',
      ],
    ],
    [
      "a password without user",
      "GH_PASSWORD=x",
      [".env: GH_USERNAME: expected a value, since GH_PASSWORD is set and needs it, found nothing"],
    ],
    [
      "a one-time key without user",
      `GH_TOTP_SECRET=${BASE32}`,
      [
        ".env: GH_USERNAME: expected a value, since GH_TOTP_SECRET is set and needs it, found nothing",
        ".env: GH_PASSWORD: expected a value, since GH_TOTP_SECRET is set and needs it, found nothing",
      ],
    ],
    [
      "a key without engine",
      "GOOGLE_API_KEY=k",
      [".env: GOOGLE_CSE_ID: expected a value, since GOOGLE_API_KEY is set and needs it, found nothing"],
    ],
    [
      "an engine without key",
      "GOOGLE_CSE_ID=c",
      [".env: GOOGLE_API_KEY: expected a value, since GOOGLE_CSE_ID is set and needs it, found nothing"],
    ],
    [
      "a login without password",
      "DATAFORSEO_LOGIN=alice",
      [
        ".env: DATAFORSEO_PASSWORD: expected a value, since DATAFORSEO_LOGIN is set and needs it, found nothing",
      ],
    ],
  ])("tell of %s", (_, text, findings) => {
    expect(wrongIn(text)).toEqual(findings);
  });

  it.each([
    "CENSUS_PACE_SECONDS=30-10",
    "CENSUS_PACE_SECONDS=-5",
    "CENSUS_PACE_SECONDS=ten",
    "CENSUS_RUN=a/b",
    "CENSUS_RUN=..",
    String.raw`CENSUS_RUN=a\b`,
    "CENSUS_RUN=a.",
    "CENSUS_RUN=con",
    "CENSUS_RUN=Lpt1.may",
  ])("tell of %j with its line and value", (text) => {
    const [name, value] = (text.split("\n")[0] ?? "").split("=", 2);
    const findings = wrongIn(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(new RegExp(`^\\.env: ${name} \\(line 1, column 1\\): expected .*, found `));
    expect(findings[0]).toContain(JSON.stringify(value).slice(1, -1));
  });

  it.each([
    [`GH_TOTP_SECRET=123456\nGH_USERNAME=a\nGH_PASSWORD=b`, "123456"],
    ["GITHUB_TOKEN='ghp 1234'", "ghp"],
    ["GH_SESSION='abc def'", "abc"],
    ["GITHUB_URL=https://me:hunter2@github.com/", "hunter2"],
    ["GITHUB_URL=http://me:hunter2/x@github.com", "hunter2"],
    ["GITHUB_URL=me:hunter2@github.com", "hunter2"],
    [String.raw`GITHUB_URL=https:\\me:hunter2@github.com`, "hunter2"],
    ["GITHUB_API_URL=http://hunter2.example.org", "hunter2"],
    ["GOOGLE_CSE_ID='hunter2 b'\nGOOGLE_API_KEY=k", "hunter2"],
    ["GH_USERNAME='alice hunter2'\nGH_PASSWORD=k", "hunter2"],
    ["GITHUB_API_URL=https://api.github.com?token=hunter2", "hunter2"],
    ["GH_PASSWORD=hunter2#x\nGH_USERNAME=a", "hunter2"],
    ["GH_PASSWORD='hunter2\nGH_USERNAME=a", "hunter2"],
    ["GH_PASSWORD hunter2", "hunter2"],
    ["GH_PASWORD=hunter2", "hunter2"],
  ])("tell of %j without the secret", (text, secret) => {
    const findings = wrongIn(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).not.toContain(secret);
  });

  it.each([
    ["github.com", "no address"],
    ["http://me:hunter2/x@h.com", "no address"],
    ["ftp://github.com", "an address of another kind than https:// and http://"],
    ["me:hunter2@h.com", "an address of another kind than https:// and http://"],
    ["https://me:hunter2@h.com", "an address with a user or a password"],
    ["https://me@h.com", "an address with a user or a password"],
    [String.raw`https:\\me:hunter2@h.com`, "an address with a user or a password"],
    ["http://github.com", "http:// to another machine"],
    ["https://h.com?token=hunter2", "an address with a ? or #"],
    ["'https://h.com#hunter2'", "an address with a ? or #"],
    ["'https://h.com#'", "an address with a ? or #"],
    ["https://h.com?", "an address with a ? or #"],
    ["https://@h.com", "an address with a user or a password"],
    ["https:h.com", "no address"],
    ["https:///h.com", "no address"],
  ])("tell what is wrong with the address %s, and nothing of what it holds", (address, found) => {
    const expected =
      "an address that begins with https:// (http:// on this machine only), without user, ? or #, such as";
    for (const [name, example] of [
      ["GITHUB_URL", "https://github.com"],
      ["GITHUB_API_URL", "https://api.github.com"],
    ]) {
      expect(wrongIn(`${name}=${address}`)).toEqual([
        `.env: ${name} (line 1, column 1): expected ${expected} ${example}, found ${found} (not shown)`,
      ]);
    }
  });

  it.each([
    ["HTTPS://GitHub.com", "https://github.com"],
    ["https://github.com:443//", "https://github.com"],
    ["  https://github.com/ \n", "https://github.com"],
    ["https://h.com/a/", "https://h.com/a"],
    ["https://h.com/a@b", "https://h.com/a@b"],
    ["http://LOCALHOST:3210/", "http://localhost:3210"],
  ])("take the address %j as %s", (address, plain) => {
    const env = { GITHUB_URL: address, GITHUB_API_URL: address };
    expect(fromFile("", env).github).toMatchObject({ url: plain, apiUrl: plain });
  });

  it.skipIf(process.platform === "win32")("tell of a link that leads to itself in the file's place", () => {
    const path = join(temporaryFolder(), ".env");
    symlinkSync(path, path);
    expect(findingsOf(() => loadSettings({ env: {}, envFile: path }), path)).toEqual([
      ".env: expected a file, found a link that leads to itself",
    ]);
  });

  it("tell of a line that is no setting", () => {
    expect(wrongIn("CENSUS_RUN=a\nhello there")).toEqual([
      ".env (line 2, column 1): expected NAME=value, a comment that begins with #, or an empty line",
    ]);
  });

  it("tell of a name that is unknown, with the one that was meant, yet not of other programs' names", () => {
    expect(wrongIn("GH_USERNMAE=alice\nEDITOR=vi\nCENSUS_RUNS=a\nGOOGLE_X=1")).toEqual([
      '.env: GH_USERNMAE (line 1, column 1): expected one of the names that .env.example explains (did you mean "GH_USERNAME"?)',
      '.env: CENSUS_RUNS (line 3, column 1): expected one of the names that .env.example explains (did you mean "CENSUS_RUN"?)',
      ".env: GOOGLE_X (line 4, column 1): expected one of the names that .env.example explains",
    ]);
  });

  it.each([
    ["github_token=x", "GITHUB_TOKEN"],
    ["gh_password=x", "GH_PASSWORD"],
    ["Census_Run=x", "CENSUS_RUN"],
    ["GHUSERNAME=b", "GH_USERNAME"],
    ["GOOGLEAPIKEY=x", "GOOGLE_API_KEY"],
    ["googleApiKey=x", "GOOGLE_API_KEY"],
    ["GH-SESSION=x", "GH_SESSION"],
    ["GITHUB_TOKN=x", "GITHUB_TOKEN"],
    ["GTIHUB_TOKEN=x", "GITHUB_TOKEN"],
    ["GITHUB_API=x", "GITHUB_API_URL"],
    ["GH_USER=x", "GH_USERNAME"],
    ["GH_TOTP=x", "GH_TOTP_SECRET"],
  ])("tell of %j with the name that was meant", (text, name) => {
    expect(wrongIn(text)).toEqual([
      expect.stringMatching(new RegExp(`expected one of the names that .* \\(did you mean "${name}"\\?\\)$`)),
    ]);
  });

  it.each([
    "GITHUB_ACTIONS=true",
    "GITHUB_REF=main",
    "GITHUB_ACTOR=x",
    "GITHUB_SERVER_URL=https://github.com",
    "GITHUB=x",
    "GITLAB_TOKEN=x",
    "DB_PASSWORD=x",
    "GHCR_USERNAME=x",
    "USERNAME=x",
    "PASSWORD=x",
  ])("let %s be: it is another program's", (text) => {
    expect(wrongIn(text)).toEqual([]);
  });

  it.each([
    "CENSUS_RUN= # comment",
    "CENSUS_RUN=  # see issue#3",
    "CENSUS_RUN=a # see issue#3",
    "CENSUS_RUN=",
  ])("do not take the comment of %j for a value", (text) => {
    expect(wrongIn(text)).toEqual([]);
  });

  it.each(["CENSUS_RUN=#a", "CENSUS_RUN=a#b", "CENSUS_RUN=ab#c # d"])(
    "tell of %j, whose # begins no comment, or is meant to",
    (text) => {
      expect(wrongIn(text)).toEqual([expect.stringContaining("quotes around a value that holds #")]);
    },
  );

  it.each([
    ["PUPPETEER_EXECUTABLE_PATH", "/usr/bin/chromium"],
    ["CENSUS_ENV_FILE", "other"],
  ])("tell that %s belongs in the environment", (name, value) => {
    expect(wrongIn(`${name}=${value}`)).toEqual([
      `.env: ${name} (line 1, column 1): expected ${name} in the environment, where alone it is read, not in this file`,
    ]);
  });

  it.each([
    ["GH_USERNME", "GH_USERNAME"],
    ["GH_PASSWROD", "GH_PASSWORD"],
    ["GITHUB_TOKEN_", "GITHUB_TOKEN"],
    ["CENSUS_PACE", "CENSUS_PACE_SECONDS"],
    ["CENSUS_RUNS", "CENSUS_RUN"],
    ["CENSUS_ENVFILE", "CENSUS_ENV_FILE"],
  ])("tell of the name %s in the process, where nothing else would read it", (name, meant) => {
    const path = join(temporaryFolder(), ".env");
    expect(findingsOf(() => loadSettings({ env: { [name]: "hunter2" }, envFile: path }), path)).toEqual([
      `environment: ${name}: expected one of the names that .env.example explains (did you mean "${meant}"?)`,
    ]);
    expect(() => fromProcess({ [name]: "" })).not.toThrow();
  });

  it("let the names of other programs in the process be, and those by which this one speaks to itself", () => {
    const others = [
      ...["GH_TOKEN", "GH_HOST", "GH_REPO", "GH_USER", "GH_ENTERPRISE_TOKEN", "GH_CONFIG_DIR", "GH_PATH"],
      ...[
        "GITHUB_ACTIONS",
        "GITHUB_ACTOR",
        "GITHUB_API",
        "GITHUB_BASE_REF",
        "GITHUB_ENV",
        "GITHUB_EVENT_PATH",
      ],
      ...[
        "GITHUB_GRAPHQL_URL",
        "GITHUB_HEAD_REF",
        "GITHUB_JOB",
        "GITHUB_OUTPUT",
        "GITHUB_PATH",
        "GITHUB_REF",
      ],
      ...["GITHUB_REF_NAME", "GITHUB_REPOSITORY", "GITHUB_RUN_ID", "GITHUB_SERVER_URL", "GITHUB_SHA"],
      ...["GITHUB_STATE", "GITHUB_USER", "GITHUB_WORKFLOW", "GITHUB_WORKSPACE", "GITHUB_ENTERPRISE_TOKEN"],
      ...["CENSUS_OF_ANOTHER_KIND"],
      ...["GOOGLE_APPLICATION_CREDENTIALS", "PUPPETEER_EXECUTABLE_PATH", "github_token"],
      ...["CENSUS_PROGRESS", "CENSUS_STARTER", "CENSUS_FIGURES_FOLDER", "CENSUS_PRACTICE_FOLDER"],
    ];
    expect(fromProcess(Object.fromEntries(others.map((name) => [name, "x"])))).toEqual(fromProcess({}));
  });

  it.each(["abc", "user_session=abc", "user_session=abc;", "abc;", '"user_session=abc; "'])(
    "take the session out of %s, as it is copied from a browser",
    (value) => {
      expect(fromFile(`GH_SESSION=${value}`).github.session?.reveal()).toBe("abc");
    },
  );

  it.each([
    "user_session=",
    ";",
    "logged_in=yes",
    "'user_session=hunter2; logged_in=yes'",
    "'a:\"hunter2\"'",
  ])("tell that %s is no session's value alone", (value) => {
    expect(wrongIn(`GH_SESSION=${value}`)).toEqual([
      ".env: GH_SESSION (line 1, column 1): expected the value alone of the cookie user_session, without spaces, " +
        "found another value (not shown)",
    ]);
  });

  it("tell of a name that comes twice", () => {
    expect(wrongIn("CENSUS_RUN=a\nCENSUS_RUN=b")).toEqual([
      ".env: CENSUS_RUN (line 2, column 1): expected each name once (it is on line 1 already)",
    ]);
  });

  it("tell of a variable of the process as such", () => {
    const path = join(temporaryFolder(), ".env");
    expect(findingsOf(() => loadSettings({ env: { CENSUS_RUN: "a/b" }, envFile: path }), path)).toEqual([
      expect.stringMatching(/^environment: CENSUS_RUN: expected a folder name .*, found "a\/b"$/),
    ]);
  });

  it.skipIf(process.platform === "win32").each([0o644, 0o640, 0o602])(
    "tell of a file that others may read or write (mode %o)",
    (mode) => {
      const [finding, ...others] = wrongIn("CENSUS_RUN=a", {}, mode);
      expect(others).toEqual([]);
      expect(finding).toMatch(/run: chmod 600 .*\.env\), found mode 6\d\d$/);
    },
  );

  it("tell of a file that CENSUS_ENV_FILE names and that is missing", () => {
    const path = join(temporaryFolder(), "other");
    expect(findingsOf(() => loadSettings({ env: { CENSUS_ENV_FILE: path } }), path)).toEqual([
      "environment: CENSUS_ENV_FILE: expected a file at other, or none, found no file",
    ]);
  });

  it("tell of a folder in the file's place and of a file that is not UTF-8", () => {
    const path = join(temporaryFolder(), ".env");
    mkdirSync(path);
    expect(findingsOf(() => loadSettings({ env: {}, envFile: path }), path)).toEqual([
      ".env: expected a file, found a folder",
    ]);
    expect(wrongIn(Buffer.from("CENSUS_RUN=caf\xe9", "latin1"))).toEqual([expect.stringContaining("UTF-8")]);
  });

  it("are told all at once", () => {
    const text = "GH_USERNAME=alice\nCENSUS_PACE_SECONDS=x\nnonsense\nGH_TOKN=1";
    expect(() => fromFile(text)).toThrow(ConfigurationError);
    expect(wrongIn(text)).toHaveLength(4);
  });
});
