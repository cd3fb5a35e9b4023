import { z } from "zod";
import { areDistinct, distinct, listOf, nameOf, objectOf, paceSchema } from "./schema-parts.js";

const company = objectOf(
  {
    name: nameOf("the company").describe("The company, as it is searched."),
    ownTool: nameOf("the company's own tool")
      .nullish()
      .describe(
        "The company's own tool; null or left out for none. When it is not among the tools, it is searched for this company alone.",
      ),
  },
  'a company, such as { "name": "Netflix", "ownTool": "Metaflow" }',
);

const searchedName = nameOf("the tool as pages write it");

const searchedTool = objectOf(
  {
    name: nameOf("the tool").describe("The tool, as tables and figures call it."),
    search: z
      .union([
        searchedName,
        z
          .array(searchedName)
          .min(1, { error: "at least one name to search" })
          .refine(areDistinct, distinct("name"))
          .meta({ uniqueItems: true }),
      ])
      .optional()
      .describe("The names to search, one or a list, one search each; without them the tool's own name."),
  },
  'a tool, such as { "name": "MLFlow", "search": ["MLFlow"] }',
);

export const dorkingSchema = objectOf(
  {
    asStudied: z
      .boolean({ error: "true or false" })
      .optional()
      .describe(
        "true: names of several words are searched bare, as in the study. false, the default: they are quoted.",
      ),
    pace: paceSchema.optional(),
    companies: listOf(company, "companies").describe(
      "The companies, in the order in which they are searched.",
    ),
    tools: listOf(searchedTool, "tools").describe("The tools that are searched with every company."),
  },
  "an object with the lists companies and tools",
).describe("Searches for pages that name a company and a tool, on Google.");
