import { z } from "zod";
import { maybeJson } from "../../census/json.js";

/** Google writes totals as texts of digits. */
const total = z.string().regex(/^\d+$/).transform(Number).refine(Number.isSafeInteger);

const requestSchema = z.looseObject({
  totalResults: total.nullish(),
  searchTerms: z.string().regex(/\S/).nullish(),
});

const answerSchema = z.looseObject({
  kind: z.literal("customsearch#search"),
  searchInformation: z.looseObject({ totalResults: total.nullish() }).nullish(),
  spelling: z.looseObject({ correctedQuery: z.string().nullish() }).nullish(),
  queries: z.looseObject({ request: z.array(requestSchema).nullish() }).nullish(),
  items: z.array(z.unknown()).nullish(),
  // Whatever else an answer says beside an error, it is none.
  error: z.null().optional(),
});

/** What is asked for of an answer: what is read of it. */
export const READ_FIELDS =
  "kind,searchInformation(totalResults),spelling,queries(request(totalResults,searchTerms)),items(title,link)";

/** The parts of an answer that are read. */
export type CseAnswer = z.infer<typeof answerSchema>;

/** An answer to a search, or undefined where a text is none, or has another form in a part that is read. */
export function maybeCseAnswer(text: string): CseAnswer | undefined {
  return answerSchema.safeParse(maybeJson(text)).data;
}

const named = z.looseObject({ reason: z.string() });
/** Where a detail names the limit that was reached, such as `DefaultPerDayPerProject`. */
const limited = z.looseObject({ metadata: z.looseObject({ quota_limit: z.string() }) });

const errorSchema = z.looseObject({
  error: z.looseObject({
    code: z.int().min(400).max(599).optional().catch(undefined),
    message: z.string().optional().catch(undefined),
    status: z.string().optional().catch(undefined),
    errors: z.array(z.unknown()).catch([]).default([]),
    details: z.array(z.unknown()).catch([]).default([]),
  }),
});

/** What Google says of a refusal: in words, by names for programs, and by a status, should that of the answer be another. */
export interface CseError {
  readonly code?: number;
  readonly message: string;
  readonly names: readonly string[];
  /** The limits that were reached, by Google's names for them. */
  readonly limits: readonly string[];
}

/** Missing: no words and no names where a text is no error of Google's */
export function cseErrorOf(text: string): CseError {
  const error = errorSchema.safeParse(maybeJson(text)).data?.error;
  if (error === undefined) return { message: "", names: [], limits: [] };
  const { code, message = "", status = "", errors, details } = error;
  const reasons = [...errors, ...details].flatMap((one) => named.safeParse(one).data?.reason ?? []);
  const limits = details.flatMap((one) => limited.safeParse(one).data?.metadata.quota_limit ?? []);
  return { ...(code !== undefined && { code }), message, names: [status, ...reasons], limits };
}
