import type { AST } from "@eslint-community/regexpp";
import { matches } from "./matched-characters.js";
import { maybeNeighbour } from "./neighbour.js";
import type { PatternTree } from "./pattern-tree.js";
import type { QueryWarning } from "./query-warning.js";

type Edge = AST.EdgeAssertion;

/** With what a line of a notebook's file can end. */
const LAST_OF_LINE = '",{}[]';

/** The first anchor that no line of a notebook's file matches, and the first that may know no lines at all. */
export function anchorWarnings(tree: PatternTree): readonly QueryWarning[] {
  const edges = tree.sequences
    .flatMap(({ elements }) => elements.filter(isEdge))
    .sort((a, b) => a.start - b.start);
  const outside = tree.extensions.includes("ipynb")
    ? edges.filter((edge) => isOutsideOfQuotes(edge, tree.pattern))
    : [];
  return [
    ...outside.slice(0, 1).map(notebookWarning),
    ...edges
      .filter((edge) => isOfLine(edge) && !tree.hasFlag("m", edge))
      .slice(0, 1)
      .map(fileWarning),
  ];
}

function isEdge(element: AST.Element): element is Edge {
  return element.type === "Assertion" && (element.kind === "start" || element.kind === "end");
}

/** `\A` and `\z` mean the file, whatever the flags. */
function isOfLine({ raw }: Edge): boolean {
  return raw === "^" || raw === "$";
}

/** Whether the code itself must stand at the edge, without the quote that a notebook's file puts there. */
function isOutsideOfQuotes(edge: Edge, pattern: string): boolean {
  if (edge.kind === "end") return endsInCode(maybeNeighbour(edge, -1));
  const upToCode = /^(?:\\.|[^A-Za-z\\])*/s.exec(pattern.slice(edge.end))?.[0] ?? "";
  return !/[".]|\\[SWD]|\[\^/.test(upToCode.replaceAll(/\\[^SWD]/g, ""));
}

/** Whether the last character before an edge is none of those that end a line of a notebook's file. */
function endsInCode(element: AST.Element | undefined): boolean {
  if (element === undefined) return false;
  if (element.type === "Group" || element.type === "CapturingGroup") {
    return element.alternatives.every(({ elements }) => endsInCode(elements.at(-1)));
  }
  if (element.type === "Assertion") return endsInCode(maybeNeighbour(element, -1));
  if (element.type !== "Quantifier")
    return ![...LAST_OF_LINE].some((one) => matches(element, one.charCodeAt(0)));
  return endsInCode(element.element) && (element.min > 0 || endsInCode(maybeNeighbour(element, -1)));
}

function notebookWarning({ kind, raw, start }: Edge): QueryWarning {
  const message =
    kind === "start"
      ? `In .ipynb files a line of code begins with a quote, so ${raw} finds none. Leave ${raw} out, or write (?m)^[\\s"]* in its place.`
      : `In .ipynb files a line of code ends with a quote and a comma, so ${raw} finds none. Leave ${raw} out, or write \\b in its place.`;
  return { kind: "anchor", place: start, message };
}

function fileWarning({ kind, raw, start }: Edge): QueryWarning {
  const message = `Without (?m), ${raw} may match at the very ${kind} of a file only. Begin the regular expression with (?m).`;
  return { kind: "anchor", place: start, message };
}
