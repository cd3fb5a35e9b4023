import type { PatternTree } from "./pattern-tree.js";
import type { QueryWarning } from "./query-warning.js";

const UNESCAPED = /\\.|\//gs;

/** No character that means something in a regular expression, but for the dot of a file's name. */
const PATH = /^[\w.@ /-]*$/;

/** The first slash without a backslash. Source: GitHub's page on the syntax of code search */
export function slashWarnings({ pattern }: PatternTree): readonly QueryWarning[] {
  const slash = [...pattern.matchAll(UNESCAPED)].find(([text]) => text === "/");
  if (!slash) return [];
  const advice = PATH.test(pattern)
    ? `Write \\/ for each slash that is searched; for a path that is /\\/${escaped(pattern)}\\//.`
    : "Write \\/ for each slash inside.";
  const message = `GitHub takes the regular expression to end at this slash, and may then search the whole as literal text. ${advice}`;
  return [{ kind: "slash", place: slash.index, message }];
}

function escaped(path: string): string {
  return path.replaceAll("/", "\\/").replaceAll(".", "\\.");
}
