import { z } from "zod";
import { PAGE_SOURCE_NAMES } from "../census/source-name.js";
import {
  areDistinct,
  distinct,
  listOf,
  nameOf,
  objectOf,
  paceSchema,
  repeatsSchemaOf,
} from "./schema-parts.js";

const company = objectOf(
  {
    name: nameOf("the company").describe("The company, as it is searched."),
    ownTool: nameOf("the company's own tool")
      .nullish()
      .describe(
        "The company's own tool; null or left out for none. When it is not among the tools, it is searched for this company alone.",
      ),
    usedTool: nameOf("the public tool that the company runs")
      .nullish()
      .describe(
        "A public tool, one of the tools, that the company is known to run in an own one's stead; figures show it where other companies' own tools stand.",
      ),
  },
  'a company, such as { "name": "Netflix", "ownTool": "Metaflow" }',
);

const searchedName = nameOf("the tool as pages write it");

/** Words beside a name. One that begins with a minus would say the opposite. */
function wordsOf(what: string) {
  const error = `a word or phrase that must ${what}occur, without double quotes, minus or spaces around it`;
  const word = z.string({ error }).regex(/^[^\s"-]([^"\n\r]*[^\s"])?$/, { error });
  const words = z
    .array(word)
    .min(1, { error: "at least one word or phrase" })
    .refine(areDistinct, distinct("word"))
    .meta({ uniqueItems: true });
  return z.union([word, words]).optional();
}

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
    with: wordsOf("").describe(
      "For a name that means other things too: words or phrases that must stand beside it, one or a list.",
    ),
    without: wordsOf("not ").describe(
      "For a name that means other things too: words or phrases that must not occur, one or a list. Google's totals can rise where a word is left out.",
    ),
  },
  'a tool, such as { "name": "MLFlow", "search": ["MLFlow"] }',
);

function shownNames(what: string) {
  return listOf(nameOf(`one of the ${what}`), `names of ${what}`)
    .refine(areDistinct, distinct("name"))
    .meta({ uniqueItems: true });
}

export const dorkingSchema = objectOf(
  {
    asStudied: z
      .boolean({ error: "true or false" })
      .optional()
      .describe(
        "true: names of several words are searched bare, as in the study. false, the default: they are quoted.",
      ),
    source: z
      .enum(PAGE_SOURCE_NAMES, { error: `one of ${PAGE_SOURCE_NAMES.join(", ")}` })
      .optional()
      .describe(
        "Who counts: google-cse (the default), Google's Custom Search JSON API, which ends on 2027-01-01; serpapi or dataforseo, services that pass on Google's total.",
      ),
    pace: paceSchema.optional(),
    repeats: repeatsSchemaOf("days on which each search is asked")
      .optional()
      .describe("On how many days each search is asked; every reading is kept. 1 where absent."),
    figures: objectOf(
      {
        companies: shownNames("companies").describe("The companies that figures show, in their order."),
        tools: shownNames("tools").describe("The public tools that figures show, in their order."),
      },
      "an object with the lists companies and tools",
    )
      .optional()
      .describe(
        "What figures show. It is searched first, so that a run that ends early has it. Without it, all companies, and all tools that are no company's own.",
      ),
    companies: listOf(company, "companies").describe(
      "The companies, in the order in which they are searched.",
    ),
    tools: listOf(searchedTool, "tools").describe("The tools that are searched with every company."),
  },
  "an object with the lists companies and tools",
).describe("Searches for pages that name a company and a tool, on Google.");
