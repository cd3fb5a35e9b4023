import { z } from "zod";
import { maybeJson } from "../census/json.js";

/** BigQuery writes whole numbers as texts of digits. */
const wholeNumber = z.string().regex(/^\d+$/).transform(Number).refine(Number.isSafeInteger);

const problem = z.looseObject({
  reason: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

const answerSchema = z.looseObject({
  kind: z.enum(["bigquery#queryResponse", "bigquery#getQueryResultsResponse"]),
  jobComplete: z.boolean(),
  jobReference: z
    .looseObject({ jobId: z.string().min(1).nullish(), location: z.string().min(1).nullish() })
    .nullish(),
  totalBytesProcessed: wholeNumber.nullish(),
  schema: z.looseObject({ fields: z.array(z.looseObject({ name: z.string() })) }).nullish(),
  rows: z.array(z.looseObject({ f: z.array(z.looseObject({ v: z.unknown() })) })).nullish(),
  errors: z.array(problem).nullish(),
  // Whatever else an answer says beside an error, it is none.
  error: z.null().optional(),
});

/** The parts of an answer that are read. */
export type BigQueryAnswer = z.infer<typeof answerSchema>;

/** An answer about a query, or undefined where a text is none, or has another form in a part that is read. */
export function maybeBigQueryAnswer(text: string): BigQueryAnswer | undefined {
  return answerSchema.safeParse(maybeJson(text)).data;
}

/** The one row of a result, by the names of its columns. Missing: undefined where it is not one row of whole numbers */
export function maybeNumbers({ schema, rows }: BigQueryAnswer): ReadonlyMap<string, number> | undefined {
  const names = schema?.fields.map(({ name }) => name) ?? [];
  const cells = rows?.length === 1 ? (rows[0]?.f ?? []) : [];
  const values = cells.map(({ v }) => wholeNumber.safeParse(v).data);
  if (names.length === 0 || names.length !== values.length || new Set(names).size < names.length) {
    return undefined;
  }
  const pairs = names.flatMap((name, index) => {
    const value = values[index];
    return value === undefined ? [] : [[name, value] as const];
  });
  return pairs.length === names.length ? new Map(pairs) : undefined;
}

const jobSchema = z.looseObject({
  kind: z.literal("bigquery#job"),
  status: z.looseObject({ state: z.literal("DONE"), errorResult: z.looseObject({ reason: z.string() }) }),
});

/** Whether a text says of a job that it has ended without a result. */
export function isDeadJob(text: string): boolean {
  return jobSchema.safeParse(maybeJson(text)).success;
}

const errorSchema = z.looseObject({
  error: z.looseObject({
    code: z.int().min(400).max(599).optional().catch(undefined),
    message: z.string().optional().catch(undefined),
    status: z.string().optional().catch(undefined),
    errors: z.array(problem.catch({})).catch([]).default([]),
  }),
});

/** What BigQuery says of a refusal: in words, by names for programs, and by a status, should that of the answer be another. */
export interface BigQueryError {
  readonly code?: number;
  readonly message: string;
  readonly names: readonly string[];
}

/** Missing: no words and no names where a text is no error of BigQuery's */
export function bigQueryErrorOf(text: string): BigQueryError {
  const error = errorSchema.safeParse(maybeJson(text)).data?.error;
  if (error === undefined) return { message: "", names: [] };
  const { code, message = "", status = "", errors } = error;
  const reasons = errors.flatMap(({ reason }) => reason ?? []);
  return { ...(code !== undefined && { code }), message, names: [...reasons, status] };
}
