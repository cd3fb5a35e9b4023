import { bigquery } from "googleapis/build/src/apis/bigquery/index.js";
import { afterEach, describe, expect, it } from "vitest";
import { type Statement, sqlOfQueries } from "../../src/bigquery/sql-of-queries.js";
import { PRACTICE_PROJECT, PRACTICE_TOKEN } from "../../src/practice/accounts.js";
import type { PracticeOptions } from "../../src/practice/practice-options.js";
import { type Practice, startPractice } from "../../src/practice/start-practice.js";

const CORPUS = [
  { repo: "a/one", path: "train.PY", content: "\ufeffimport wandb\n" },
  { repo: "a/one", path: "copy.py", content: "\ufeffimport wandb\n" },
  { repo: "b/two", path: "x.py", content: "# import wandb\nIMPORT WANDB" },
  { repo: "b/two", path: "x.md", content: "import wandb!" },
];
const QUERIES = [
  { query: "/^import wandb/", extensions: ["py"] },
  { query: "import wandb!", extensions: ["md", "py"] },
];

const opened: Practice[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((practice) => practice.close()));
});

async function practiceWith(bigQuery: PracticeOptions["bigQuery"] = {}): Promise<Practice> {
  const practice = await startPractice({ corpus: CORPUS, bigQuery });
  opened.push(practice);
  return practice;
}

const bodyOf = ({ sql, parameters }: Statement) => ({
  query: sql,
  useLegacySql: false,
  location: "US",
  parameterMode: "NAMED",
  queryParameters: parameters,
});
const BODY = bodyOf(sqlOfQueries(QUERIES, "full"));

const QUERY_PATH = `/bigquery/v2/projects/${PRACTICE_PROJECT}/queries`;
const LET_IN = { authorization: `Bearer ${PRACTICE_TOKEN}`, "content-type": "application/json" };

async function post(practice: Practice, body: object, headers: Record<string, string> = LET_IN) {
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  const answer = await fetch(practice.bigQueryUrl + QUERY_PATH, request);
  return { status: answer.status, body: await answer.json() };
}

const reasonOf = ({ status, body }: Awaited<ReturnType<typeof post>>) => [
  status,
  body.error.errors[0].reason,
];

describe("the practice BigQuery", () => {
  it("answers a query in the documented form", async () => {
    const { status, body } = await post(await practiceWith(), BODY);
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: "bigquery#queryResponse",
      schema: {
        fields: ["files_0", "repositories_0", "files_1", "repositories_1"].map((name) => ({
          name,
          type: "INTEGER",
          mode: "NULLABLE",
        })),
      },
      jobReference: { projectId: "practice-project", jobId: "job_practice_0", location: "US" },
      totalRows: "1",
      rows: [{ f: [{ v: "3" }, { v: "2" }, { v: "1" }, { v: "1" }] }],
      totalBytesProcessed: "72",
      jobComplete: true,
      cacheHit: false,
    });
  });

  it("holds each content once in the sample", async () => {
    const { body } = await post(await practiceWith(), bodyOf(sqlOfQueries(QUERIES, "sample")));
    expect(body.rows).toEqual([{ f: [{ v: "2" }, { v: "2" }, { v: "1" }, { v: "1" }] }]);
  });

  it("tells at a dry run what a query would read, and begins no job", async () => {
    const practice = await practiceWith({ bytes: 5_000 });
    const { body } = await post(practice, { ...BODY, dryRun: true });
    expect(body).toEqual({
      kind: "bigquery#queryResponse",
      jobReference: { projectId: "practice-project", location: "US" },
      jobComplete: true,
      totalBytesProcessed: "5000",
      cacheHit: false,
    });
    expect((await post(practice, BODY)).body.jobReference.jobId).toBe("job_practice_0");
  });

  it("does not run what would read more than is allowed", async () => {
    const { status, body } = await post(await practiceWith(), { ...BODY, maximumBytesBilled: "1000" });
    expect(status).toBe(500);
    expect(body.error).toMatchObject({
      message: "Query exceeded limit for bytes billed: 1000. 10485760 or higher required.",
      errors: [{ reason: "bytesBilledLimitExceeded" }],
    });
    expect((await post(await practiceWith(), { ...BODY, maximumBytesBilled: "10485760" })).status).toBe(200);
  });

  it("gives one job to a request that comes twice, and another to another", async () => {
    const practice = await practiceWith();
    const ids = ["one", "one", "two"].map(async (requestId) => {
      const { body } = await post(practice, { ...BODY, requestId });
      return body.jobReference.jobId;
    });
    expect(new Set(await Promise.all(ids)).size).toBe(2);
  });

  it.each<[string, object]>([
    ["without a parameter", { ...BODY, queryParameters: BODY.queryParameters.slice(1) }],
    ["in the older SQL", { ...BODY, useLegacySql: true }],
    ["of nothing", { ...BODY, query: "" }],
    ["of another table", { ...BODY, query: BODY.query.replace("contents`", "commits`") }],
    ["of a name that is not there", { ...BODY, query: BODY.query.replace("(found_0)", "(found_9)") }],
    ["with the byte order mark", { ...BODY, query: BODY.query.replace("SUBSTR(content, 2)", "content") }],
    [
      "with a pattern that RE2 refuses",
      bodyOf(sqlOfQueries([{ query: "/(?=a)/", extensions: ["py"] }], "full")),
    ],
  ])("refuses a query %s", async (_, body) => {
    expect(reasonOf(await post(await practiceWith(), body))).toEqual([400, "invalidQuery"]);
  });

  it("lets in who has the token, in one project", async () => {
    const practice = await practiceWith();
    expect(reasonOf(await post(practice, BODY, {}))).toEqual([401, "authError"]);
    expect(reasonOf(await post(practice, BODY, { authorization: "Bearer x" }))).toEqual([401, "authError"]);
    const other = `${practice.bigQueryUrl}/bigquery/v2/projects/other-project/queries`;
    const answer = await fetch(other, { method: "POST", headers: LET_IN, body: JSON.stringify(BODY) });
    expect(answer.status).toBe(403);
    expect((await fetch(practice.bigQueryUrl + QUERY_PATH)).status).toBe(405);
  });
});

describe("Google's own client", () => {
  const clientOf = ({ bigQueryUrl }: Practice) =>
    bigquery({ version: "v2", rootUrl: `${bigQueryUrl}/`, headers: LET_IN, retry: false }).jobs;

  it("sees a job through to its end", async () => {
    const jobs = clientOf(await practiceWith({ unfinished: 2 }));
    const projectId = PRACTICE_PROJECT;
    const begun = await jobs.query({ projectId, requestBody: BODY as object });
    expect(begun.data).toMatchObject({ jobComplete: false, jobReference: { jobId: "job_practice_0" } });
    expect(begun.data).not.toHaveProperty("rows");
    const job = { projectId, jobId: "job_practice_0", location: "US" };
    expect((await jobs.getQueryResults(job)).data.jobComplete).toBe(false);
    expect((await jobs.getQueryResults(job)).data).toMatchObject({
      kind: "bigquery#getQueryResultsResponse",
      jobComplete: true,
      totalRows: "1",
      rows: [{ f: [{ v: "3" }, { v: "2" }, { v: "1" }, { v: "1" }] }],
    });
  });

  it("is told of a job that is not there, and of one that is asked for elsewhere", async () => {
    const jobs = clientOf(await practiceWith());
    const projectId = PRACTICE_PROJECT;
    await jobs.query({ projectId, requestBody: BODY as object });
    const unknown = { projectId, jobId: "job_unknown", location: "US" };
    await expect(jobs.getQueryResults(unknown)).rejects.toMatchObject({ status: 404 });
    const elsewhere = { projectId, jobId: "job_practice_0", location: "EU" };
    await expect(jobs.getQueryResults(elsewhere)).rejects.toMatchObject({ status: 404 });
  });

  it("is refused as told", async () => {
    const jobs = clientOf(await practiceWith({ failure: { step: "query", name: "accessDenied" } }));
    const request = { projectId: PRACTICE_PROJECT, requestBody: BODY as object };
    await expect(jobs.query(request)).rejects.toMatchObject({ status: 403 });
    const dry = { ...request, requestBody: { ...BODY, dryRun: true } as object };
    await expect(jobs.query(dry)).resolves.toMatchObject({ status: 200 });
  });
});
