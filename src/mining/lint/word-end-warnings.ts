import type { AST } from "@eslint-community/regexpp";
import { isWordless, isWordOnly } from "./matched-characters.js";
import { maybeNeighbour } from "./neighbour.js";
import type { PatternTree } from "./pattern-tree.js";
import type { QueryWarning } from "./query-warning.js";

/** Elements after each other that stand for one text, each element for one or more of its characters. */
interface Run {
  readonly text: string;
  /** The element behind each character. */
  readonly elements: readonly AST.Element[];
}

/** What is taken from a module stands behind a second word: only the module's own name is looked at. */
const IMPORT_AT_END = /(?<!\w)(?<!from +[\w.]+ +)(import|from) +([A-Za-z_][\w.]*)(?<=\w)$/;

/** The first imported name that may go on: `import wandb` is in `import wandb_utils` too. */
export function wordEndWarnings({ sequences }: PatternTree): readonly QueryWarning[] {
  const open = sequences.flatMap(runsOf).flatMap(openImports);
  return open.sort((one, other) => one.place - other.place).slice(0, 1);
}

/** The warning on an import, wherever it stands. */
export function wordEndWarning(place: number, found: string, end: string): QueryWarning & { place: number } {
  return {
    kind: "word end",
    place,
    message: `This also finds names that go on, such as ${found}_utils. ${end}`,
  };
}

function openImports({ text, elements }: Run) {
  const found = IMPORT_AT_END.exec(text);
  const last = elements.at(-1);
  if (!found || !last || endsName(maybeNeighbour(last, 1))) return [];
  const [whole, , name] = found;
  const place = elements[found.index]?.start ?? 0;
  return [wordEndWarning(place, whole, `Write ${name?.replaceAll(".", "\\.")}\\b for this name alone.`)];
}

function runsOf({ elements }: AST.Alternative): readonly Run[] {
  const runs: { text: string; elements: AST.Element[] }[] = [{ text: "", elements: [] }];
  for (const element of elements) {
    const text = maybeText(element);
    const run = runs.at(-1);
    if (text === undefined) runs.push({ text: "", elements: [] });
    else if (run) {
      run.text += text;
      run.elements.push(...Array<AST.Element>(text.length).fill(element));
    }
  }
  return runs;
}

function maybeText(element: AST.Element): string | undefined {
  if (element.type === "Character") return String.fromCodePoint(element.value);
  if (isOneOfWords(element)) return element.alternatives[0]?.raw;
  return /^(?: |\\s|\[ \\t\]|\[\\s\])(?:\+\??)?$/.test(element.raw) ? " " : undefined;
}

/** `(import|from)`, `(?:wandb|mlflow)`: the first stands for all. */
function isOneOfWords(element: AST.Element): element is AST.Group | AST.CapturingGroup {
  if (element.type !== "Group" && element.type !== "CapturingGroup") return false;
  return element.alternatives.every(({ elements, raw }) => elements.every(isWordOnly) && /^\w+$/.test(raw));
}

/** Whether a name must end before this element, or the pattern itself says how it may go on. */
function endsName(element: AST.Element | undefined, known = new Map<AST.Element, boolean>()): boolean {
  if (element === undefined) return false;
  const answer = known.get(element) ?? endsNameAnew(element, known);
  known.set(element, answer);
  return answer;
}

/** Optional elements lead to what follows them by many ways: each is gone once, so `known`. */
function endsNameAnew(element: AST.Element, known: Map<AST.Element, boolean>): boolean {
  if (element.type === "Assertion") return element.kind === "word" ? !element.negate : element.kind === "end";
  if (element.type === "Group" || element.type === "CapturingGroup") {
    return element.alternatives.every(({ elements: [first] }) => endsName(first, known));
  }
  if (element.type !== "Quantifier") return isWordless(element) || isWordOnly(element);
  const { min, element: repeated } = element;
  if (isWordOnly(repeated)) return true;
  return endsName(repeated, known) && (min > 0 || endsName(maybeNeighbour(element, 1), known));
}
