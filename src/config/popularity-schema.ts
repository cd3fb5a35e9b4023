import { z } from "zod";
import { REPOSITORY_NAME } from "../census/repository-name.js";
import { listOf, nameOf, objectOf, paceSchema } from "./schema-parts.js";

const REPOSITORY = 'a repository as OWNER/NAME, such as "iterative/cml"';

const repository = z.string({ error: REPOSITORY }).regex(REPOSITORY_NAME, {
  error: ({ input }) => `${REPOSITORY}${repositoryHint(String(input))}`,
});

/** Out of the address of a page, or of a clone. */
function repositoryHint(text: string): string {
  const [, owner = "", name = ""] = /([^/:\s]+)\/([^/:\s]+?)(?:\.git)?\/?$/i.exec(text.trim()) ?? [];
  const plain = `${owner}/${name}`;
  return REPOSITORY_NAME.test(plain) ? ` (did you mean "${plain}"?)` : "";
}

const toolRepository = objectOf(
  {
    tool: nameOf("the tool").describe("The tool, as tables and figures call it."),
    repository: repository.describe("The repository on GitHub whose stars are counted, as OWNER/NAME."),
  },
  'a repository, such as { "tool": "CML", "repository": "iterative/cml" }',
);

export const popularitySchema = objectOf(
  {
    pace: paceSchema.optional(),
    repositories: listOf(toolRepository, "repositories").describe(
      "The repository of each tool, in the order in which they are asked for.",
    ),
  },
  "an object with the list repositories",
).describe("Stars of each tool's repository, on GitHub.");
