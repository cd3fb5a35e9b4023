import { z } from "zod";
import { maybeJson } from "../../census/json.js";

const words = z.string().nullish();

const documentSchema = z.looseObject({
  search_metadata: z.looseObject({ status: words }).nullish(),
  search_information: z
    .looseObject({
      total_results: z.int().min(0).nullish(),
      organic_results_state: words,
      showing_results_for: words,
      spelling_fix: words,
    })
    .nullish(),
  organic_results: z.array(z.unknown()).nullish(),
  error: words,
});

/** The parts of an answer that are read. */
export type SerpapiDocument = z.infer<typeof documentSchema>;

/** An answer, or undefined where a text is none, or has another form in a part that is read. */
export function maybeSerpapiDocument(text: string): SerpapiDocument | undefined {
  return documentSchema.safeParse(maybeJson(text)).data;
}

const errorSchema = z.looseObject({ error: z.string() });

/** What SerpApi says is wrong, whatever else a text holds; empty where it says nothing. */
export function serpapiErrorOf(text: string): string {
  return errorSchema.safeParse(maybeJson(text)).data?.error ?? "";
}
