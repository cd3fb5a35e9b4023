import type { RepositoryQuery } from "../census/repository-query.js";
import type { QuestionKind } from "../collect/question-kind.js";

/** A repository in a result file. */
export type RepositoryFields = Pick<RepositoryQuery, "tool" | "repository">;

/** How many stars has a tool's repository? GitHub gives every digit, so that repeats need not lie on different days. */
export const REPOSITORY_QUESTIONS: QuestionKind<RepositoryQuery, RepositoryFields> = {
  labelOf: ({ tool, repository }) => `${tool}, ${repository}`,
  fieldsOf: ({ tool, repository }) => ({ tool, repository }),
  meaningOf: ({ tool, repository }) => [tool, repository],
  isRepeatedByDay: false,
};
