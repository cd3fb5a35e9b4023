import { z } from "zod";
import { dorkingSchema } from "./dorking-schema.js";
import { looseQueryEntrySchema, miningSchema } from "./mining-schema.js";
import { popularitySchema } from "./popularity-schema.js";
import { listOf, objectOf } from "./schema-parts.js";

export const confObjectSchema = objectOf(
  {
    $schema: z
      .string({ error: "the address of the JSON Schema" })
      .optional()
      .describe("Where an editor finds the form of this file."),
    mining: miningSchema,
    dorking: dorkingSchema.optional(),
    popularity: popularitySchema.optional(),
  },
  "an object with mining and, where they are wanted, dorking and popularity; or the list of queries alone",
);

export const confArraySchema = listOf(looseQueryEntrySchema, "queries");

/** Both forms: the whole configuration, or only the list of its queries as in the study. */
export const confSchema = z.union([
  confObjectSchema.describe("The whole configuration."),
  confArraySchema.describe("The queries alone, as in the study; other fields of an entry are left alone."),
]);

export type ConfObject = z.infer<typeof confObjectSchema>;
