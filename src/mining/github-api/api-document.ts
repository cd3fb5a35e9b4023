import { z } from "zod";
import { maybeJson, saysNothing } from "../../census/json.js";

/** A number of another form is as good as absent; what an answer says besides is kept whatever its form. */
const documentSchema = z.looseObject({
  total_count: z.int().min(0).optional().catch(undefined),
  incomplete_results: z.boolean().optional().catch(undefined),
  items: z.unknown().optional(),
  message: z.unknown().optional(),
  errors: z.unknown().optional(),
});

const messageSchema = z.looseObject({ message: z.string() });

/** The parts of an answer that are read. */
export type ApiDocument = z.infer<typeof documentSchema>;

/** The JSON object in a text, or undefined where there is none. */
export function documentOf(text: string): ApiDocument | undefined {
  return documentSchema.safeParse(maybeJson(text)).data;
}

/** Whether an answer says that something is wrong, in whatever form. */
export function saysWrong({ message, errors }: ApiDocument): boolean {
  return !saysNothing(message) || !saysNothing(errors);
}

/** What the service says, in its words, as the end of a sentence; empty where it says nothing. */
export function quotedMessage(document: ApiDocument | undefined): string {
  const { message, errors } = document ?? {};
  const details = Array.isArray(errors) ? errors : [errors];
  const said = [message, ...details].flatMap((one) => maybeWords(one) ?? []);
  const text = said
    .join("; ")
    .replaceAll(/[\s\p{C}]+/gu, " ")
    .trim();
  return text === "" ? "" : `: "${text}"`;
}

function maybeWords(said: unknown): string | undefined {
  const text = typeof said === "string" ? said : messageSchema.safeParse(said).data?.message;
  return text?.trim() === "" ? undefined : text;
}
