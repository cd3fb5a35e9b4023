import { expect, it } from "vitest";
import { REPOSITORY_QUESTIONS } from "../../src/popularity/repository-questions.js";

it("a repository's question is its tool and its name, and a repeat needs no other day", () => {
  const query = { tool: "CML", repository: "iterative/cml" };
  expect(REPOSITORY_QUESTIONS.labelOf(query)).toBe("CML, iterative/cml");
  expect(REPOSITORY_QUESTIONS.fieldsOf(query)).toEqual(query);
  expect(REPOSITORY_QUESTIONS.meaningOf(query)).toEqual(["CML", "iterative/cml"]);
  expect(REPOSITORY_QUESTIONS.isRepeatedByDay).toBe(false);
});
