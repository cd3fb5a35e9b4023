import { z } from "zod";
import { documentOf, saysWrong } from "../mining/github-api/api-document.js";

const documentSchema = z
  .object({
    full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
    stargazers_count: z.int().min(0),
    /** The stars once more, by an older name. */
    watchers_count: z.int().optional(),
    forks_count: z.int().min(0),
    created_at: z.iso.datetime(),
    archived: z.boolean(),
  })
  .refine(({ stargazers_count: stars, watchers_count: again = stars }) => again === stars);

/** The parts of GitHub's answer on a repository that are read. */
export type RepositoryDocument = z.infer<typeof documentSchema>;

/** The repository in an answer; undefined where a part is absent or of another form, or something else is said to be wrong. */
export function maybeRepositoryDocument(text: string): RepositoryDocument | undefined {
  const said = documentOf(text);
  if (said === undefined || saysWrong(said)) return undefined;
  return documentSchema.safeParse(said).data;
}
