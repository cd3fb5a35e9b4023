import { checkedRows, type Frame } from "./data-frame.js";
import { GITHUB_COLUMNS } from "./study-data.js";

/** The tools of the counts, each once, in order of first appearance. Errors: as {@link checkedRows}. */
export function toolsOf(github: Frame): string[] {
  return [...new Set(checkedRows(github, GITHUB_COLUMNS).map((row) => row.tool))];
}
