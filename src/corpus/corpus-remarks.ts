import type { CorpusCounts, QueryCounts } from "./corpus-counts.js";
import { LIMITS } from "./index-limits.js";

/** What a reader of a query's number should know, a sentence each. */
export function corpusRemarks(counts: QueryCounts, all: CorpusCounts): readonly string[] {
  const said = [
    maybeLimits(counts),
    maybeRepositories(counts, all),
    maybeDuplicates(counts),
    maybeOccurrences(counts),
    maybeCells(counts),
    maybeMissing(counts, all),
    maybeUnopened(all),
  ];
  return said.filter((remark) => remark !== undefined);
}

function maybeLimits({ files, limited }: QueryCounts): string | undefined {
  if (limited === undefined) return undefined;
  const hidden = LIMITS.filter((limit) => limited.hidden[limit] > 0).map(
    (limit) => `${limited.hidden[limit]} ${limit}`,
  );
  const why = hidden.length === 0 ? "" : ` (hidden: ${hidden.join(", ")})`;
  return `Within the limits of an index: without them it is in ${filesText(files.length)}${why}.`;
}

function maybeRepositories(
  { files, repositories }: QueryCounts,
  { rules }: CorpusCounts,
): string | undefined {
  if (files.length === 0) return undefined;
  const isByFirst = rules.some(({ otherwise }) => otherwise === "first folder");
  const isByTwo = rules.some(({ otherwise }) => otherwise === "OWNER/REPOSITORY");
  const ways = [
    ...(rules.some(({ gitRepositories }) => gitRepositories > 0) ? ["git"] : []),
    ...(isByTwo ? ["the first two folders"] : []),
    ...(isByFirst ? ["the first folder"] : []),
  ];
  const noun = repositories.length === 1 ? "repository" : "repositories";
  return `In ${repositories.length} ${noun}, told apart by ${ways.join(", else by ")}.`;
}

function maybeDuplicates({ files, distinct }: QueryCounts): string | undefined {
  if (files.length === distinct) return undefined;
  return `Of ${filesText(files.length)}, ${distinct} differ: the others are copies, byte by byte.`;
}

function maybeOccurrences({ occurrences }: QueryCounts): string | undefined {
  return occurrences === undefined ? undefined : `It occurs ${occurrences} times.`;
}

function maybeCells({ files, withCells }: QueryCounts): string | undefined {
  if (withCells === undefined || withCells.join("\n") === files.join("\n")) return undefined;
  return `With notebooks read as their code cells instead of their JSON, it is in ${filesText(withCells.length)}.`;
}

function maybeMissing(
  { isComplete }: QueryCounts,
  { problems, moreProblems }: CorpusCounts,
): string | undefined {
  if (isComplete) return undefined;
  const missing = problems.filter(({ hides }) => hides !== "nothing");
  const first = missing[0];
  const example = first && `, such as ${first.file}: ${first.reason}`;
  return `A lower bound: ${missing.length + moreProblems} files or archives could not be read${example ?? ""}.`;
}

function maybeUnopened({ totals }: CorpusCounts): string | undefined {
  if (totals.unopened === 0) return undefined;
  return `${totals.unopened} archives within its folders and archives were not opened: to count them, name them.`;
}

function filesText(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}
