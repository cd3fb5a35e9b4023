import { afterEach, describe, expect, it } from "vitest";
import { memoryStore } from "../../src/bigquery/kept-job.js";
import type { SearchedQuery } from "../../src/census/count-source.js";
import { Secret } from "../../src/config/secret.js";
import type { BigQueryFailure } from "../../src/practice/bigquery-failure.js";
import { startPractice } from "../../src/practice/start-practice.js";
import { allOf, type Given, json, never, startStandIn, text } from "../dorking/stand-in.js";
import { sourceAt } from "./practice-source.js";

const QUERY: SearchedQuery = { query: "import wandb", extensions: ["py"] };
const TOKEN = "ya29.planted-0secret_token";
const PROJECT = "planted-project-7";

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

type Step = "dry run" | "query" | "result" | "job";
/** Requests up to the one that is refused. */
const REQUESTS: Readonly<Record<Step, number>> = { "dry run": 1, query: 2, result: 3, job: 3 };
/** Of these nobody knows whether they are of the job: it is asked how it stands. */
const AMBIGUOUS = ["backendError", "rateLimitExceeded", "quotaExceeded", "freeQuotaExceeded"];

async function refusedAt(step: Step, name: BigQueryFailure) {
  const practice = await startPractice({ bigQuery: { failure: { step, name }, unfinished: 1 } });
  opened.push(practice);
  const kept = memoryStore();
  const outcome = await sourceAt(practice.url, { kept, queries: [QUERY] })
    .count(QUERY, never())
    .catch((error: unknown) => error);
  const isUnclear = REQUESTS[step] === 3 && AMBIGUOUS.includes(name);
  expect(practice.requests).toHaveLength(REQUESTS[step] + (isUnclear ? 1 : 0));
  return { outcome, kept: kept.load() };
}

describe("an error of BigQuery's", () => {
  it.each<[BigQueryFailure, object]>([
    [
      "bytesBilledLimitExceeded",
      { kind: "blocked", reason: expect.stringMatching(/nothing is billed: "Query exceeded/) },
    ],
    [
      "invalidQuery",
      { kind: "blocked", reason: expect.stringMatching(/does not understand the query: "Syntax/) },
    ],
    ["accessDenied", { kind: "blocked", advice: expect.stringContaining("BigQuery Job User") }],
    ["notFound", { kind: "blocked", advice: expect.stringContaining("BIGQUERY_PROJECT") }],
    ["authError", { kind: "blocked", reason: expect.stringMatching(/does not accept the credentials/) }],
    ["stopped", { kind: "blocked", reason: expect.stringMatching(/was cancelled/) }],
    ["backendError", { kind: "failed", mayHelpToAskAgain: true }],
    ["rateLimitExceeded", { name: "RateLimitError" }],
    ["quotaExceeded", { name: "QuotaError", until: new Date("2026-11-26T08:00:00Z") }],
    [
      "freeQuotaExceeded",
      {
        name: "QuotaError",
        until: new Date("2026-11-26T08:00:00Z"),
        message: expect.stringContaining("no account that pays"),
      },
    ],
  ])("%s is known at every step, after one request each", async (name, expected) => {
    for (const step of ["dry run", "query", "result"] as const) {
      expect((await refusedAt(step, name)).outcome).toMatchObject(expected);
    }
  });

  it.each<[BigQueryFailure, Step, object | null]>([
    ["invalidQuery", "result", null],
    ["stopped", "result", null],
    ["notFound", "result", null],
    ["bytesBilledLimitExceeded", "query", null],
    ["backendError", "query", { requestId: expect.any(String) }],
    ["backendError", "result", { job: { id: "job_practice_0", location: "US" } }],
    ["accessDenied", "result", { job: { id: "job_practice_0", location: "US" } }],
    ["backendError", "job", null],
    ["rateLimitExceeded", "job", null],
    ["quotaExceeded", "job", null],
    ["quotaExceeded", "result", { job: { id: "job_practice_0", location: "US" } }],
    ["rateLimitExceeded", "result", { job: { id: "job_practice_0", location: "US" } }],
  ])("%s at the %s keeps of the job: %o", async (name, step, expected) => {
    const { kept } = await refusedAt(step, name);
    if (expected === null) expect(kept).toBeNull();
    else expect(kept).toMatchObject(expected);
  });
});

async function asked(given: Given) {
  const server = await startStandIn(given);
  opened.push(server);
  const credentials = { kind: "token", token: new Secret(TOKEN) } as const;
  const source = sourceAt(server.url, { queries: [QUERY], credentials, projectId: PROJECT, timeoutMs: 300 });
  const outcome = await source.count(QUERY, never()).catch((error: unknown) => error);
  expect(server.requests).toHaveLength(1);
  expect(allOf(outcome)).not.toContain("planted");
  return outcome;
}

const refusal = (code: number, reason: string, message = `${TOKEN} of ${PROJECT}`) =>
  json({ error: { code, message, errors: [{ reason, message, domain: "global" }] } }, { status: code });
const retry = { headers: { "retry-after": "7" } };

describe("an answer that is refused, whatever its status", () => {
  it.each<[string, Given, object]>([
    ["the limit of bytes with 400", refusal(400, "bytesBilledLimitExceeded"), { kind: "blocked" }],
    [
      "too many requests",
      json({}, { status: 429, ...retry }),
      { name: "RateLimitError", rest: { toldMs: 7_000 } },
    ],
    ["a quota", refusal(403, "quotaExceeded"), { name: "QuotaError" }],
    [
      "BigQuery switched off",
      refusal(403, "accessNotConfigured"),
      { advice: expect.stringContaining("enable") },
    ],
    ["no billing", refusal(403, "billingNotEnabled"), { advice: expect.stringContaining("billing") }],
    ["too much of a query", refusal(400, "resourcesExceeded"), { kind: "blocked" }],
    ["a reason that is new", refusal(400, "newReason"), { kind: "unreadable" }],
    ["trouble", text("oops", { status: 502 }), { kind: "failed", mayHelpToAskAgain: true }],
    ["a page in between", text("<html>no</html>", { status: 403 }), { kind: "unreadable" }],
    [
      "another address",
      text("", { status: 302, headers: { location: "https://example.org/" } }),
      { kind: "blocked" },
    ],
    [
      "an error in an answer of status 200",
      json({ error: { code: 401, message: TOKEN } }),
      { kind: "blocked" },
    ],
    [
      "an error beside an answer",
      json({ ...tried("5"), errors: [{ reason: "invalidQuery" }] }),
      { kind: "blocked" },
    ],
  ])("is known: %s", async (_, given, expected) => {
    expect(await asked(given)).toMatchObject(expected);
  });

  it.each<[string, Given]>([
    ["nothing", text("")],
    ["no JSON", text("{")],
    ["JSON of something else", json({ kind: "customsearch#search" })],
    ["a page", text("<html></html>")],
    ["no size", json(tried(undefined))],
    ["the size 0", json(tried("0"))],
    ["a size that is no number", json(tried("many"))],
  ])("gives no number and no second request: %s", async (_, given) => {
    expect(await asked(given)).toMatchObject({ kind: "unreadable" });
  });

  it("fails where nobody answers in time, or the connection is lost", async () => {
    expect(await asked(() => {})).toMatchObject({ reason: "BigQuery did not answer within 0.3 s" });
    expect(await asked((request) => request.socket.destroy())).toMatchObject({
      kind: "failed",
      mayHelpToAskAgain: true,
    });
  });
});

function tried(bytes: string | undefined) {
  return { kind: "bigquery#queryResponse", jobComplete: true, totalBytesProcessed: bytes };
}

describe("a result", () => {
  const row = (names: string[], values: unknown[], rows = 1) => ({
    ...tried("1000"),
    jobReference: { jobId: "job_1", location: "US" },
    schema: { fields: names.map((name) => ({ name, type: "INTEGER" })) },
    rows: Array.from({ length: rows }, () => ({ f: values.map((v) => ({ v })) })),
  });
  const BOTH = ["files_0", "repositories_0"];

  async function resultOf(body: object) {
    const server = await startStandIn(json(body));
    opened.push(server);
    return sourceAt(server.url, { queries: [QUERY] }).count(QUERY, never());
  }

  it("is read by the names of its columns", async () => {
    const counted = {
      kind: "counted",
      count: { value: 7 },
      remarks: { 0: "Found in 7 files of 1 repository." },
    };
    expect(await resultOf(row(BOTH, ["7", "1"]))).toMatchObject(counted);
    expect(await resultOf(row([...BOTH].reverse(), ["1", "7"]))).toMatchObject(counted);
    expect(await resultOf(row(BOTH, ["7", "1"]))).not.toHaveProperty("isPractice");
    expect(await resultOf(row(BOTH, ["0", "0"]))).toMatchObject({ kind: "counted", count: { value: 0 } });
  });

  it.each<[string, object]>([
    ["without a row", row(BOTH, ["7", "1"], 0)],
    ["of two rows", row(BOTH, ["7", "1"], 2)],
    ["without a column", row(["files_0"], ["7"])],
    ["with a column twice", row(["files_0", "files_0"], ["7", "1"])],
    ["with a cell too few", row(BOTH, ["7"])],
    ["of null", row(BOTH, [null, "1"])],
    ["of numbers that are no text", row(BOTH, [7, 1])],
    ["of more repositories than files", row(BOTH, ["1", "7"])],
    ["of files in no repository", row(BOTH, ["1", "0"])],
    ["without columns", { ...tried("1000"), rows: [{ f: [] }] }],
  ])("%s gives no number", async (_, body) => {
    expect(await resultOf(body)).toMatchObject({ kind: "unreadable" });
  });
});
