import { z } from "zod";
import { didYouMean, maybeClosestName } from "../census/closest-name.js";
import { PURPOSES } from "../census/purpose.js";
import { SOURCE_NAMES } from "../census/source-name.js";
import { maybeListed, writeAList } from "./list-hint.js";
import { maybeQueryProblem } from "./query-problem.js";
import {
  areDistinct,
  distinct,
  listOf,
  nameOf,
  objectOf,
  paceSchema,
  repeatsSchemaOf,
} from "./schema-parts.js";

const PURPOSE_LIST = PURPOSES.join(", ");

const purpose = z.enum(PURPOSES, {
  error: ({ input }) =>
    typeof input === "string"
      ? `one of ${PURPOSE_LIST}${purposeHint(input)}`
      : `one or several of ${PURPOSE_LIST}: one text or a list of them`,
});

/** A list where the text is one of purposes, else the purpose that is near it, else nothing. */
function purposeHint(text: string): string {
  const meant = maybeListed(text)?.map((word) => maybeClosestName(word, PURPOSES));
  const isList = meant?.every((word) => word !== undefined) ?? false;
  return meant !== undefined && isList
    ? writeAList([...new Set(meant.filter((word) => word !== undefined))])
    : didYouMean(text, PURPOSES);
}

const purposes = z
  .union([
    purpose,
    z
      .array(purpose)
      .min(1, { error: `at least one of ${PURPOSE_LIST}` })
      .refine(areDistinct, distinct("purpose"))
      .meta({ uniqueItems: true }),
  ])
  .describe(
    "What the files found use the tool for: one or several of global (any use at all), logging, metric, tuning.",
  );

/** Code search reads `*` and `?` as wildcards; the dot is added where the search text is made. */
const EXTENSION_FORM = /^[A-Za-z0-9][A-Za-z0-9_+-]*$/;
const EXTENSION = 'an extension without dot, star or space, such as "py"';

const extension = z.string({ error: EXTENSION }).regex(EXTENSION_FORM, {
  error: ({ input }) => `${EXTENSION}${extensionHint(String(input))}`,
});

function extensionHint(text: string): string {
  const listed = maybeListed(text)?.map(plainExtension);
  if (listed?.every((word) => EXTENSION_FORM.test(word))) return writeAList([...new Set(listed)]);
  const plain = plainExtension(text);
  return EXTENSION_FORM.test(plain) ? ` (did you mean "${plain}"?)` : "";
}

function plainExtension(text: string): string {
  return text.replaceAll(/^[*.\s]+|\s+$/g, "");
}

const extensions = z
  .union([
    extension,
    z
      .array(extension)
      .min(1, { error: 'at least one extension, such as "py"' })
      .refine(areDistinct, distinct("extension"))
      .meta({ uniqueItems: true }),
  ])
  .describe("Extensions of the files to look in, without dot or star: one or a list.");

const query = z
  .string({ error: "a phrase to search, or a regular expression between slashes, as one text" })
  .min(1, { error: "a phrase to search, or a regular expression between slashes", abort: true })
  .refine((text) => maybeQueryProblem(text) === undefined, {
    error: ({ input }) => maybeQueryProblem(String(input)) ?? "a query",
  })
  .describe(
    "What to search in the files: a regular expression between slashes, or any other text, which must occur as it stands.",
  );

const repeatsSchema = repeatsSchemaOf("times to count each query").describe(
  "How many times each query is counted; every reading is kept. 1 where absent.",
);

const queryShape = {
  tool: nameOf("the tool").describe(
    "The tool that the files found use; the same text in each of its entries.",
  ),
  query,
  extensions,
  purpose: purposes,
};
const ENTRY = "an entry with tool, query, extensions and purpose";

export const queryEntrySchema = objectOf(queryShape, ENTRY);

/** In a bare array the rows of an old result file are welcome too: what else they hold is left alone. */
export const looseQueryEntrySchema = z.looseObject(queryShape, { error: ENTRY });

export const miningSchema = objectOf(
  {
    queries: listOf(queryEntrySchema, "queries").describe("The searches on GitHub, in their order."),
    pace: paceSchema.optional(),
    repeats: repeatsSchema.optional(),
    source: z
      .enum(SOURCE_NAMES, { error: `one of ${SOURCE_NAMES.join(", ")}` })
      .optional()
      .describe(
        "Who counts: github-web (the default), the code search of GitHub's site, github-api, its interface for programs, which knows phrases only; corpus, files on this machine (CENSUS_CORPUS); bigquery, Google's copy of GitHub of February 2023.",
      ),
  },
  "an object with the list queries",
).describe("Searches for code that uses a tool, on GitHub.");

export type QueryEntry = z.infer<typeof queryEntrySchema>;
