import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { RE2JS } from "re2js";
import { afterEach, describe, expect, it } from "vitest";
import { memoryStore } from "../../src/bigquery/kept-job.js";
import type { SearchedQuery } from "../../src/census/count-source.js";
import { maybePattern } from "../../src/census/pattern.js";
import { loadCorpus } from "../../src/practice/corpus.js";
import type { PracticeOptions } from "../../src/practice/practice-options.js";
import { type Practice, startPractice } from "../../src/practice/start-practice.js";
import { temporaryFolder } from "../config/conf-file.js";
import { json, never, startStandIn } from "../dorking/stand-in.js";
import { QUERIES, quickClock, sourceAt } from "./practice-source.js";

const TIB = 2 ** 40;
const [FIRST, SECOND] = QUERIES as unknown as [SearchedQuery, SearchedQuery];

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function practiceWith(bigQuery: PracticeOptions["bigQuery"] = {}): Promise<Practice> {
  const practice = await startPractice({ bigQuery });
  opened.push(practice);
  return practice;
}

const methods = ({ requests }: Practice) => requests.map(({ method }) => method);

/** Plain loops over the files, with patterns put together here. */
function countedByHand(table: "sample" | "full", { query, extensions }: SearchedQuery) {
  const all = loadCorpus();
  const first = new Map([...all].reverse().map((file) => [file.content, file]));
  const files = table === "full" ? all : all.filter((file) => first.get(file.content) === file);
  const pattern = RE2JS.compile(
    maybePattern(query) ?? RE2JS.quote(query),
    RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE,
  );
  const found = files.filter(
    ({ path, content }) =>
      extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`)) &&
      pattern.test(content.replace(/^\ufeff/, "")),
  );
  return { files: found.length, repositories: new Set(found.map(({ repo }) => repo)).size };
}

describe("all queries of the configuration", () => {
  it.each(["sample", "full"] as const)("are counted by one dry run and one query (%s)", async (table) => {
    const practice = await practiceWith();
    const source = sourceAt(practice.bigQueryUrl, { table });
    const outcomes = [];
    for (const query of QUERIES) outcomes.push(await source.count(query, never()));
    expect(practice.requests).toEqual([
      { method: "POST", path: "/bigquery/v2/projects/practice-project/queries" },
      { method: "POST", path: "/bigquery/v2/projects/practice-project/queries" },
    ]);
    expect(outcomes.map(({ requests }) => requests)).toEqual([2, ...QUERIES.slice(1).map(() => 0)]);
    for (const [index, query] of QUERIES.entries()) {
      const { files, repositories } = countedByHand(table, query);
      const words = `Found in ${files} ${files === 1 ? "file" : "files"} of ${repositories} `;
      const count = { value: files, low: files, high: files, reading: "exact" };
      expect(outcomes[index]).toMatchObject({ kind: "counted", count, isPractice: true });
      expect(outcomes[index]).toHaveProperty("remarks.0", expect.stringContaining(words));
    }
    expect(QUERIES).toHaveLength(21);
  });

  it("say where the numbers come from and how old they are", async () => {
    const practice = await practiceWith({ bytes: 24 * 2 ** 30 });
    const source = sourceAt(practice.bigQueryUrl);
    expect(await source.count(FIRST, never())).toEqual({
      kind: "counted",
      count: expect.objectContaining({ reading: "exact" }),
      readFrom: ["API answer"],
      remarks: [
        expect.stringMatching(/^Found in \d+ files? of \d+ repositor(y|ies)\.$/),
        "Google's copy of GitHub is of February 2023 and was not updated since: text files under 1 MiB of repositories with an open-source licence.",
        "A sample of the contents, each counted once, at one of the places where it occurs.",
        "One query for all counts read 24.0 GiB, 0.15 USD at Google's whole price, free while it fits what is left of the month's first TiB.",
      ],
      isPractice: true,
      text: String.raw`sample_contents: text (?im)iterative/setup-cml@v1 path (?i)\.(?:yml|yaml)$`,
      address: `${practice.url}/bigquery/v2/projects/bigquery-public-data/datasets/github_repos/tables/sample_contents`,
      time: "2026-11-25T12:00:00.000Z",
      tookMs: 0,
      requests: 2,
      bytes: expect.any(Number),
    });
    expect([source.requestsFor(FIRST), source.requestsFor(SECOND)]).toEqual([2, 0]);
  });
});

describe("a query that SQL cannot express", () => {
  it("is refused without a request, and the others are counted", async () => {
    const practice = await practiceWith();
    const broken = { query: "/a(?=b)/", extensions: ["py"] };
    const source = sourceAt(practice.bigQueryUrl, { queries: [broken, FIRST] });
    expect(await source.count(broken, never())).toMatchObject({ kind: "failed", mayHelpToAskAgain: false });
    expect(practice.requests).toHaveLength(0);
    expect(await source.count(FIRST, never())).toMatchObject({ kind: "counted", requests: 2 });
  });
});

describe("the budget", () => {
  it.each([
    [0, TIB, "counted"],
    [0, TIB + 1, "blocked"],
    [16, 2.7 * TIB, "blocked"],
    [17, 2.7 * TIB, "counted"],
  ])("of %d USD, for %d bytes, gives: %s", async (budgetUsd, bytes, kind) => {
    const practice = await practiceWith({ bytes: Math.round(bytes) });
    const source = sourceAt(practice.bigQueryUrl, { budgetUsd, table: "full" });
    expect((await source.count(FIRST, never())).kind).toBe(kind);
    expect(methods(practice)).toEqual(kind === "counted" ? ["POST", "POST"] : ["POST"]);
  });

  it("is told with size and price where it is too small", async () => {
    const practice = await practiceWith({ bytes: Math.round(2.7 * TIB) });
    expect(await sourceAt(practice.bigQueryUrl).count(FIRST, never())).toMatchObject({
      reason:
        "the query would read 2.7 TiB, 16.87 USD at Google's whole price, 10.62 USD with the month's first TiB, which is free, still unused: that is over the budget of 0.00 USD",
      advice: "Set BIGQUERY_BUDGET_USD to 17 or more in .env, or count the sample alone.",
    });
  });

  it("is never left to the dry run alone", async () => {
    const answer = {
      kind: "bigquery#queryResponse",
      jobComplete: true,
      totalBytesProcessed: String(5 * 2 ** 20 + 1),
    };
    const server = await startStandIn(json(answer));
    opened.push(server);
    await sourceAt(server.url).count(FIRST, never());
    const [dryRun, query] = server.requests.map(({ body }) => JSON.parse(body));
    expect(dryRun).toMatchObject({ dryRun: true, useLegacySql: false, useQueryCache: false, location: "US" });
    expect(query).toMatchObject({ maximumBytesBilled: String(16 * 2 ** 20), useLegacySql: false });
    expect(query).not.toHaveProperty("dryRun");
    expect(server.requests).toHaveLength(2);
  });
});

describe("a long job", () => {
  it("is asked for again at growing distances until it is finished", async () => {
    const practice = await practiceWith({ unfinished: 8 });
    const clock = quickClock();
    const outcome = await sourceAt(practice.bigQueryUrl, { clock }).count(FIRST, never());
    expect(outcome).toMatchObject({ kind: "counted", requests: 10, tookMs: 121_000 });
    expect(clock.waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30].map((seconds) => seconds * 1_000));
    expect(practice.requests.at(-1)?.path).toMatch(/queries\/job_practice_0\?.*location=US/);
  });

  it("is taken up again by a run that was killed, without a second query", async () => {
    const practice = await practiceWith({ unfinished: 3 });
    const kept = memoryStore();
    const killed = new AbortController();
    const clock = { ...quickClock(), sleep: async () => killed.abort() };
    const first = sourceAt(practice.bigQueryUrl, { kept, clock }).count(FIRST, killed.signal);
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
    expect(methods(practice)).toEqual(["POST", "POST"]);
    const second = await sourceAt(practice.bigQueryUrl, { kept }).count(FIRST, never());
    expect(second.kind).toBe("counted");
    expect(methods(practice)).toEqual(["POST", "POST", "GET", "GET", "GET"]);
    const third = await sourceAt(practice.bigQueryUrl, { kept }).count(SECOND, never());
    expect(third).toMatchObject({ kind: "counted", requests: 0 });
  });

  it("that was sent when the connection broke is sent as the same request", async () => {
    const practice = await practiceWith();
    const kept = memoryStore();
    let posts = 0;
    const breaking: typeof fetch = async (...request) => {
      const answer = await fetch(...request);
      posts += 1;
      if (posts === 2) throw new TypeError("fetch failed");
      return answer;
    };
    const source = sourceAt(practice.bigQueryUrl, { kept, fetch: breaking });
    const lost = { kind: "failed", reason: "the connection to BigQuery failed", mayHelpToAskAgain: true };
    expect(await source.count(FIRST, never())).toMatchObject(lost);
    expect((await source.count(FIRST, never())).kind).toBe("counted");
    expect(methods(practice)).toEqual(["POST", "POST", "POST"]);
    expect(kept.load()).toMatchObject({ job: { id: "job_practice_0" } });
  });

  it("that Google has forgotten is begun anew", async () => {
    const [yesterday, today] = [await practiceWith({ unfinished: 9 }), await practiceWith()];
    const kept = memoryStore();
    const killed = new AbortController();
    const clock = { ...quickClock(), sleep: async () => killed.abort() };
    // Both at one address: only then is the kept job of the same statement.
    const toYesterday: typeof fetch = (address, init) =>
      fetch(String(address).replace(today.url, yesterday.url), init);
    const old = sourceAt(today.url, { kept, clock, fetch: toYesterday });
    await old.count(FIRST, killed.signal).catch(() => {});
    expect(kept.load()).toHaveProperty("job");
    expect(await sourceAt(today.url, { kept }).count(FIRST, never())).toMatchObject({ kind: "counted" });
    expect(methods(today)).toEqual(["GET", "POST", "POST"]);
  });

  it("of other queries is not taken for this one", async () => {
    const practice = await practiceWith();
    const kept = memoryStore();
    await sourceAt(practice.bigQueryUrl, { kept }).count(FIRST, never());
    const other = sourceAt(practice.bigQueryUrl, { kept, queries: [SECOND] });
    expect(await other.count(SECOND, never())).toMatchObject({ requests: 2 });
  });
});

describe("a service account", () => {
  it("signs for itself, and its key is shown nowhere", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
    const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const path = join(temporaryFolder(), "key.json");
    const account = {
      type: "service_account",
      client_email: "a@b.example",
      private_key: key,
      private_key_id: "planted",
    };
    writeFileSync(path, JSON.stringify(account));
    const server = await startStandIn(json({ error: { code: 401, message: "no" } }, { status: 401 }));
    opened.push(server);
    const source = sourceAt(server.url, { credentials: { kind: "file", path } });
    expect(await source.count(FIRST, never())).toMatchObject({ kind: "blocked", requests: 1 });
    const [, , claims = ""] =
      /^(Bearer) [^.]+\.([^.]+)\./.exec(server.requests[0]?.headers.authorization ?? "") ?? [];
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
      iss: "a@b.example",
      scope: "https://www.googleapis.com/auth/bigquery",
    });
  });

  it.each([
    ["is not there", undefined, /there is no such file/],
    ["is no key", "{}", /no service account's key/],
    ["is no JSON", "planted-secret", /no service account's key/],
  ])("whose file %s blocks without a request", async (_, text, expected) => {
    const path = join(temporaryFolder(), "key.json");
    if (text !== undefined) writeFileSync(path, text);
    const source = sourceAt("http://127.0.0.1:1", { credentials: { kind: "file", path } });
    const outcome = await source.count(FIRST, never());
    expect(outcome).toMatchObject({ kind: "blocked", reason: expect.stringMatching(expected), requests: 0 });
    expect(JSON.stringify(outcome)).not.toContain("planted");
  });
});

describe("Google's client", () => {
  it("is loaded for one interface alone", async () => {
    const path = new URL("../../dist/bigquery/ask-bigquery.js", import.meta.url).href;
    const script = `
      import { createRequire } from "node:module";
      const { askBigQuery } = await import(${JSON.stringify(path)});
      const door = { url: "http://127.0.0.1:1", projectId: "p", access: async () => ({}), fetch: async () => { throw new Error("no network"); },
        timeoutMs: 1000, signal: new AbortController().signal, cost: { requests: 0, bytes: 0 } };
      await askBigQuery({ kind: "query", body: {} }, door).catch(() => {});
      const loaded = Object.keys(createRequire(import.meta.url).cache).filter((file) => /googleapis.build.src/.test(file));
      console.log(JSON.stringify(loaded));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
    const loaded = (JSON.parse(stdout) as string[]).map((file) =>
      file.replaceAll("\\", "/").replace(/.*build\/src\//, ""),
    );
    expect(loaded.sort()).toEqual(["apis/bigquery/index.js", "apis/bigquery/v2.js"]);
  });
});
