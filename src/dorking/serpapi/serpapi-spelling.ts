import type { Correction } from "../../census/evidence.js";
import { isSameText } from "../same-text.js";
import type { SerpapiDocument } from "./serpapi-document.js";

type Information = NonNullable<SerpapiDocument["search_information"]>;

/** States in which the results are those of the text as it was sent. Source: SerpApi's page on organic results */
const OWN_STATES: readonly string[] = [
  "results for exact spelling",
  "showing results for exact spelling despite spelling suggestion",
  "fully empty",
];

/** States in which they are those of another spelling. */
const FIXED = /fixed (?:spelling|typo)/;

export interface Spelling {
  readonly correction?: Correction;
  /** Why the number may be that of another text, a sentence. */
  readonly doubt?: string;
}

/** Which text the results are of, as far as an answer says. A state that nobody knows is a doubt. */
export function maybeSpelling(information: Information, text: string): Spelling {
  const { showing_results_for: shown, spelling_fix: fix } = information;
  const state = folded(information.organic_results_state);
  if (isOther(shown, text)) return { correction: { text: shown, isApplied: true } };
  const isFixed = FIXED.test(state);
  if (isOther(fix, text)) return { correction: { text: fix, isApplied: isFixed }, ...unknownState(state) };
  return isFixed
    ? { doubt: "SerpApi shows the results of another spelling: the number is not that of this text" }
    : unknownState(state);
}

export function isEmptyState(state: string | null | undefined): boolean {
  return folded(state) === "fully empty";
}

function unknownState(state: string): Spelling {
  if (state === "" || OWN_STATES.includes(state) || FIXED.test(state)) return {};
  return { doubt: `SerpApi calls the results "${state}", which this version does not know` };
}

function isOther(said: string | null | undefined, text: string): said is string {
  return typeof said === "string" && said.trim() !== "" && !isSameText(said, text);
}

function folded(state: string | null | undefined): string {
  return (state ?? "").trim().toLowerCase();
}
