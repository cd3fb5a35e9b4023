import { z } from "zod";
import { maybeJson } from "../census/json.js";
import { PRACTICE_PROJECT } from "./accounts.js";
import { type Answer, jsonAnswer } from "./answer.js";
import { bigQueryFailure } from "./bigquery-failure.js";
import type { BigQueryBehaviour, PracticeJob } from "./bigquery-state.js";
import { runPracticeStatement, StatementError } from "./bigquery-statement.js";
import type { PracticeRequest } from "./request.js";
import type { Site } from "./site.js";
import { tokenCheck } from "./token-check.js";

/** Where BigQuery's interface has its addresses, under the root of the service. */
export const BIGQUERY_PATH = "/bigquery/v2";

const LOCATION = "US";
const MIB = 2 ** 20;
const LEAST_BILLED_BYTES = 10 * MIB;

const digits = z.string().regex(/^\d+$/).transform(Number);

const querySchema = z.object({
  query: z.string(),
  useLegacySql: z.literal(false),
  location: z.literal(LOCATION),
  parameterMode: z.literal("NAMED"),
  queryParameters: z.array(
    z.object({
      name: z.string(),
      parameterType: z.object({ type: z.literal("STRING") }),
      parameterValue: z.object({ value: z.string() }),
    }),
  ),
  dryRun: z.boolean().default(false),
  useQueryCache: z.boolean().optional(),
  maximumBytesBilled: digits.optional(),
  requestId: z.string().max(36).optional(),
  timeoutMs: z.number().optional(),
  jobTimeoutMs: digits.optional(),
});

type PracticeQuery = z.infer<typeof querySchema>;

/** `POST /bigquery/v2/projects/ID/queries`: tries a query, or runs it. */
export function postQuery(site: Site, request: PracticeRequest, [project = ""]: readonly string[]): Answer {
  const query = querySchema.safeParse(maybeJson(request.body)).data;
  const step = query?.dryRun ? "dry run" : "query";
  const refusal = maybeRefusal(site, request, { project, step });
  if (refusal !== undefined) return refusal;
  if (query === undefined) return bigQueryFailure("invalidQuery", "Practice does not know this request");
  try {
    return answerOf(site, query);
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    return bigQueryFailure("invalidQuery", error.message);
  }
}

/** `GET /bigquery/v2/projects/ID/queries/JOB`: what came of a job, where it is finished. */
export function showResult(
  site: Site,
  request: PracticeRequest,
  [project = "", id = ""]: readonly string[],
): Answer {
  const refusal = maybeRefusal(site, request, { project, step: "result" });
  if (refusal !== undefined) return refusal;
  const job = site.bigQuery.jobs.get(id);
  const isThere = job?.id === id && request.url.searchParams.get("location") === LOCATION;
  return isThere
    ? jobAnswer(job, "bigquery#getQueryResultsResponse")
    : bigQueryFailure("notFound", `Not found: Job ${project}:${LOCATION}.${id}`);
}

/** `GET /bigquery/v2/projects/ID/jobs/JOB`: how a job stands. */
export function showJob(
  site: Site,
  request: PracticeRequest,
  [project = "", id = ""]: readonly string[],
): Answer {
  const refusal = maybeRefusal(site, request, { project, step: undefined });
  if (refusal !== undefined) return refusal;
  const job = site.bigQuery.jobs.get(id);
  if (job?.id !== id) return bigQueryFailure("notFound", `Not found: Job ${project}:${LOCATION}.${id}`);
  const { failure } = site.bigQuery;
  const isFailed = failure?.step === "job";
  const state = isFailed || job.unfinished === 0 ? "DONE" : "RUNNING";
  const status = { state, ...(isFailed && { errorResult: { reason: failure.name, message: "" } }) };
  const jobReference = { projectId: PRACTICE_PROJECT, jobId: id, location: LOCATION };
  return jsonAnswer({ kind: "bigquery#job", jobReference, status });
}

type Step = NonNullable<BigQueryBehaviour["failure"]>["step"];

function maybeRefusal(
  { bigQuery }: Site,
  { headers }: PracticeRequest,
  { project, step }: { project: string; step: Step | undefined },
): Answer | undefined {
  if (tokenCheck(headers.authorization) !== "right") return bigQueryFailure("authError");
  const { failure } = bigQuery;
  const failing = failure?.step === "job" ? "result" : failure?.step;
  if (failure && failing === step) return bigQueryFailure(failure.name);
  if (project === PRACTICE_PROJECT) return undefined;
  const words = `Access Denied: Project ${project}: User does not have bigquery.jobs.create permission in project ${project}.`;
  return bigQueryFailure("accessDenied", words);
}

function answerOf(site: Site, query: PracticeQuery): Answer {
  const { jobs, bytes: told, unfinished = 0 } = site.bigQuery;
  const known = query.requestId === undefined ? undefined : jobs.get(query.requestId);
  if (known !== undefined && !query.dryRun) return jobAnswer(known, QUERY_KIND);
  const parameters = new Map(
    query.queryParameters.map(({ name, parameterValue }) => [name, parameterValue.value]),
  );
  const { bytes: read, ...row } = runPracticeStatement(query.query, parameters, site.corpus);
  const bytes = told ?? read;
  if (query.dryRun) return tried(bytes);
  const needed = Math.max(LEAST_BILLED_BYTES, Math.ceil(bytes / MIB) * MIB);
  const { maximumBytesBilled: most = Number.POSITIVE_INFINITY, requestId } = query;
  if (needed > most) {
    const words = `Query exceeded limit for bytes billed: ${most}. ${needed} or higher required.`;
    return bigQueryFailure("bytesBilledLimitExceeded", words);
  }
  const job: PracticeJob = { id: `job_practice_${jobs.size}`, bytes, unfinished, ...row };
  for (const key of [job.id, ...(requestId === undefined ? [] : [requestId])]) jobs.set(key, job);
  return jobAnswer(job, QUERY_KIND);
}

const QUERY_KIND = "bigquery#queryResponse";

function tried(bytes: number): Answer {
  const jobReference = { projectId: PRACTICE_PROJECT, location: LOCATION };
  const size = { totalBytesProcessed: String(bytes), cacheHit: false };
  return jsonAnswer({ kind: QUERY_KIND, jobReference, jobComplete: true, ...size });
}

function jobAnswer(job: PracticeJob, kind: string): Answer {
  const jobReference = { projectId: PRACTICE_PROJECT, jobId: job.id, location: LOCATION };
  if (job.unfinished > 0) {
    job.unfinished -= 1;
    return jsonAnswer({ kind, jobReference, jobComplete: false });
  }
  return jsonAnswer({
    kind,
    schema: { fields: job.names.map((name) => ({ name, type: "INTEGER", mode: "NULLABLE" })) },
    jobReference,
    totalRows: "1",
    rows: [{ f: job.numbers.map((number) => ({ v: String(number) })) }],
    totalBytesProcessed: String(job.bytes),
    jobComplete: true,
    cacheHit: false,
  });
}
