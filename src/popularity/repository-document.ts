import { z } from "zod";
import { maybeJson } from "../census/json.js";

const documentSchema = z.object({
  full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  stargazers_count: z.int().min(0),
  forks_count: z.int().min(0),
  created_at: z.iso.datetime(),
  archived: z.boolean(),
});

/** The parts of GitHub's answer on a repository that are read. */
export type RepositoryDocument = z.infer<typeof documentSchema>;

/** The repository in an answer; undefined where one of its parts is absent or of another form. */
export function maybeRepositoryDocument(text: string): RepositoryDocument | undefined {
  return documentSchema.safeParse(maybeJson(text)).data;
}
