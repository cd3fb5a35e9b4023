import type { z } from "zod";
import { didYouMean, maybeClosestName } from "../census/closest-name.js";
import { type Problem, type ValuePath, valueAt, valueText } from "./problem.js";

/** What of a value does not fit a schema whose messages say what is expected. */
export function schemaProblems(schema: z.ZodType, value: unknown): Problem[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).flatMap((issue) => issueProblems(issue, [], value));
}

function issueProblems(issue: z.core.$ZodIssue, around: ValuePath, root: unknown): Problem[] {
  const path = [...around, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  if (issue.code === "unrecognized_keys") return unknownNames(issue, path);
  if (issue.code === "invalid_union") {
    return likeliestBranch(issue, valueAt(root, path)).flatMap((inner) => issueProblems(inner, path, root));
  }
  const found = valueAt(root, path);
  const expected = issue.message + (found === undefined ? maybeMisspelt(path, root) : "");
  return [{ path, expected, value: valueText(found) }];
}

/** Every union here is "one or a list of them": a list is held against the second form, all else against the first. */
function likeliestBranch(issue: z.core.$ZodIssueInvalidUnion, value: unknown): readonly z.core.$ZodIssue[] {
  const deeper = issue.errors.find((errors) => errors.some(({ path }) => path.length > 0));
  const fitting = issue.errors.find((errors) => !errors.some(isWrongType));
  return deeper ?? (Array.isArray(value) ? issue.errors.at(-1) : (fitting ?? issue.errors[0])) ?? [];
}

function isWrongType({ code, path }: z.core.$ZodIssue): boolean {
  return code === "invalid_type" && path.length === 0;
}

function unknownNames({ keys, message }: z.core.$ZodIssueUnrecognizedKeys, path: ValuePath): Problem[] {
  const known = message.split(", ");
  return keys.map((name) => ({
    path: [...path, name],
    isAboutName: true,
    expected: `one of the names ${message}${didYouMean(name, known)}`,
    value: `the unknown name ${valueText(name)}`,
  }));
}

/** ` (did you write "purpos" for it?)` where the object holds a name close to the missing one. */
function maybeMisspelt(path: ValuePath, root: unknown): string {
  const missing = path.at(-1);
  const parent = valueAt(root, path.slice(0, -1));
  if (typeof missing !== "string" || typeof parent !== "object" || parent === null) return "";
  const written = maybeClosestName(missing, Object.keys(parent));
  return written === undefined ? "" : ` (did you write "${written}" for "${missing}"?)`;
}
